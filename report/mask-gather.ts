import type { Correspondent } from './mask-correspondents.ts';
import {
  addPerson,
  extendPerson,
  findByWord,
  findPerson,
  type NewPerson,
  type PersonBook,
  type PersonEntry,
  personOfFind,
} from './mask-persons.ts';
import type { NameFind } from './mask-scan.ts';
import type { SenseOf } from './mask-words.ts';

/** The names found in one text. */
export interface TextFinds {
  text: string;
  finds: NameFind[];
}

/** Behind every text: those who only appear in headers come last in the order of numbers. */
const IN_HEADERS: [number, number] = [Number.MAX_SAFE_INTEGER, 0];

/** Enters everybody who wrote or received mail. Returns addresses with their person, null for mailboxes that name nobody. */
export function addCorrespondents(
  book: PersonBook,
  correspondents: readonly Correspondent[],
): Map<string, PersonEntry | null> {
  const addresses = new Map<string, PersonEntry | null>();
  // Employees first, and full names before short ones: prints name most recipients without an address.
  const rank = ({ side, words }: Correspondent) => (side === 'private' ? 0 : 100) + words.length;
  const fullFirst = [...correspondents].sort((a, b) => rank(b) - rank(a));
  for (const { person, words, family, side, role, agency, official } of fullFirst) {
    if (side === 'list') {
      if (official && person.address !== '' && !addresses.has(person.address))
        addresses.set(person.address, null);
      continue;
    }
    const known = person.address === '' ? undefined : addresses.get(person.address);
    const entered: NewPerson = {
      side,
      words,
      family,
      spelling: person.name,
      role,
      agency,
      place: IN_HEADERS,
    };
    const same =
      known ?? (words.length === 0 ? null : knownByName(book, words, family, side, person.address));
    if (same !== null) extendPerson(book, same, entered);
    const entry = same ?? addPerson(book, entered);
    if (person.address !== '') addresses.set(person.address, entry);
  }
  return addresses;
}

/** Who has this name already. Somebody without an address may be an employee whom another header names with one. */
function knownByName(
  book: PersonBook,
  words: readonly string[],
  family: number,
  side: PersonEntry['side'],
  address: string,
): PersonEntry | null {
  const same = findPerson(book, words, family, side);
  if (same !== null || side === 'public' || address !== '' || words.length < 2) return same;
  return findPerson(book, words, family, 'public');
}

/** A name, the text in which it is, and its place in the case. */
interface Placed {
  find: NameFind;
  text: string;
  place: [number, number];
}

/** Enters the names of all texts: those behind titles, then full names, then lone words, which may be any of these. */
export function addNames(book: PersonBook, texts: readonly TextFinds[], senseOf: SenseOf): void {
  const [titled, full, single]: [Placed[], Placed[], Placed[]] = [[], [], []];
  for (const [at, { text, finds }] of texts.entries()) {
    for (const find of finds) {
      const kind = find.side === 'public' ? titled : find.single ? single : full;
      kind.push({ find, text, place: [at, find.start] });
    }
  }
  // The fullest first: "Sgt. Lorna Pettibone" before "Sgt. Pettibone".
  for (const { find, text, place } of byLength(titled))
    enter(book, personOfFind(find, text, place), 'public');
  for (const { find, text, place } of byLength(full)) {
    const person = personOfFind(find, text, place);
    const { words, family } = person;
    if (isListOfColleagues(book, words)) continue;
    const known = findPerson(book, words, family, 'private') ?? findPerson(book, words, family, 'public');
    if (known === null) enter(book, person, 'private');
    else extendPerson(book, known, person);
  }
  for (const { find, text, place } of single) {
    const person = personOfFind(find, text, place);
    const known = find.words
      .map((word) => chosen(findByWord(book, word, senseOf), word))
      .find((one) => one !== null);
    if (known === undefined || known === null) {
      addPerson(book, person);
      continue;
    }
    const asFamily = find.words.some((word) => known.family.has(word));
    extendPerson(book, known, { ...person, family: asFamily ? person.words.length : 0 });
  }
}

/** "Petrick, Hathcock" and "Kevin, Melinda" are two employees and not one person. */
function isListOfColleagues(book: PersonBook, words: readonly string[]): boolean {
  const [one, two, ...more] = words.map((word) =>
    (book.byWord.get(word) ?? []).filter(({ side }) => side === 'public'),
  );
  if (one === undefined || two === undefined || more.length > 0) return false;
  return one.length > 0 && two.length > 0 && !one.some((entry) => two.includes(entry));
}

/** Letters of a name. */
const lengthOf = ({ find }: Placed): number => find.words.reduce((sum, word) => sum + word.length, 0);

/** The longest first, those of one length in their order. */
function byLength(list: readonly Placed[]): Placed[] {
  const lengths = new Map<number, Placed[]>();
  for (const one of list) {
    const length = lengthOf(one);
    const same = lengths.get(length);
    if (same === undefined) lengths.set(length, [one]);
    else same.push(one);
  }
  return [...lengths].sort(([a], [b]) => b - a).flatMap(([, same]) => same);
}

function enter(book: PersonBook, person: NewPerson, side: PersonEntry['side']): void {
  const known = findPerson(book, person.words, person.family, side);
  if (known === null) addPerson(book, { ...person, side });
  else extendPerson(book, known, person);
}

/** Whom a lone word means: by family name a private person, by given name a colleague who is called so. */
export function chosen(entries: readonly PersonEntry[], word: string): PersonEntry | null {
  const rank = (entry: PersonEntry): number => {
    const family = entry.family.has(word);
    if (entry.side === 'private') return family ? 0 : 2;
    return family ? 3 : 1;
  };
  return entries.reduce<PersonEntry | null>(
    (best, entry) => (best === null || rank(entry) < rank(best) ? entry : best),
    null,
  );
}
