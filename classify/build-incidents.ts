import { contentId, type Item } from '../ingest/index.ts';
import { areNear, type Circle, circleOf } from './build-incidents-circle.ts';
import { indexNames, type NameIndex } from './build-incidents-index.ts';
import { type CaseKey, findNumbers } from './build-incidents-numbers.ts';
import { type CasePerson, findPersons } from './build-incidents-persons.ts';
import { caseText, signatureText } from './build-incidents-text.ts';
import { PLACE_WORDS } from './build-incidents-words.ts';
import type { Exchange, LinkedItem } from './exchange.ts';
import { Groups } from './link-groups.ts';

export interface Incident {
  incident_id: string;
  /** What joins this exchange to the others of its incident, as it is written in them; empty where it stands alone. */
  reason: string;
}

/** An exchange that names more of a kind is a list (a week's bookings): its entries are not one case. */
const MOST_OF_A_KIND = 4;
/** Exchanges that may share a key; what stands in more (an office's address) belongs to no case. */
const MOST_SHARING: Record<CaseKey['kind'], number> = {
  'case number': 60,
  'A-number': 60,
  'date of birth and name': 60,
  plate: 30,
  'document number': 30,
  person: 20,
  'family name': 20,
  address: 12,
};

/**
 * Joins contacts about one case: by case number, A-number, birth date and name, plate or paper, full name or rare family
 * name of a private person, address, or because one forwards the other. Returns every exchange whose relevance is
 * `contact`. Administrative contacts (nobody's case) are joined only by case numbers and forwards.
 */
export function buildIncidents(
  exchanges: readonly Exchange[],
  items: readonly LinkedItem[],
): Map<string, Incident> {
  const contacts = exchanges
    .filter((exchange) => exchange.relevance === 'contact')
    .sort(
      (a, b) =>
        compareText(a.first_date ?? '~', b.first_date ?? '~') || compareText(a.exchange_id, b.exchange_id),
    );
  const byId = new Map(items.map((item) => [item.item_id, item]));
  const members = contacts.map((contact) => contact.items.flatMap((id) => byId.get(id) ?? []));
  const texts = members.map((list) =>
    list.flatMap((item) =>
      readings(item, byId).map((copy) => ({ text: caseText(copy), year: yearOf(item) })),
    ),
  );
  const persons = texts.map((list) => list.flatMap(({ text }) => findPersons(text)));
  const index = indexNames(
    items.filter((item) => item.duplicate_of === null),
    texts.flat().map(({ text }) => text),
    persons.flat(),
  );
  const offices = new Set(
    members.flat().flatMap((item) => findNumbers(signatureText(item), null).map(nameOf)),
  );
  const keys = contacts.map((contact, at) =>
    keysOf(contact, texts[at]!, persons[at]!, index).filter((key) => !offices.has(nameOf(key))),
  );
  const circles = contacts.map((contact, at) => circleOf(contact, members[at]!));
  return joinBy([...sharedKeys(keys, circles), ...forwards(contacts, items, byId)], contacts);
}

/** Prints of one message read for what they name: what is misread or blacked out in one can be read in another. */
const MOST_READINGS = 3;

function readings(item: LinkedItem, byId: ReadonlyMap<string, LinkedItem>): LinkedItem[] {
  const others = item.witnesses.flatMap(({ item_id, origin }) =>
    item_id === item.item_id || origin === 'quoted' ? [] : (byId.get(item_id) ?? []),
  );
  return [item, ...others].slice(0, MOST_READINGS);
}

interface Join {
  a: number;
  b: number;
  reason: string;
}

function keysOf(
  contact: Exchange,
  texts: readonly { text: string; year: number | null }[],
  persons: readonly CasePerson[],
  index: NameIndex,
): CaseKey[] {
  const numbers = texts.flatMap(({ text, year }) => findNumbers(text, year));
  const names = texts.flatMap(({ text }) => namesIn(text, index));
  const births = persons.flatMap((person): CaseKey[] =>
    person.born === null
      ? []
      : [{ kind: 'date of birth and name', key: `${person.born} ${person.family}`, shown: person.shown }],
  );
  const whole = persons
    .filter((person) => index.fullNames.has(`${person.given} ${person.family}`))
    .map(
      (person): CaseKey => ({ kind: 'person', key: `${person.given} ${person.family}`, shown: person.shown }),
    );
  const all = [...numbers, ...births, ...whole, ...names];
  const unique = [...new Map(all.map((key) => [nameOf(key), key])).values()];
  return unique.filter(({ kind }) => {
    if (contact.purpose === 'administrative' && kind !== 'case number') return false;
    const named = unique.filter((other) => other.kind === kind).map((other) => other.key);
    return new Set(named).size <= MOST_OF_A_KIND;
  });
}

function nameOf({ kind, key }: CaseKey): string {
  return `${kind} ${key}`;
}

/** Private persons known from elsewhere in the release, here by full name without further sign, or by family name alone. */
function namesIn(text: string, index: NameIndex): CaseKey[] {
  return [...text.matchAll(CAPITAL)].flatMap((found): CaseKey[] => {
    const [shown] = found;
    const word = shown.toLowerCase();
    const given = /(\p{L}+) $/u.exec(text.slice(Math.max(0, found.index - 24), found.index))?.[1] ?? '';
    const whole = `${given.toLowerCase()} ${word}`;
    const full: CaseKey[] = index.fullNames.has(whole)
      ? [{ kind: 'person', key: whole, shown: `${given} ${shown}` }]
      : [];
    const person = index.persons.get(word);
    if (person === undefined || isPlace(text, found.index, shown.length)) return full;
    return [...full, { kind: 'family name', key: person.family, shown }];
  });
}

const CAPITAL = /(?<![\p{L}\p{N}@.])\p{Lu}[\p{L}'’]+(?:-\p{Lu}[\p{L}'’]+)*(?![\p{L}@])/gu;
const PLACE_BEHIND = new RegExp(`^\\s(?:${PLACE_WORDS.join('|')})\\b`, 'i');

/** "Vandermolen County", "12 Vandermolen", "in Vandermolen". */
function isPlace(text: string, start: number, length: number): boolean {
  const before = text.slice(Math.max(0, start - 12), start);
  return (
    PLACE_BEHIND.test(text.slice(start + length, start + length + 14)) ||
    /(?:\d|\b(?:in|at|near))\s$/i.test(before)
  );
}

function sharedKeys(keys: readonly CaseKey[][], circles: readonly Circle[]): Join[] {
  const holders = new Map<string, (CaseKey & { at: number })[]>();
  keys.forEach((list, at) => {
    for (const key of list) holders.set(nameOf(key), [...(holders.get(nameOf(key)) ?? []), { at, ...key }]);
  });
  return [...holders.values()].flatMap((list) => {
    const [first, ...others] = list;
    if (first === undefined || list.length > MOST_SHARING[first.kind]) return [];
    const reason = `${first.kind} ${first.shown}`;
    if (first.kind !== 'family name') return others.map(({ at }) => ({ a: first.at, b: at, reason }));
    return list.flatMap((one, place) =>
      list
        .slice(place + 1)
        .filter((other) => areNear(circles[one.at]!, circles[other.at]!))
        .map((other) => ({ a: one.at, b: other.at, reason })),
    );
  });
}

/** Exchanges of which one quotes a message that counts in the other. */
function forwards(
  contacts: readonly Exchange[],
  items: readonly LinkedItem[],
  byId: ReadonlyMap<string, LinkedItem>,
): Join[] {
  const position = new Map(contacts.map((contact, at) => [contact.exchange_id, at]));
  return items.flatMap((item): Join[] => {
    const parent = item.origin === 'quoted' && item.parent_id !== null ? byId.get(item.parent_id) : undefined;
    const [a, b] = [position.get(parent?.exchange_id ?? ''), position.get(item.exchange_id ?? '')];
    return a === undefined || b === undefined || a === b ? [] : [{ a, b, reason: 'one forwards the other' }];
  });
}

function joinBy(joins: readonly Join[], contacts: readonly Exchange[]): Map<string, Incident> {
  const groups = new Groups(contacts.length);
  const reasons = contacts.map(() => new Set<string>());
  for (const { a, b, reason } of joins) {
    groups.join(a, b);
    reasons[a]?.add(reason);
    reasons[b]?.add(reason);
  }
  return new Map(
    contacts.map((contact, at) => {
      const first = Math.min(...groups.membersOf(at));
      const incident_id = contentId('n', contacts[first]!.exchange_id);
      return [contact.exchange_id, { incident_id, reason: [...reasons[at]!].sort().join('; ') }];
    }),
  );
}

function yearOf(item: Item): number | null {
  return item.date === null ? null : Number(item.date.slice(0, 4));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
