import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';

const known = new Map<string, string>();
/** Words remembered; beyond it the memory is emptied, so that a million pages of noise do not fill it. */
const REMEMBERED = 50_000;

/** Porter's stem of a lower-case word; what is not a plain word comes back as it is. */
export function stem(word: string): string {
  let result = known.get(word);
  if (result === undefined) {
    result = /^[a-z]{4,}$/.test(word) ? porter.stem(word) : word;
    if (known.size >= REMEMBERED) known.clear();
    known.set(word, result);
  }
  return result;
}
