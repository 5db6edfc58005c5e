import type { Person } from './people.ts';

/** Addresses by name, gathered from all headers: prints name most recipients without one. */
export interface AddressBook {
  /** The one address the release has for this name; null where it has none or several. */
  addressOf(person: Person): string | null;
  /** The organisation's part of the person's mail domain ("lindengrove.example"); null where none is known or two are. */
  houseOf(person: Person | null): string | null;
}

export function buildAddressBook(people: Iterable<Person>): AddressBook {
  const byName = new Map<string, Set<string>>();
  for (const person of people) {
    if (person.address === '' || person.words.length < 2) continue;
    const key = nameKey(person);
    byName.set(key, (byName.get(key) ?? new Set()).add(person.address));
  }
  return {
    addressOf: (person) => only(byName.get(nameKey(person)) ?? []),
    houseOf(person) {
      if (person === null) return null;
      if (person.address !== '') return houseOfAddress(person.address);
      // Two people of one name in two houses: the name says nothing.
      return only(new Set([...(byName.get(nameKey(person)) ?? [])].map(houseOfAddress)));
    },
  };
}

function only<T>(values: Iterable<T>): T | null {
  const [first, ...others] = values;
  return first === undefined || others.length > 0 ? null : first;
}

function nameKey(person: Person): string {
  return [...person.words].sort().join(' ');
}

/** Second labels under which organisations register: "ci.bloomington.il.us", "police.uk", "k12.il.us". */
const SHARED_SUFFIX = /(?:^|\.)([^.]+\.(?:[a-z]{2}\.us|(?:co|com|gov|org|ac|police)\.[a-z]{2}))$/;

/** "pd.city.gov" and "legal.city.gov" are one house: the domain as registered, without what stands before it. */
export function houseOfAddress(address: string): string | null {
  const domain = address.split('@')[1];
  if (domain === undefined || domain === '') return null;
  const shared = SHARED_SUFFIX.exec(domain)?.[1];
  return shared ?? domain.split('.').slice(-2).join('.');
}
