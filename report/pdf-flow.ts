import { PAGE } from './pdf-file.ts';
import type { Line } from './pdf-lines.ts';
import { ACCENT, INK, type LineStyle, QUIET, RULE, type Sheet } from './pdf-sheet.ts';
import type { Span } from './pdf-words.ts';

/** How a paragraph is set. Lengths in points. */
export interface TextStyle extends LineStyle {
  before: number;
  after: number;
  indent: number;
  /** A bar of this colour at the left, as quotations have. */
  bar?: string;
}

export const BODY: TextStyle = { size: 10, leading: 14, before: 0, after: 7, indent: 0 };
export const NOTE: TextStyle = { size: 8.5, leading: 11.5, before: 0, after: 6, indent: 0, color: QUIET };
export const RECORD: TextStyle = { size: 9, leading: 12.5, before: 0, after: 6, indent: 12, bar: RULE };

const HEADINGS = {
  1: { size: 19, leading: 24, before: 0, after: 10, tag: 'H1', color: ACCENT },
  2: { size: 13, leading: 17, before: 12, after: 5, tag: 'H2', color: ACCENT },
  3: { size: 10.5, leading: 14, before: 8, after: 3, tag: 'H3', color: INK },
} as const;
/** What has to fit under a heading for it to stay on the page: a line, and the head of a table with its first row. */
const BELOW_HEADING = 84;
/** No fewer lines of a paragraph than these stand alone at the foot or the head of a page. */
const LEAST_LINES = 2;

export function plain(text: string): Span[] {
  return [{ text }];
}

/** How many of the lines left go onto this page, so that none stands alone; 0 sends them all to the next. */
function linesThatFit(sheet: Sheet, left: number, leading: number): number {
  const fit = Math.floor((sheet.room + 0.01) / leading);
  if (fit >= left) return left;
  if (sheet.y <= PAGE.top) return Math.max(1, fit);
  const kept = left - fit < LEAST_LINES ? left - LEAST_LINES : fit;
  return kept < LEAST_LINES ? 0 : kept;
}

/** Lines of one element over as many pages as they need. */
function flow(sheet: Sheet, tag: string, lines: readonly Line[], style: TextStyle): void {
  const { leading, indent, bar } = style;
  let done = 0;
  while (done < lines.length) {
    const fit = linesThatFit(sheet, lines.length - done, leading);
    if (fit === 0) {
      sheet.newPage();
      continue;
    }
    const part = lines.slice(done, done + fit);
    if (bar !== undefined) {
      sheet.fill(PAGE.left + indent - 9, sheet.y + 1, 1.5, part.length * leading - 2, bar);
    }
    sheet.drawLines(tag, part, PAGE.left + indent, sheet.y, style);
    sheet.y += part.length * leading;
    done += fit;
  }
}

/** A paragraph. An empty one prints nothing. */
export function paragraph(
  sheet: Sheet,
  spans: readonly Span[] | string,
  style: TextStyle = BODY,
  tag = 'P',
): void {
  const list = typeof spans === 'string' ? plain(spans) : spans;
  const lines = sheet.breakLines(list, style.size, PAGE.right - PAGE.left - style.indent);
  if (lines.length === 0) return;
  sheet.skip(style.before);
  sheet.within(tag, () => flow(sheet, tag, lines, style));
  sheet.y += style.after;
}

/** A heading with its bookmark. It goes to the next page with what it heads. `destination` is unique in the file. */
export function heading(sheet: Sheet, level: 1 | 2 | 3, title: string, destination: string): void {
  const { tag, ...style } = HEADINGS[level];
  const lines = sheet.breakLines([{ text: title, face: 'bold' }], style.size, PAGE.right - PAGE.left);
  const height = style.before + lines.length * style.leading + style.after;
  sheet.wait({
    height,
    keep: BELOW_HEADING,
    draw() {
      sheet.skip(style.before);
      sheet.destination(destination);
      sheet.bookmark(title, level, destination);
      sheet.within(tag, () => sheet.drawLines(tag, lines, PAGE.left, sheet.y, style));
      sheet.y += lines.length * style.leading + style.after;
    },
  });
}

/** A small heading inside an exhibit or a block: no bookmark. */
export function label(sheet: Sheet, title: string, keep = 28): void {
  const lines = sheet.breakLines([{ text: title, face: 'bold' }], 9.5, PAGE.right - PAGE.left);
  sheet.ensure(lines.length * 13 + keep);
  sheet.skip(4);
  sheet.within('H4', () =>
    sheet.drawLines('H4', lines, PAGE.left, sheet.y, { size: 9.5, leading: 13, color: INK }),
  );
  sheet.y += lines.length * 13 + 2;
}

const LIST_INDENT = 14;

/** A list with a mark or a number before each entry. */
export function list(
  sheet: Sheet,
  entries: readonly (readonly Span[] | string)[],
  style: TextStyle = BODY,
  mark: (index: number) => string = () => '•',
): void {
  if (entries.length === 0) return;
  const inner: TextStyle = { ...style, indent: style.indent + LIST_INDENT, after: 0 };
  sheet.within('L', () => {
    for (const [i, entry] of entries.entries()) {
      const spans = typeof entry === 'string' ? plain(entry) : entry;
      const lines = sheet.breakLines(spans, style.size, PAGE.right - PAGE.left - inner.indent);
      if (lines.length === 0) continue;
      sheet.ensure(Math.min(lines.length, LEAST_LINES) * style.leading);
      sheet.within('LI', () => {
        const labels = sheet.breakLines(plain(mark(i)), style.size, LIST_INDENT * 2);
        const at = PAGE.left + style.indent;
        sheet.within('Lbl', () => sheet.drawLines('Lbl', labels, at, sheet.y, style));
        sheet.within('LBody', () => flow(sheet, 'LBody', lines, inner));
      });
      sheet.y += 3;
    }
  });
  sheet.y += style.after - 3;
}
