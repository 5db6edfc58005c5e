/** Pieces kept at most, and the length up to which one is kept, in UTF-16 units: longer ones hardly come again. */
const PIECES = 1 << 13;
const LONGEST = 200;

/** What one byte a letter does not hold. */
const WIDE = /[^\0-\xff]/;

/** A copy that does not hold on to the text of which it was cut, in one byte a letter where that will do. */
export function copyOf(text: string): string {
  const encoding = WIDE.test(text) ? 'utf16le' : 'latin1';
  return Buffer.from(text, encoding).toString(encoding);
}

/** A number for a stretch of a text, by its length and some of its characters. */
function placeOf(text: string, begin: number, end: number): number {
  const [behind, middle] = [text.charCodeAt(begin + 1), text.charCodeAt((begin + end) >> 1)];
  const [before, last] = [text.charCodeAt(end - 3), text.charCodeAt(end - 2)];
  const hash = ((((end - begin) * 31 + behind) * 31 + middle) * 31 + before) * 31 + last;
  return Math.imul(hash, 0x9e3779b1) >>> 19;
}

/** Remembers pieces of a page: most of its marks and many of its words come thousands of times. */
export class KnownPieces {
  readonly #pieces: string[] = new Array<string>(PIECES).fill('');

  /** True where the stretch is one that was added, and none that came later took its place. */
  has(text: string, begin: number, end: number): boolean {
    if (end - begin > LONGEST) return false;
    const known = this.#pieces[placeOf(text, begin, end)]!;
    return known.length === end - begin && text.startsWith(known, begin);
  }

  add(text: string, begin: number, end: number): void {
    if (end - begin > LONGEST) return;
    this.#pieces[placeOf(text, begin, end)] = copyOf(text.slice(begin, end));
  }
}
