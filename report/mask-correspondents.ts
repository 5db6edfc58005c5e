import {
  type Agencies,
  houseOfAddress,
  type LinkedItem,
  type Person,
  readPeople,
  resolveAgency,
} from '../classify/index.ts';
import type { Participant } from './audit.ts';
import { foldName, tokenize } from './mask-tokens.ts';
import { type SenseOf, type Unit, unitsOf } from './mask-words.ts';

/** Somebody who wrote or received mail. */
export interface Correspondent {
  person: Person;
  /** Words of the name, folded, given name first; empty where the record has only an address. */
  words: string[];
  /** How many of them, from the end, are the family name. */
  family: number;
  /** `list`: a mailbox or group that names nobody ("Patrol", "Records"). */
  side: 'public' | 'private' | 'list';
  role: string | null;
  agency: string | null;
  /** At a public body: a mailbox that names nobody may then show its address. */
  official: boolean;
}

/** Mail domains that only public bodies have. */
const PUBLIC_DOMAIN =
  /\.(?:gov|mil|fed\.us)$|\.(?:gov|police|state|ci|co|k12)\.[a-z.]{2,}$|(?:^|\.)(?:city|county|state|cityof|countyof|townof)[^.]*\.[a-z.]+$/;
const PRESS = /press/i;

interface Known {
  agencies: Agencies;
  senseOf: SenseOf;
  /** Names and addresses of participants who are on a public side, as linking found them. */
  sides: ReadonlyMap<string, Participant>;
  /** Mail domains of the police and of authorities in this case. */
  houses: ReadonlySet<string>;
}

/** Everybody in the headers, each with the side that decides whether the public edition names them. */
export function findCorrespondents(
  items: readonly LinkedItem[],
  participants: readonly Participant[],
  agencies: Agencies,
  senseOf: SenseOf,
): Correspondent[] {
  const headers = new Set(items.flatMap((item) => [item.from, item.to, item.cc]));
  const people = [...headers].flatMap(readPeople);
  const sides = new Map<string, Participant>();
  for (const one of participants) {
    if (one.side !== 'police' && one.side !== 'immigration') continue;
    if (one.address !== '') sides.set(one.address, one);
    if (one.name !== '') sides.set(nameKey(one.name), one);
  }
  const houses = new Set<string>();
  for (const { address, name } of people) {
    const { side } = resolveAgency({ name, address, signatureText: '' }, agencies);
    const house = houseOfAddress(address);
    if (house !== null && (side === 'police' || side === 'immigration')) houses.add(house);
  }
  const known: Known = { agencies, senseOf, sides, houses };
  const seen = new Map<string, Correspondent>();
  for (const person of people) {
    const key = `${person.name} <${person.address}>`;
    if (person.hidden || seen.has(key)) continue;
    seen.set(key, judge(person, known));
  }
  return [...seen.values()];
}

/** The words of a name in any order: "Loftus, Tina" and "Tina Loftus" are one. Never that of an empty name. */
function nameKey(name: string): string {
  const words = tokenize(name.replace(/\([^)]*\)|\[[^\]]*\]/gu, ' ')).map(({ fold }) => fold);
  return words.length === 0 ? '-' : words.sort().join(' ');
}

function agencyName(why: string): string | null {
  const name = /^(.+?) \(/.exec(why)?.[1];
  return name === undefined || why.startsWith('title:') || name === 'private person' ? null : name;
}

function judge(person: Person, { agencies, senseOf, sides, houses }: Known): Correspondent {
  const { name, address } = person;
  const found = resolveAgency({ name, address, signatureText: '' }, agencies);
  const participant = sides.get(address) ?? sides.get(nameKey(name));
  const domain = address.split('@')[1] ?? '';
  const house = houseOfAddress(address);
  const official =
    found.side === 'police' ||
    found.side === 'immigration' ||
    participant !== undefined ||
    PUBLIC_DOMAIN.test(domain) ||
    (house !== null && houses.has(house));
  const press = found.side === 'other' && PRESS.test(found.why);
  const role = press ? 'reporter' : (found.role ?? participant?.role ?? null);
  const side = official || press ? 'public' : 'private';
  return {
    person,
    ...nameParts(name, senseOf),
    side: namesNobody(person, senseOf) || isOrganisation(person, side) ? 'list' : side,
    official,
    role,
    agency: agencyName(found.why),
  };
}

/** "Welcome Grove <records@welcomegrove.example>" is a group that has its domain's name. */
function isOrganisation({ name, address }: Person, side: string): boolean {
  const domain = (address.split('@')[1] ?? '').replace(/[^a-z]/g, '');
  const letters = foldName(name).replace(/[^a-z]/g, '');
  return side === 'private' && letters.length >= 8 && domain.startsWith(letters);
}

/** "Loftus, Tina M. (LGPD)", "Capt. Ellingboe", "Court Security / Delacroix-Hume": the words that name the person. */
function nameParts(name: string, senseOf: SenseOf): { words: string[]; family: number } {
  const plain = name.replace(/\([^)]*\)|\[[^\]]*\]/gu, ' ');
  const [before = '', behind, ...more] = plain.split(',');
  const isPart = (unit: Unit): boolean =>
    !unit.digits &&
    unit.folds.every((fold) => {
      const sense = senseOf(fold);
      return sense.name || !(sense.barred || sense.common);
    });
  const family = unitsOf(before).filter(isPart);
  const given = unitsOf(behind ?? '').filter(isPart);
  // "Imogen Falk, Bellhaven Current": what stands behind a full name is where the person works.
  const isHouse = family.length >= 2 && !given.some((unit) => unit.folds.some((fold) => senseOf(fold).name));
  if (isHouse) given.length = 0;
  const ordered = given.length > 0 && more.length < 2 ? [...given, ...family] : [...family, ...given];
  // A name of words alone ("Will Long") is still a name where the header has nothing else.
  const units = ordered.length > 0 ? ordered : unitsOf(plain).filter((unit) => !unit.digits);
  return { words: units.flatMap((unit) => unit.folds), family: units.at(-1)?.folds.length ?? 0 };
}

/** "LGPD-Patrol <patrol@…>", "Records", "Command Staff": no word of it is a name. */
function namesNobody({ name, address }: Person, senseOf: SenseOf): boolean {
  const [local = '', domain = ''] = address.split('@');
  const written = name === '' ? local : name;
  const words = tokenize(written).filter((token) => !token.digits);
  const judged = words.map(({ fold }) => ({ fold, ...senseOf(fold) }));
  const barred = judged.some((word) => word.barred);
  return judged.every(
    (word) =>
      word.barred ||
      word.fold.length === 1 ||
      domain.includes(word.fold) ||
      (local === word.fold && !word.name) ||
      ((word.common || word.place) && (!word.name || (barred && word.everyday))),
  );
}
