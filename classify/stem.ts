import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { shapeOf } from './tokenize.ts';

/** Longer than any word, in letters: what is longer is a picture or a key written as letters, and of megabytes fills the stack. */
const STEMMED = /^[a-z]{4,60}$/;

/** Porter's stem of a lower-case word; what is not a plain word comes back as it is. */
export function stem(word: string): string {
  return STEMMED.test(word) ? porter.stem(word) : word;
}

/** Under what a token counts: the stem of its shape. */
export function wordOf(token: string): string {
  return stem(shapeOf(token));
}
