import { readRecord, readStrings } from './read-json.ts';

/** Words by what they name, in lower case: people, places, countries, peoples, months, days of the week, makes of vehicles. */
export type WordClasses = Record<string, string[]>;

/**
 * Reads `classify/lexicon/classes.json`, where a line has many words. Throws `TypeError` where it is malformed or a word stands in
 * two classes.
 */
export function parseWordClasses(value: unknown): WordClasses {
  const classes = readRecord(readRecord(value, 'classes').classes, 'classes.classes');
  const seen = new Map<string, string>();
  return Object.fromEntries(
    Object.keys(classes)
      .sort()
      .map((name) => {
        const where = `classes.classes.${name}`;
        if (!/^[a-z]+$/.test(name)) throw new TypeError(`${where}: a class is named in small letters`);
        const words = readStrings(classes[name], where).flatMap((line) => line.split(' '));
        for (const word of words) {
          if (seen.has(word)) throw new TypeError(`${where}: "${word}" stands in ${seen.get(word)} already`);
          seen.set(word, name);
        }
        return [name, words];
      }),
  );
}

/** By word, what it counts as: "{name}". */
export type ClassIndex = ReadonlyMap<string, string>;

/** The same by word, for looking up. */
export function indexClasses(classes: WordClasses): ClassIndex {
  return new Map(
    Object.entries(classes).flatMap(([name, words]) => words.map((word) => [word, `{${name}}`])),
  );
}

const PLAIN = /^[a-z0-9.&/]*$/;
const IRISH = /^[od]'/;
const MARKS = /\p{M}/gu;

/** True for a class of proper names: "Burman" and "Gange" are no forms of the "burm" and "gang" of the cues. */
export function isProper(named: string | null): boolean {
  return named === '{name}' || named === '{place}';
}

/**
 * The class under which a token counts ("{name}"); null for a word that counts as itself. A name that the list has without accents is
 * one with them as well, "O'Brien" is one where "Brien" is, and names joined by a hyphen are one where all of them are. Which person, place
 * or people a record names says nothing of how it is to be coded: a coder that has learned it has learned prejudice, and one that
 * was trained on real records has their names in its model.
 */
export function classOf(token: string, classes: ClassIndex): string | null {
  const own = classes.get(token);
  if (own !== undefined) return own;
  if (PLAIN.test(token)) return null;
  const found = new Set(
    token
      .replace(IRISH, '')
      .split('-')
      .map((word) => classes.get(word) ?? classes.get(word.normalize('NFD').replace(MARKS, ''))),
  );
  const [only] = found;
  return found.size === 1 ? (only ?? null) : null;
}
