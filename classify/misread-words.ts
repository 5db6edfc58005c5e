import { readRecord, readStrings } from './read-json.ts';

/** Words as they are spelled, in lower case. */
export interface KnownWords {
  /** Those to which misread ones are put back, the most frequent first. */
  frequent: string[];
  /** Those that are no misreading of another, whatever they look like. */
  other: string[];
  /** Short ones that decide by themselves, such as "ice" and "not": what looks like one is left as it is. */
  deciding: string[];
}

/** Reads `classify/lexicon/words.json`, where a line has many words. Throws `TypeError` where it is malformed. */
export function parseWords(value: unknown): KnownWords {
  const record = readRecord(value, 'words');
  const wordsOf = (name: string): string[] =>
    readStrings(record[name], `words.${name}`).flatMap((line) => line.split(' '));
  return { frequent: wordsOf('frequent'), other: wordsOf('other'), deciding: wordsOf('deciding') };
}

/** The words prepared for finding what a misread one was. */
export interface WordIndex {
  known: ReadonlySet<string>;
  deciding: ReadonlySet<string>;
  /** Place of each frequent word. */
  ranks: ReadonlyMap<string, number>;
  /** Words by their shape, see `shapeOf`: those that are not frequent stand in the way of others. */
  byShape: ReadonlyMap<string, readonly string[]>;
  /** Frequent words by what is left of them without one of their letters. */
  byLoss: ReadonlyMap<string, readonly string[]>;
}

/** Letters of which a bad scan takes one for another, and those that look like two others, by the mark they share. */
const SHAPES = new Map(
  Object.entries({
    o: 'ocea0',
    i: 'il1tfj',
    n: 'nurhb8',
    g: 'gq9',
    s: 'sz5',
    v: 'vy',
    nn: 'm',
    vv: 'w',
    oi: 'd',
  }).flatMap(([shape, letters]) => [...letters].map((letter): [string, string] => [letter, shape])),
);

/** Two letters for one that have another shape. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['li', 'h'],
  ['ii', 'u'],
  ['ri', 'n'],
  ['in', 'm'],
];

/** What is left of a word where letters that look alike count as one: "rnodel" and "model" have the same. */
function shapeOf(word: string): string {
  let shape = '';
  for (const letter of word) shape += SHAPES.get(letter) ?? letter;
  return shape;
}

/** Letters of the shortest word in which one may be lost; of a token in which two may be moved, one less. */
const SHORTEST_TORN = 6;

/** Prepares the words; those of `more` are no misreading either. */
export function indexWords(
  { frequent, other, deciding }: KnownWords,
  more: readonly string[] = [],
): WordIndex {
  const byShape = new Map<string, string[]>();
  const byLoss = new Map<string, string[]>();
  const put = (map: Map<string, string[]>, key: string, word: string): void => {
    const words = map.get(key);
    if (words === undefined) map.set(key, [word]);
    else if (!words.includes(word)) words.push(word);
  };
  const known = new Set([...frequent, ...other, ...deciding, ...more]);
  for (const word of known) put(byShape, shapeOf(word), word);
  for (const word of frequent) {
    if (word.length < SHORTEST_TORN) continue;
    for (let at = 0; at < word.length; at += 1) put(byLoss, word.slice(0, at) + word.slice(at + 1), word);
  }
  return {
    known,
    deciding: new Set(deciding),
    ranks: new Map(frequent.map((word, rank) => [word, rank])),
    byShape,
    byLoss,
  };
}

/** A word of letters, and of figures that a scan takes for them. */
const READABLE = /^(?=.*[a-z].*[a-z])[a-z01589]{3,24}$/;

/** What a misread word was, and how far it is from it. */
export interface Misreading {
  word: string;
  /**
   * How it came about: letters look alike as a scan has them; or as a hand errs, with vowels or s and z changed, two letters changed
   * about or one written twice; or else one is lost, added or any other.
   */
  by: 'shape' | 'spelling' | 'loss';
}

/** The frequent word that a scan, or a hand, has turned into `token`, which is none; null where there is none. */
export function misreadingOf(token: string, index: WordIndex): Misreading | null {
  if (index.known.has(token) || !READABLE.test(token)) return null;
  const alike = alikeWord(token, index);
  if (alike !== null && !index.ranks.has(alike)) return null;
  if (alike !== null) return { word: alike, by: isRespelled(token, alike) ? 'spelling' : 'shape' };
  return token.length < SHORTEST_TORN - 1 ? null : tornWord(token, index);
}

/**
 * The word whose letters look like those of the token: the fewer are misread the likelier it is, then the more frequent. One that
 * is not frequent comes before these where it is more like, or as like and one that decides, or the token is long.
 */
function alikeWord(token: string, { byShape, deciding, ranks }: WordIndex): string | null {
  const variants = [token];
  for (const [two, one] of PAIRS)
    for (let at = token.indexOf(two); at >= 0; at = token.indexOf(two, at + 1))
      variants.push(token.slice(0, at) + one + token.slice(at + 2));
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  const stands = token.length < SHORTEST_TORN - 1 ? deciding : null;
  const rankOf = (word: string): number =>
    ranks.get(word) ?? (stands === null || stands.has(word) ? -1 : Number.POSITIVE_INFINITY);
  for (const [at, variant] of variants.entries()) {
    for (const word of byShape.get(shapeOf(variant)) ?? []) {
      const changes = changesBetween(variant, word) + (at === 0 ? 0 : 1);
      if (changes > mostChanges(word) || changes > least) continue;
      if (changes === least && best !== null && rankOf(word) >= rankOf(best)) continue;
      best = word;
      least = changes;
    }
  }
  return best;
}

/** True where only vowels, or s and z, differ. */
function isRespelled(token: string, word: string): boolean {
  return (
    token.length === word.length &&
    [...token].every((letter, at) => letter === word[at] || /^(?:[aeo]{2}|[sz]{2})$/.test(letter + word[at]))
  );
}

/** Letters of a word that may be misread at once. */
function mostChanges({ length }: string): number {
  return length < 8 ? 1 : length < 11 ? 2 : 3;
}

/** How many letters of a word are read as others in a token of the same shape; two that stand for one count once. */
function changesBetween(token: string, word: string): number {
  const letters = new Map<number, string>();
  let place = 0;
  for (const letter of token) {
    letters.set(place, letter);
    place += sizeOf(letter);
  }
  let changes = 0;
  place = 0;
  for (const letter of word) {
    if (letters.get(place) !== letter) changes += 1;
    place += sizeOf(letter);
  }
  return changes;
}

const sizeOf = (letter: string): number => SHAPES.get(letter)?.length ?? 1;

/** Letters of the shortest word in which any letter may be read as any other, or one be added. */
const SHORTEST_BLURRED = 7;

/** The word where letters do not look alike. */
function tornWord(token: string, { byLoss, ranks }: WordIndex): Misreading | null {
  const moved: string[] = [];
  const changed: string[] = [];
  const without: string[] = [];
  for (let at = 0; at < token.length; at += 1) {
    const start = token.slice(0, at);
    const end = token.slice(at + 1);
    const next = end[0];
    if (next === token[at]) moved.push(start + end);
    else if (next !== undefined) moved.push(start + next + token[at] + end.slice(1));
    if (token.length < SHORTEST_BLURRED) continue;
    if (end.length + at >= SHORTEST_BLURRED) without.push(start + end);
    for (const word of byLoss.get(start + end) ?? [])
      if (word.length === token.length && word.startsWith(start) && word.endsWith(end)) changed.push(word);
  }
  for (const words of [moved, byLoss.get(token) ?? [], changed, without]) {
    const found = words.filter((word) => word.length >= SHORTEST_TORN - 1 && ranks.has(word));
    if (found.length === 0) continue;
    const word = found.reduce((best, other) => (ranks.get(other)! < ranks.get(best)! ? other : best));
    return { word, by: words === moved ? 'spelling' : 'loss' };
  }
  return null;
}
