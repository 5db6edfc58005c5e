import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { readRecord, readStrings } from './read-json.ts';
import { shapeOf } from './tokenize.ts';

/** Longer than any word, in letters: what is longer is a picture or a key written as letters, and of megabytes fills the stack. */
const STEMMED = /^[a-z]{4,60}$/;

/** Porter's stem of a lower-case word; what is not a plain word comes back as it is. */
export function stem(word: string): string {
  return STEMMED.test(word) ? porter.stem(word) : word;
}

/** The word by each of its short forms: "fent" stands for "fentanyl". */
export type Abbreviations = ReadonlyMap<string, string>;

/** Reads `classify/lexicon/abbreviations.json`: short forms by word. Throws `TypeError` where it is malformed. */
export function parseAbbreviations(value: unknown): Record<string, string[]> {
  const words = readRecord(readRecord(value, 'abbreviations').words, 'abbreviations.words');
  const seen = new Set<string>();
  return Object.fromEntries(
    Object.keys(words)
      .sort()
      .map((word) => {
        const where = `abbreviations.words.${word}`;
        const forms = readStrings(words[word], where);
        for (const form of forms) {
          if (seen.has(form)) throw new TypeError(`${where}: "${form}" stands for another word already`);
          seen.add(form);
        }
        return [word, forms];
      }),
  );
}

/** The same the other way round, for looking up. */
export function indexAbbreviations(words: Record<string, string[]>): Abbreviations {
  return new Map(Object.entries(words).flatMap(([word, forms]) => forms.map((form) => [form, word])));
}

/** Under what a token counts: the stem of its shape, or of that of the word for which it is short. */
export function wordOf(token: string, abbreviations: Abbreviations = new Map()): string {
  return stem(shapeOf(abbreviations.get(token) ?? token));
}
