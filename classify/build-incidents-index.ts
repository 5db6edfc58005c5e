import type { Item } from '../ingest/index.ts';
import type { CasePerson } from './build-incidents-persons.ts';
import { signatureText } from './build-incidents-text.ts';
import { COMMON_FAMILY_NAMES } from './build-incidents-words.ts';
import { readPeople } from './people.ts';

/** Family names of the release that may stand for a case, and those that may not. */
export interface NameIndex {
  /** By family name: the one private person who bears it. */
  persons: ReadonlyMap<string, CasePerson>;
  /** Given and family name of private persons, where the two together are rare. */
  fullNames: ReadonlySet<string>;
}

/** Letters of a family name that is looked for by itself; "Dai" and "Lee" are in too many other words and names. */
const SHORTEST_FAMILY = 4;

const COMMON = new Set(COMMON_FAMILY_NAMES);

/** True where so many people bear the name that it needs a birth date or a number beside it. */
function isCommonName(family: string): boolean {
  return family.split('-').some((half) => COMMON.has(half));
}

/**
 * Family names that can be trusted to mean one private person: borne by one given name only, by nobody in a header or a
 * signature, and never written small (a name that is also a word, "Hale" or "Freed", joins only in full).
 */
export function indexNames(
  items: readonly Item[],
  texts: readonly string[],
  persons: readonly CasePerson[],
): NameIndex {
  const official = officialWords(items);
  const small = wordsWrittenSmall(
    texts,
    new Set(persons.flatMap((person) => [person.family, ...person.family.split('-')])),
  );
  const byFamily = new Map<string, CasePerson | null>();
  for (const person of persons) {
    const known = byFamily.get(person.family);
    if (known === undefined) byFamily.set(person.family, person);
    else if (known !== null && !sameGiven(known.given, person.given)) byFamily.set(person.family, null);
  }
  for (const [alias, person] of shortForms(byFamily)) byFamily.set(alias, person);
  const usable = [...byFamily].flatMap(([family, person]): [string, CasePerson][] =>
    person === null ||
    family.length < SHORTEST_FAMILY ||
    official.has(family) ||
    small.has(family) ||
    isCommonName(family)
      ? []
      : [[family, person]],
  );
  const rare = persons.filter(({ family }) => !official.has(family) && !isCommonName(family));
  const fullNames = new Set(rare.map(({ given, family }) => `${given} ${family}`));
  return { persons: new Map(usable), fullNames };
}

/** "Tamez-Ibarra" is also called Tamez: the first half of a double name, where nobody else has it. */
function shortForms(byFamily: ReadonlyMap<string, CasePerson | null>): [string, CasePerson][] {
  return [...byFamily].flatMap(([family, person]): [string, CasePerson][] => {
    const [first, second] = family.split('-');
    return person === null || first === undefined || second === undefined || byFamily.has(first)
      ? []
      : [[first, person]];
  });
}

function sameGiven(a: string, b: string): boolean {
  return a === b || a.startsWith(b) || b.startsWith(a);
}

function officialWords(items: readonly Item[]): Set<string> {
  const headers = new Set(items.flatMap((item) => [item.from, item.to, item.cc]));
  const names = [...headers].flatMap(readPeople).map((person) => person.name);
  const signatures = new Set(items.map(signatureText));
  const found = [...names, ...signatures].flatMap((text) => text.toLowerCase().match(/[\p{L}-]{3,}/gu) ?? []);
  return new Set(found);
}

function wordsWrittenSmall(texts: readonly string[], families: ReadonlySet<string>): Set<string> {
  const small = new Set<string>();
  for (const text of texts) {
    for (const word of text.match(/(?<![\p{L}@.-])\p{Ll}{4,}(?![\p{L}@-])/gu) ?? [])
      if (families.has(word)) small.add(word);
  }
  return small;
}
