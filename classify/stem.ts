import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { shapeOf } from './tokenize.ts';

/** Porter's stem of a lower-case word; what is not a plain word comes back as it is. */
export function stem(word: string): string {
  return /^[a-z]{4,}$/.test(word) ? porter.stem(word) : word;
}

/** Under what a token counts: the stem of its shape. */
export function wordOf(token: string): string {
  return stem(shapeOf(token));
}
