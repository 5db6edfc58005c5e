import type { Item } from '../ingest/index.ts';
import { type Agencies, resolveAgency, type Side } from './agencies.ts';
import type { Component } from './coding.ts';
import { comparePeople, type Person, readPeople, readPerson } from './people.ts';
import { splitSignature } from './people-signature.ts';

/** One person who wrote or received items of an exchange, under the fullest of the spellings found. */
export interface Participant {
  /** Given name first where the record shows the order; empty where only an address is known. */
  name: string;
  address: string;
  side: Side;
  component: Component | null;
  /** `detective`, `deportation officer`…; null where no title is recognised. */
  role: string | null;
}

/** A person as the release knows them beyond one exchange. */
export interface KnownPerson {
  name: string;
  address: string;
  /** The block they sign with, nearest in time; empty where the release has none. */
  signature: string;
}

interface Mention {
  person: Person;
  /** The block under what this person wrote; empty for those who only received. */
  signature: string;
}

interface Gathered {
  spellings: Person[];
  signatures: string[];
}

/**
 * Who took part in `items`, in order of first appearance. `known` are people with addresses from elsewhere in the release
 * (`ExchangeDraft.people`): prints name most recipients without one. Blacked-out people are left out unless their
 * signature or address shows a side.
 */
export function participantsOf(
  items: readonly Item[],
  agencies: Agencies,
  known: readonly KnownPerson[] = [],
): Participant[] {
  const mentions = items.flatMap(mentionsIn);
  const gathered: Gathered[] = [];
  // Those with an address first: a bare "TLoftus" is then held against a person, not the person against it.
  for (const mention of [...mentions].sort((a, b) => fullness(b.person) - fullness(a.person))) {
    gather(mention, gathered);
  }
  const places = new Map(mentions.map((mention, at) => [mention.person, at]).reverse() as [Person, number][]);
  const place = (one: Gathered) => Math.min(...one.spellings.map((person) => places.get(person) ?? 0));
  return gathered
    .sort((a, b) => place(a) - place(b))
    .map((one) => describe(one, agencies, known))
    .filter((one) => one.name !== '' || one.address !== '' || one.side !== 'unknown');
}

function mentionsIn(item: Item): Mention[] {
  const writers = readPeople(item.from).map((person) => ({
    person,
    signature: splitSignature(item, person).signature,
  }));
  const readers = [...readPeople(item.to), ...readPeople(item.cc)].map((person) => ({
    person,
    signature: '',
  }));
  return [...writers, ...readers];
}

function fullness(person: Person): number {
  return (person.address === '' ? 0 : 4) + Math.min(person.words.length, 3);
}

/** Adds to the one person it can be; where it can be two, it stays apart. */
function gather(mention: Mention, gathered: Gathered[]): void {
  const { person, signature } = mention;
  const fits = person.hidden
    ? []
    : gathered.filter((one) => one.spellings.some((other) => comparePeople(person, other) === 'same'));
  const [only, ...others] = fits;
  if (only === undefined || others.length > 0) {
    gathered.push({ spellings: [person], signatures: signature === '' ? [] : [signature] });
    return;
  }
  only.spellings.push(person);
  if (signature !== '') only.signatures.push(signature);
}

function describe(one: Gathered, agencies: Agencies, known: readonly KnownPerson[]): Participant {
  const shown = one.spellings.filter((person) => !person.hidden);
  const name = shown.reduce(
    (best, person) => (person.words.length > wordsOf(best) ? person : best),
    shown[0],
  );
  const here = shown.find((person) => person.address !== '')?.address ?? '';
  const entry = name === undefined ? null : entryOf(name, here, known);
  const address = here === '' ? (entry?.address ?? '') : here;
  const signed = [...new Set(one.signatures)].join('\n');
  // What somebody signs elsewhere says who they are where they sign with initials.
  const signatureText = `${signed}\n${entry?.signature ?? ''}`.trim();
  const written = shown.map((person) => person.name).join('\n');
  const { side, component, role } = resolveAgency({ name: written, address, signatureText }, agencies);
  return { name: name === undefined ? '' : givenFirst(name.name), address, side, component, role };
}

function wordsOf(person: Person | undefined): number {
  return person?.words.length ?? 0;
}

function entryOf(person: Person, address: string, known: readonly KnownPerson[]): KnownPerson | null {
  const fits = known.filter((entry) => {
    if (address !== '') return entry.address === address;
    return comparePeople(person, readPerson(`${entry.name} <${entry.address}>`)) === 'same';
  });
  if (new Set(fits.map((entry) => entry.address)).size !== 1) return null;
  return fits.find((entry) => entry.signature !== '') ?? fits[0] ?? null;
}

/** "Krol, Bettina (CTR)" → "Bettina Krol (CTR)". A name with two commas stays as it is. */
export function givenFirst(name: string): string {
  const found = /^([^,()]+),\s*([^,()]+?)\s*(\(.*\))?$/u.exec(name);
  if (!found) return name;
  const [, family, given, note] = found;
  return [given, family?.trim(), note].filter((part) => part !== undefined && part !== '').join(' ');
}
