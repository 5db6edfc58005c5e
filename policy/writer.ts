import { type Item, type Person, parsePeople } from '../ingest/index.ts';

/** Who took part, as `classify` says it: `side` is `police`, `immigration`, `other` or `unknown`. */
export interface Party {
  name: string;
  address: string;
  side: string;
  role: string | null;
}

export type WriterSide = 'police' | 'authority' | 'other';

function words(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1)
    .sort();
}

/** Two spellings of one name: the same words in any order, or one a part of the other with two words or more. */
function sameName(a: string, b: string): boolean {
  const [left, right] = [words(a), words(b)];
  const [few, many] = left.length < right.length ? [left, right] : [right, left];
  if (few.length === 0) return false;
  return few.every((word) => many.includes(word)) && (few.length > 1 || many.length === 1);
}

/** Headers kept at most. */
const MOST_HEADERS = 10_000;
const headers = new Map<string, readonly Person[]>();

/** The people of a header; a release has the same few headers on most of its messages. */
function peopleOf(header: string): readonly Person[] {
  const known = headers.get(header);
  if (known !== undefined) return known;
  if (headers.size >= MOST_HEADERS) headers.clear();
  const people = parsePeople(header);
  headers.set(header, people);
  return people;
}

const SIDES: Readonly<Record<string, WriterSide>> = {
  police: 'police',
  immigration: 'authority',
  other: 'other',
};

function sideOf(
  people: readonly { name: string; address: string }[],
  parties: readonly Party[],
): WriterSide | null {
  for (const person of people) {
    const byAddress = parties.find(
      ({ address }) => address !== '' && address.toLowerCase() === person.address.toLowerCase(),
    );
    const party = byAddress ?? parties.find(({ name }) => sameName(name, person.name));
    const side = party === undefined ? undefined : SIDES[party.side];
    if (side !== undefined) return side;
  }
  return null;
}

/** On which side the writer of an item stands; null where the record does not show it. */
export function writerSide(item: Item, parties: readonly Party[]): WriterSide | null {
  return sideOf(peopleOf(item.from), parties);
}

/** The sides to which an item was addressed, copied people included. */
export function readerSides(item: Item, parties: readonly Party[]): WriterSide[] {
  const people = [...peopleOf(item.to), ...peopleOf(item.cc)];
  return [...new Set(people.flatMap((person) => sideOf([person], parties) ?? []))];
}
