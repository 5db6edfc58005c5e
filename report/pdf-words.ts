import type { Face, PdfFile } from './pdf-file.ts';

/** Text in one style. `\n` ends the line. */
export interface Span {
  text: string;
  face?: Face;
  color?: string;
  /** Highlighted, as the words that carry a code are. */
  marked?: boolean;
  /** The destination inside the file that the text leads to. */
  goTo?: string;
}

/** A stretch of a word in one face. `width` is at a size of one point. */
export interface Run {
  text: string;
  face: Face;
  width: number;
  /** What the stretch says where no face has its signs and boxes are printed in their place. */
  actual: string | null;
}

/** A run in the style of its span. */
export interface Piece extends Run {
  color: string | null;
  marked: boolean;
  goTo: string | null;
}

/** A stretch that a line does not break, and what stands before it. Widths are at a size of one point. */
export interface Unit {
  pieces: Piece[];
  width: number;
  space: number;
  /** True where a new line begins before it whatever room there is. */
  breaks: boolean;
}

/** What is printed for a sign that no face has. */
const BOX = '\u25a1';

/** Words in runs, each word looked at once: a release says most of its words many times. */
export interface Words {
  runs: (face: Face, word: string) => Run[];
  space: (face: Face) => number;
}

/** Signs that are not seen are left out; half a surrogate pair becomes the replacement sign. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Co}]/gu, '');
}

export function openWords(file: PdfFile): Words {
  const known = { regular: new Map(), bold: new Map(), italic: new Map(), fallback: new Map() } as Record<
    Face,
    Map<string, Run[]>
  >;
  const spaces = new Map<Face, number>();

  function faceOf(face: Face, sign: string): Face | null {
    const codePoint = sign.codePointAt(0) ?? 0;
    if (file.hasGlyph(face, codePoint)) return face;
    return file.hasGlyph('fallback', codePoint) ? 'fallback' : null;
  }

  /** Measured with the space that follows, as the library shapes a word in a line: what it has shaped once it keeps. */
  function measure(face: Face, text: string): number {
    return file.measure(face, `${text} `) - space(face);
  }

  function space(face: Face): number {
    const before = spaces.get(face);
    if (before !== undefined) return before;
    const width = file.measure(face, ' ');
    spaces.set(face, width);
    return width;
  }

  function cut(face: Face, word: string): Run[] {
    const runs: { text: string; face: Face | null }[] = [];
    for (const sign of word) {
      const found = faceOf(face, sign);
      const last = runs.at(-1);
      if (last !== undefined && last.face === found) last.text += sign;
      else runs.push({ text: sign, face: found });
    }
    return runs.map(({ text, face: found }) => {
      if (found !== null) return { text, face: found, width: measure(found, text), actual: null };
      const boxes = BOX.repeat([...text].length);
      return { text: boxes, face: 'fallback', width: file.measure('fallback', boxes), actual: text };
    });
  }

  return {
    runs(face, word) {
      const before = known[face].get(word);
      if (before !== undefined) return before;
      const runs = cut(face, word);
      known[face].set(word, runs);
      return runs;
    },
    space,
  };
}

/** Spans as units. A word that two spans share, such as a quotation and its comma, stays one. */
export function cutUnits(words: Words, spans: readonly Span[]): Unit[] {
  const units: Unit[] = [];
  let space = 0;
  let breaks = false;
  let glued = false;
  for (const { text, face = 'regular', color = null, marked = false, goTo = null } of spans) {
    for (const part of cleanText(text).split(/(\n|[^\S\n]+)/)) {
      if (part === '') continue;
      if (part === '\n') {
        if (breaks) units.push({ pieces: [], width: 0, space: 0, breaks: true });
        breaks = true;
        glued = false;
        continue;
      }
      if (part.trim() === '') {
        space = words.space(face);
        glued = false;
        continue;
      }
      // Field by field: there are hundreds of thousands of them.
      const pieces = words.runs(face, part).map(
        (run): Piece => ({
          text: run.text,
          face: run.face,
          width: run.width,
          actual: run.actual,
          color,
          marked,
          goTo,
        }),
      );
      const width = pieces.reduce((sum, piece) => sum + piece.width, 0);
      const last = units.at(-1);
      if (glued && last !== undefined) {
        last.pieces.push(...pieces);
        last.width += width;
      } else {
        units.push({ pieces, width, space: units.length === 0 || breaks ? 0 : space, breaks });
      }
      space = 0;
      breaks = false;
      glued = true;
    }
  }
  return units;
}
