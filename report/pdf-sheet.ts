import { PAGE, type PdfFile } from './pdf-file.ts';
import { breakLines, type Line, lineWidth } from './pdf-lines.ts';
import { openWords, type Span, type Words } from './pdf-words.ts';

export const INK = '#1b1f24';
export const QUIET = '#57606a';
export const ACCENT = '#1f3f6e';
export const RULE = '#c8ced6';
export const TINT = '#f2f4f7';
export const WARN = '#8a2a0a';
const MARK = '#ffe79a';

/** An entry of the contents and of the bookmarks. */
export interface Entry {
  title: string;
  level: 1 | 2;
  page: number;
  destination: string;
}

/** What waits for what it heads, so that both come onto one page. `keep` is what has to fit under it at least. */
interface Waiting {
  height: number;
  keep: number;
  draw: () => void;
}

/** What the library's structure elements take beyond its published types. */
interface ElementOptions {
  alt?: string;
  scope?: 'Column' | 'Row';
  bbox?: [number, number, number, number];
}

type Element = PDFKit.PDFStructureElement;
type Outline = { addItem: (title: string, options: object) => Outline };

/**
 * The paper under the pen: where the next line goes, which element of the document's structure it belongs to, and what has
 * been written so far. All that is drawn is either content of an element or an artifact.
 */
export class Sheet {
  readonly doc: PDFKit.PDFDocument;
  readonly words: Words;
  readonly entries: Entry[] = [];
  /** Distance of the pen from the page's upper edge, in points. */
  y: number = PAGE.top;
  private readonly file: PdfFile;
  private readonly elements: Element[] = [];
  private readonly outlines: Outline[] = [];
  private waiting: Waiting | null = null;
  private pages = 0;

  constructor(file: PdfFile) {
    this.file = file;
    this.doc = file.doc;
    this.words = openWords(file);
  }

  get page(): number {
    return this.pages;
  }

  /** Points left above the foot of the page. */
  get room(): number {
    return PAGE.bottom - this.y;
  }

  newPage(): void {
    this.release(0);
    this.doc.addPage();
    this.pages += 1;
    this.y = PAGE.top;
  }

  /** Goes to a new page unless `height` points are left, or the page is still empty. */
  ensure(height: number): void {
    if (this.waiting !== null) this.release(height);
    else if (this.room < height && this.y > PAGE.top) this.newPage();
  }

  /** Draws a heading once it is known what comes under it. */
  wait(waiting: Waiting): void {
    this.release(0);
    this.waiting = waiting;
  }

  /** Draws what waits, on a page on which `height` points are left under it. */
  private release(height: number): void {
    const { waiting } = this;
    if (waiting === null) return;
    this.waiting = null;
    this.ensure(waiting.height + Math.max(height, waiting.keep));
    waiting.draw();
  }

  /** Space that is not wanted at the head of a page. */
  skip(points: number): void {
    this.release(0);
    if (this.y > PAGE.top) this.y += points;
  }

  /** Opens an element of the document's structure for what `body` writes. */
  within<T>(tag: string, body: () => T, options: ElementOptions = {}): T {
    this.release(0);
    const element = this.doc.struct(tag, options);
    const parent = this.elements.at(-1);
    if (parent === undefined) this.doc.addStructure(element);
    else parent.add(element);
    this.elements.push(element);
    const result = body();
    this.release(0);
    this.elements.pop();
    element.end();
    return result;
  }

  /** Keeps a place in the structure for what is written onto an earlier page in the end. */
  keepPart(): (page: number, body: () => void) => void {
    const element = this.doc.struct('Part');
    this.elements.at(-1)?.add(element);
    return (page, body) => {
      this.doc.switchToPage(page);
      this.elements.push(element);
      body();
      this.elements.pop();
      element.end();
    };
  }

  /** Leaders from the end of a line to `right`. */
  dots(x: number, line: Line, right: number, y: number): void {
    const from = x + lineWidth(line) + 6;
    if (from >= right) return;
    this.artifact(() => {
      this.doc.save().lineWidth(0.6).strokeColor(RULE).dash(0.6, { space: 3 });
      this.doc.moveTo(from, y).lineTo(right, y).stroke().restore();
    });
  }

  /** Content of the open element on this page. */
  content(tag: string, draw: () => void): void {
    const content = this.doc.markStructureContent(tag);
    this.elements.at(-1)?.add(content);
    draw();
    this.doc.endMarkedContent();
  }

  /** What is seen and not read: rules, tints, headers and footers, repeated heads of tables. */
  artifact(draw: () => void, type: 'Pagination' | 'Layout' = 'Layout'): void {
    this.doc.markContent('Artifact', { type });
    draw();
    this.doc.endMarkedContent();
  }

  rule(y: number, color = RULE, thickness = 0.5, left: number = PAGE.left, right: number = PAGE.right): void {
    this.artifact(() => {
      this.doc.lineWidth(thickness).strokeColor(color).moveTo(left, y).lineTo(right, y).stroke();
    });
  }

  fill(x: number, y: number, width: number, height: number, color: string): void {
    this.artifact(() => this.doc.rect(x, y, width, height).fill(color));
  }

  breakLines(spans: readonly Span[], size: number, width: number): Line[] {
    return breakLines(this.words, spans, size, width);
  }

  /** Lines one under the other from `top`; links in them become elements of their own. */
  drawLines(tag: string, lines: readonly Line[], x: number, top: number, style: LineStyle): void {
    const { size, leading, color = INK, right = null } = style;
    let isOpen = false;
    const open = (): void => {
      if (isOpen) return;
      const content = this.doc.markStructureContent(tag);
      this.elements.at(-1)?.add(content);
      isOpen = true;
    };
    const close = (): void => {
      if (isOpen) this.doc.endMarkedContent();
      isOpen = false;
    };
    for (const [i, line] of lines.entries()) {
      const baseline = top + i * leading + (leading - size) / 2 + size * 0.8;
      const shift = right === null ? 0 : right - lineWidth(line);
      for (const piece of line) {
        const left = x + piece.x + shift;
        const draw = (): void => this.drawPiece(piece, left, baseline, size, piece.color ?? color);
        if (piece.goTo === null) {
          open();
          draw();
        } else {
          close();
          this.link(
            piece.goTo,
            piece.text.trim(),
            left,
            baseline - size * 0.85,
            piece.points,
            size * 1.1,
            draw,
          );
        }
      }
    }
    close();
  }

  /** Lines that are seen and not read. */
  drawArtifact(lines: readonly Line[], x: number, top: number, style: LineStyle, type?: 'Pagination'): void {
    const { size, leading, color = INK, right = null } = style;
    this.artifact(() => {
      for (const [i, line] of lines.entries()) {
        const baseline = top + i * leading + (leading - size) / 2 + size * 0.8;
        const shift = right === null ? 0 : right - lineWidth(line);
        for (const piece of line) {
          this.drawPiece(
            { ...piece, actual: null },
            x + piece.x + shift,
            baseline,
            size,
            piece.color ?? color,
          );
        }
      }
    }, type);
  }

  private drawPiece(piece: Line[number], x: number, baseline: number, size: number, color: string): void {
    const { doc } = this;
    if (piece.marked) doc.rect(x - 0.5, baseline - size * 0.82, piece.points + 1, size * 1.08).fill(MARK);
    if (piece.actual !== null) doc.markContent('Span', { actual: piece.actual });
    this.file.drawText(piece.face, piece.text, x, baseline, size, color);
    if (piece.actual !== null) doc.endMarkedContent();
  }

  private link(
    goTo: string,
    says: string,
    x: number,
    y: number,
    width: number,
    height: number,
    draw: () => void,
  ): void {
    this.within('Link', () => {
      this.content('Link', draw);
      const options: object = { structParent: this.elements.at(-1), Contents: Object(says) };
      this.doc.goTo(x, y, width, height, goTo, options);
    });
  }

  /** Where a link with this name leads to: the pen's place. */
  destination(name: string): void {
    this.doc.addNamedDestination(name, 'XYZ', 0, Math.max(0, this.y - 12), 0);
  }

  /** A bookmark and, down to level 2, an entry of the contents. */
  bookmark(title: string, level: 1 | 2 | 3, destination: string): void {
    const options = { top: Math.max(0, this.y - 12), left: PAGE.width, expanded: level === 1 };
    const parent = this.outlines[level - 2] ?? (this.doc.outline as unknown as Outline);
    this.outlines.length = Math.min(this.outlines.length, level - 1);
    this.outlines[level - 1] = parent.addItem(title, options);
    if (level < 3) this.entries.push({ title, level: level as 1 | 2, page: this.pages, destination });
  }
}

/** How lines are set. Sizes in points; `right` aligns their right ends there, measured from their left. */
export interface LineStyle {
  size: number;
  leading: number;
  color?: string;
  right?: number;
}
