import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { shapeOf } from './tokenize.ts';

const known = new Map<string, string>();
/** Tokens remembered; beyond it the memory is emptied, so that a million pages of noise do not fill it. */
const REMEMBERED = 50_000;

/** Porter's stem of a lower-case word; what is not a plain word comes back as it is. */
export function stem(word: string): string {
  return /^[a-z]{4,}$/.test(word) ? porter.stem(word) : word;
}

/** Under what a token counts: the stem of its shape. */
export function wordOf(token: string): string {
  let result = known.get(token);
  if (result === undefined) {
    result = stem(shapeOf(token));
    if (known.size >= REMEMBERED) known.clear();
    known.set(token, result);
  }
  return result;
}
