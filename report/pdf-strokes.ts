import type { Glyph, GlyphPosition, ShapedFont } from './pdf-shaping.ts';

/** A font that is embedded: which of its glyphs the file needs, their widths and what they say. */
export interface EmbeddedFont extends ShapedFont {
  scale: number;
  subset: { includeGlyph: (id: number) => number };
  widths: number[];
  unicode: (number[] | undefined)[];
  ref: () => object;
}

/** What is used of the library beyond its published types; the version is pinned for their sake. */
export interface TextInside {
  _font: EmbeddedFont;
  _fillColor: unknown;
  page: { height: number; fonts: Record<string, object> };
  addContent: (line: string) => unknown;
}

/** Glyphs in hexadecimal up to a place where the pen is moved, and by how much; null for the last, where it is not. */
interface Stretch {
  hex: string;
  move: number | null;
}

/** Sets a line of text with its left end at `x` and its baseline at `y`, both in points from the upper left corner. */
export type DrawText = (text: string, x: number, y: number, size: number, color: string) => void;

/** As the library prints numbers: six places after the point at the most. */
function shown(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** The glyph's number in the file, which it gets when it is used first. */
function codeOf(font: EmbeddedFont, glyph: Glyph): string {
  const id = font.subset.includeGlyph(glyph.id);
  font.widths[id] ??= glyph.advanceWidth * font.scale;
  font.unicode[id] ??= glyph.codePoints;
  return id.toString(16).padStart(4, '0');
}

/** A word in stretches; null where a glyph stands above or beside the line. */
function stretchesOf(font: EmbeddedFont, glyphs: readonly Glyph[], positions: readonly GlyphPosition[]) {
  if (positions.some(({ xOffset, yOffset }) => xOffset !== 0 || yOffset !== 0)) return null;
  const stretches: Stretch[] = [];
  let hex = '';
  for (const [i, glyph] of glyphs.entries()) {
    const { xAdvance = 0, advanceWidth = 0 } = positions[i] ?? {};
    hex += codeOf(font, glyph);
    if (xAdvance === advanceWidth) continue;
    stretches.push({ hex, move: shown(advanceWidth - xAdvance) });
    hex = '';
  }
  return [...stretches, { hex, move: null }];
}

/** `#1f3f6e` as an operator that fills with this colour. */
function fillOf(color: string): string {
  const rgb = Number.parseInt(color.slice(1), 16);
  return `/DeviceRGB cs\n${[rgb >> 16, (rgb >> 8) & 255, rgb & 255].map((part) => part / 255).join(' ')} scn`;
}

/**
 * Draws lines of text as the library does, byte for byte, and keeps what each word and colour came to: the library works
 * both out anew for every line, measures it twice more for links and lines under it, which are none here, and takes half of
 * a report's time for that.
 */
export function openText(inside: TextInside, plainly: DrawText): DrawText {
  const fonts = new Map<EmbeddedFont, Map<string, Stretch[] | null>>();
  const fills = new Map<string, string>();

  function stretches(font: EmbeddedFont, word: string): Stretch[] | null {
    let known = fonts.get(font);
    if (known === undefined) {
      known = new Map();
      fonts.set(font, known);
    }
    let found = known.get(word);
    if (found === undefined) {
      const { glyphs, positions } = font.layoutCached(word);
      found = stretchesOf(font, glyphs, positions);
      known.set(word, found);
    }
    return found;
  }

  /** The operands that show the text; null where it cannot be shown in one go. */
  function shownText(font: EmbeddedFont, text: string): string | null {
    const parts: string[] = [];
    let open = '';
    for (const word of text.match(/[^ ]* |[^ ]+$/g) ?? []) {
      const list = stretches(font, word);
      if (list === null) return null;
      for (const { hex, move } of list) {
        open += hex;
        if (move === null) continue;
        parts.push(`<${open}> ${move}`);
        open = '';
      }
    }
    if (open !== '') parts.push(`<${open}> 0`);
    return parts.join(' ');
  }

  return (text, x, y, size, color) => {
    const { _font: font, page } = inside;
    const operands = text === '' || /[\n\t]/.test(text) ? null : shownText(font, text);
    if (operands === null) return plainly(text, x, y, size, color);
    let fill = fills.get(color);
    if (fill === undefined) {
      fill = fillOf(color);
      fills.set(color, fill);
    }
    inside._fillColor = [color, undefined];
    page.fonts[font.id] ??= font.ref();
    inside.addContent(
      `${fill}\nq\n1 0 0 -1 0 ${shown(page.height)} cm\nBT\n1 0 0 1 ${shown(x)} ${shown(page.height - y)} Tm\n` +
        `/${font.id} ${shown(size)} Tf\n[${operands}] TJ\nET\nQ`,
    );
  };
}
