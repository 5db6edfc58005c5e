import type { OcrLine, OcrWord } from './ocr-engine.ts';

/** A letter is no wider than this share of its line's height; what is wider is a rule or an edge taken for letters. */
const WIDEST_LETTER = 1.5;
/** Under this confidence a word has to consist mostly of letters and digits to be one. */
const DOUBTFUL = 30;

function isWord({ text, confidence, x0, x1 }: OcrWord, height: number): boolean {
  const signs = [...text.trim()];
  if (signs.length === 0) return false;
  if (height > 0 && (x1 - x0) / signs.length > WIDEST_LETTER * height) return false;
  const letters = signs.filter((sign) => /[\p{L}\p{N}]/u.test(sign)).length;
  return confidence >= DOUBTFUL || letters * 2 > signs.length;
}

/** Lines without what is no word: rules, edges and specks that were taken for letters. */
export function keepWords(lines: OcrLine[]): OcrLine[] {
  return lines
    .map((line) => ({ ...line, words: line.words.filter((word) => isWord(word, line.height)) }))
    .filter((line) => line.words.length > 0);
}

/** Mean confidence of the words, 0 to 100, to a tenth; 0 where there is none. */
export function meanConfidence(lines: OcrLine[]): number {
  const words = lines.flatMap((line) => line.words);
  if (words.length === 0) return 0;
  const sum = words.reduce((total, word) => total + word.confidence, 0);
  return Math.round((10 * sum) / words.length) / 10;
}

/** How much was read and how surely: letters and digits, each weighted by its word's confidence. Compares two readings of one page. */
export function weightOf(lines: OcrLine[]): number {
  let weight = 0;
  for (const { text, confidence } of lines.flatMap((line) => line.words)) {
    // Squared, for a page held upside down gives many words of low confidence.
    weight += (confidence / 100) ** 2 * (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0);
  }
  return weight;
}

/** A stroke that stands alone before a word in lower case is the pronoun; in a signature a name or a title follows. */
const STROKE = /^[|l]$/;
/** Names of hosts have no capitals: a capital I among small letters is an l. */
const HOST = /(@[a-z0-9.-]*)I(?=[a-z0-9I.-]*\.[a-z])/;

/** Sets right two confusions that no dictionary decides for the recogniser. `next` is the word behind it on the line. */
export function settleConfusions(text: string, next: string | undefined): string {
  if (STROKE.test(text) && next !== undefined && /^['’]?\p{Ll}/u.test(next)) return 'I';
  let settled = text.replace(/^\|(?=['’](?:m|ll|ve|d|s)\b)/u, 'I');
  while (HOST.test(settled)) settled = settled.replace(HOST, '$1l');
  return settled;
}
