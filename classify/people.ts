import { foldText, hasRedaction, readsAlike } from './text-similarity.ts';

/** A person or mailbox as one header names it. */
export interface Person {
  /** As written, without the address; empty where the record has only an address. */
  name: string;
  /** Small letters; empty where the record has none. */
  address: string;
  /** Words of the name, folded, given name first where the order is known ("Loftus, Tina" → tina loftus). */
  words: string[];
  /** True where the record hides who this is. */
  hidden: boolean;
}

export type PersonMatch = 'same' | 'different' | 'unknown';

const ADDRESS = /<?\s*(?:mailto:)?([^\s<>;,"'()[\]]+@[^\s<>;,"'()[\]]+)\s*>?/iu;
const HONORIFIC =
  /^(?:mr|mrs|ms|dr|det|sgt|lt|cpt|capt|cmdr|chief|ofc|ofcr|officer|detective|sergeant|lieutenant|captain|deputy|dep|sa|ssa|asac|rac|do|sddo|agent|special|sheriff|trooper|jr|sr|ii|iii|ctr)$/u;

/** Share of letters (0–1) in which two readings of one address differ: by itself, and beside the same name. */
const SAME_ADDRESS = 0.08;
const MISREAD_ADDRESS = 0.3;

/** Reads `Name <address>; Name <address>`, the normalised form of an item's `from`, `to` and `cc`. */
export function readPeople(header: string): Person[] {
  return header
    .split(/;\s*(?![^<]*>)/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(readPerson);
}

export function readPerson(text: string): Person {
  const found = ADDRESS.exec(text);
  const address = found?.[1]?.toLowerCase().replace(/[.,]+$/, '') ?? '';
  const name = (found ? text.replace(found[0], ' ') : text)
    .replace(/["“”]|\[mailto:[^\]]*\]/gi, ' ')
    .replace(/<\s*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^'(.*)'$/, '$1');
  const words = nameWords(name);
  const hidden = words.length === 0 && address === '' ? true : words.length === 0 && hasRedaction(name);
  return { name, address, words, hidden };
}

/** "Loftus, Tina M. (LGPD)" and "Sgt. Tina Loftus" both → tina, loftus: titles, initials and brackets left out. */
function nameWords(name: string): string[] {
  const plain = name.replace(/\([^)]*\)|\[[^\]]*\]|\/.*$/gu, ' ').replace(/\s[-–|]\s.*$/u, ' ');
  const [family, given, ...more] = plain.split(',');
  const ordered =
    given !== undefined && more.length < 2 && !HONORIFIC.test(given.trim().toLowerCase().replace(/\./g, ''))
      ? `${given} ${family}`
      : plain;
  return ordered
    .split(/[\s,]+/)
    .filter((word) => !HONORIFIC.test(word.toLowerCase().replace(/\./g, '')))
    .map((word) => foldText(word).join(''))
    .filter((word) => word.length > 1);
}

/**
 * Whether two headers can name one person. An address decides where both have one; a name is compared word by word and
 * stands a misread letter in five; "tloftus@…" and "TLoftus" fit "Tina Loftus".
 */
export function comparePeople(a: Person, b: Person): PersonMatch {
  if (a.hidden || b.hidden) return 'unknown';
  if (a.address !== '' && b.address !== '') {
    const [left, right] = [foldAddress(a.address), foldAddress(b.address)];
    if (readsAlike(left, right, SAME_ADDRESS)) return 'same';
    if (a.words.length === 0 || b.words.length === 0) return 'different';
    // A shared name alone is no proof across two mailboxes; with addresses that differ as misreadings do, it is.
    return sameWords(a.words, b.words) && readsAlike(left, right, MISREAD_ADDRESS) ? 'same' : 'different';
  }
  if (a.words.length > 0 && b.words.length > 0 && sameWords(a.words, b.words)) return 'same';
  if (fitsMailbox(a, b) || fitsMailbox(b, a)) return 'same';
  return 'different';
}

/** For looking a person up: the address, else the words of the name in any order. */
export function samePersonKey(person: Person): string {
  return person.address === '' ? [...person.words].sort().join(' ') : person.address;
}

function foldAddress(address: string): string {
  return foldText(address).join('');
}

function localPart(address: string): string {
  return address.split('@')[0] ?? '';
}

/** All words of the shorter name stand in the longer one, and at least the family name is more than an initial. */
function sameWords(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 1 && long.length > 1) {
    const only = short[0] ?? '';
    return only.length >= 4 && (readsAlike(only, long.at(-1) ?? '') || readsAlike(only, long.join('')));
  }
  return short.every((word) => long.some((other) => readsAlike(word, other)));
}

/** True where `boxed` has a mailbox name made from the name of `named`: tloftus, tina.loftus, loftust, loftus. */
function fitsMailbox(boxed: Person, named: Person): boolean {
  const box =
    boxed.address !== '' ? localPart(boxed.address) : boxed.words.length === 1 ? boxed.words[0] : undefined;
  const given = named.words[0];
  const family = named.words.at(-1);
  if (box === undefined || given === undefined || family === undefined || named.words.length < 2)
    return false;
  const folded = foldText(box).join('');
  const joined = named.words.slice(-2).join('');
  return [
    given[0] + family,
    given + family,
    family + given[0],
    family + given,
    given + family[0],
    family,
    joined,
    given[0] + joined,
  ].some((made) => made.length >= 4 && made === folded);
}

/** Whether two lists of people share one; `unknown` where either is empty or hides somebody. */
export function compareLists(a: readonly Person[], b: readonly Person[]): PersonMatch {
  if (a.length === 0 || b.length === 0) return 'unknown';
  const matches = a.flatMap((left) => b.map((right) => comparePeople(left, right)));
  if (matches.includes('same')) return 'same';
  return matches.includes('unknown') ? 'unknown' : 'different';
}

/** True where `person` is in `list`. */
export function isAmong(person: Person, list: readonly Person[]): boolean {
  return list.some((other) => comparePeople(person, other) === 'same');
}
