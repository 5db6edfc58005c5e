import type { NameFind } from './mask-scan.ts';
import type { SenseOf } from './mask-words.ts';

/** One person while the case is read. */
export interface PersonEntry {
  side: 'private' | 'public';
  /** Folded words by which the person is known: all spellings of given and of family names. */
  given: Set<string>;
  family: Set<string>;
  /** Words in their order, given name first, one array a spelling. */
  forms: string[][];
  spellings: string[];
  role: string | null;
  agency: string | null;
  /** Place of the first appearance: number of the text, offset in it. */
  first: [number, number];
}

/** The persons of a case, looked up by any word of their names. */
export interface PersonBook {
  entries: PersonEntry[];
  byWord: Map<string, PersonEntry[]>;
  /** Words by first letter and length, for those that are spelled nearly alike. */
  shapes: Map<string, string[]>;
  /** Words by their first three letters, for short forms. */
  stems: Map<string, string[]>;
  /** Who full names were found to mean; forgotten as soon as anything new is known of anybody. */
  found: Map<string, PersonEntry | null>;
}

export function openPersonBook(): PersonBook {
  return { entries: [], byWord: new Map(), shapes: new Map(), stems: new Map(), found: new Map() };
}

function push(map: Map<string, string[]>, key: string, word: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [word]);
  else list.push(word);
}

function remember(book: PersonBook, entry: PersonEntry, word: string): void {
  const list = book.byWord.get(word);
  if (list === undefined) {
    book.byWord.set(word, [entry]);
    push(book.shapes, `${word[0]}${word.length}`, word);
    push(book.stems, word.slice(0, 3), word);
  } else if (!list.includes(entry)) list.push(entry);
  else return;
  book.found.clear();
}

export interface NewPerson {
  side: PersonEntry['side'];
  words: readonly string[];
  /** How many of `words`, from the end, are the family name; 0: none of them is known to be. */
  family: number;
  spelling: string;
  role: string | null;
  agency: string | null;
  place: [number, number];
}

/** Adds a spelling to a person: words, forms and where it stood. */
export function extendPerson(book: PersonBook, entry: PersonEntry, person: NewPerson): void {
  const { words, family, spelling, place, role, agency } = person;
  const cut = words.length - family;
  for (const [at, word] of words.entries()) {
    const part = at >= cut ? entry.family : entry.given;
    if (!part.has(word)) {
      part.add(word);
      book.found.clear();
    }
    if (word.length > 1) remember(book, entry, word);
  }
  if (!entry.forms.some((form) => isSame(form, words))) {
    entry.forms.push([...words]);
    book.found.clear();
  }
  if (spelling !== '' && !entry.spellings.includes(spelling)) entry.spellings.push(spelling);
  entry.role ??= role;
  entry.agency ??= agency;
  if (place[0] < entry.first[0] || (place[0] === entry.first[0] && place[1] < entry.first[1]))
    entry.first = place;
}

export function addPerson(book: PersonBook, person: NewPerson): PersonEntry {
  const entry: PersonEntry = {
    side: person.side,
    given: new Set(),
    family: new Set(),
    forms: [],
    spellings: [],
    role: null,
    agency: null,
    first: person.place,
  };
  book.entries.push(entry);
  book.found.clear();
  extendPerson(book, entry, person);
  return entry;
}

/** True where two words are one with a letter misread, left out or put in. Short words have to be equal. */
export function isSpelledAlike(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}

function sameGiven(word: string, given: ReadonlySet<string>, side: PersonEntry['side']): boolean {
  // "Joel Petrick" need not be the Det. Petrick whose given name nobody tells.
  if (given.size === 0) return side === 'private' || word.length === 1;
  return [...given].some((other) =>
    word.length === 1 || other.length === 1 ? word[0] === other[0] : isSpelledAlike(word, other),
  );
}

/** The one person of `side` whom a full name can mean; null where none, or several, can be meant. */
export function findPerson(
  book: PersonBook,
  words: readonly string[],
  family: number,
  side: PersonEntry['side'],
): PersonEntry | null {
  const key = `${side} ${family} ${words.join(' ')}`;
  let person = book.found.get(key);
  if (person === undefined) {
    person = lookForPerson(book, words, family, side);
    book.found.set(key, person);
  }
  return person;
}

function isSame(form: readonly string[], words: readonly string[]): boolean {
  return form.length === words.length && form.every((word, at) => word === words[at]);
}

function lookForPerson(
  book: PersonBook,
  words: readonly string[],
  family: number,
  side: PersonEntry['side'],
): PersonEntry | null {
  const long = words.filter((word) => word.length > 1);
  if (long.length === 0) {
    return (
      book.entries.find((entry) => entry.side === side && entry.forms.some((form) => isSame(form, words))) ??
      null
    );
  }
  const candidates = new Set<PersonEntry>();
  for (const word of long) {
    for (const entry of book.byWord.get(word) ?? []) if (entry.side === side) candidates.add(entry);
  }
  const last = words.slice(words.length - family);
  const before = words.slice(0, words.length - family);
  const fits = [...candidates].filter((entry) => {
    let shared = 0;
    for (const word of long) if (entry.family.has(word) || entry.given.has(word)) shared += 1;
    if (shared >= 2) return true;
    // "Kyle B." can be Kyle Bostrom.
    const [first = '', letter = ''] = words;
    if (words.length === 2 && letter.length === 1) {
      const begins = [...entry.family].some((word) => word.startsWith(letter)) || entry.family.size === 0;
      return entry.given.has(first) && begins;
    }
    if (!last.some((word) => entry.family.has(word))) return false;
    return before.length === 0 || before.some((word) => sameGiven(word, entry.given, side));
  });
  if (fits.length < 2) return fits[0] ?? null;
  const exact = fits.filter((entry) => entry.forms.some((form) => isSame(form, words)));
  return (exact.length === 1 ? exact : fits)[0] ?? null;
}

/** Persons whom a lone word can mean: spelled just so, else called so for short ("Ray" for Raymond), else nearly so. */
export function findByWord(book: PersonBook, word: string, senseOf: SenseOf): PersonEntry[] {
  const exact = book.byWord.get(word);
  if (exact !== undefined) return exact;
  const longer = word.length < 3 ? [] : (book.stems.get(word.slice(0, 3)) ?? []);
  const short = longer
    .filter((other) => other.length > word.length && other.startsWith(word))
    .flatMap((other) => (book.byWord.get(other) ?? []).filter((entry) => entry.given.has(other)));
  if (short.length > 0) return [...new Set(short)];
  if (word.length < 5 || !senseOf(word).unknown) return [];
  const lengths = [word.length, word.length - 1, word.length + 1];
  const near = lengths.flatMap((length) => book.shapes.get(`${word[0]}${length}`) ?? []);
  const alike = near.find((other) => !senseOf(other).common && isSpelledAlike(word, other));
  return alike === undefined ? [] : (book.byWord.get(alike) ?? []);
}

/** What a find says of its person. */
export function personOfFind(find: NameFind, text: string, place: [number, number]): NewPerson {
  return {
    side: find.side === 'public' ? 'public' : 'private',
    words: find.words,
    family: find.family,
    spelling: text.slice(find.start, find.end),
    role: find.role,
    agency: null,
    place,
  };
}
