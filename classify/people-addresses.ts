import type { Person } from './people.ts';

/** Addresses by name, gathered from all headers: prints name most recipients without one. */
export interface AddressBook {
  /** The organisation's part of the person's mail domain ("lindengrove.example"); null where no address is known or two are. */
  houseOf(person: Person | null): string | null;
}

export function buildAddressBook(people: Iterable<Person>): AddressBook {
  const byName = new Map<string, string | null>();
  for (const person of people) {
    if (person.address === '' || person.words.length < 2) continue;
    const key = nameKey(person);
    const known = byName.get(key);
    // Two people of one name in two houses: the name says nothing.
    if (known === undefined) byName.set(key, houseOfAddress(person.address));
    else if (known !== houseOfAddress(person.address)) byName.set(key, null);
  }
  return {
    houseOf(person) {
      if (person === null) return null;
      if (person.address !== '') return houseOfAddress(person.address);
      return byName.get(nameKey(person)) ?? null;
    },
  };
}

function nameKey(person: Person): string {
  return [...person.words].sort().join(' ');
}

/** Second labels under which organisations register: "ci.bloomington.il.us", "police.uk", "k12.il.us". */
const SHARED_SUFFIX = /(?:^|\.)((?:[^.]+\.)?[^.]+\.(?:[a-z]{2}\.us|(?:co|com|gov|org|ac|police)\.[a-z]{2}))$/;

/** "pd.city.gov" and "legal.city.gov" are one house: the domain as registered, without what stands before it. */
export function houseOfAddress(address: string): string | null {
  const domain = address.split('@')[1];
  if (domain === undefined || domain === '') return null;
  const shared = SHARED_SUFFIX.exec(domain)?.[1];
  return shared ?? domain.split('.').slice(-2).join('.');
}
