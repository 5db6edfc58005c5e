import { formatPeople, type Person, parsePeople } from '../ingest/index.ts';
import type { CoderInput } from './coding.ts';
import type { KnownPerson } from './people-participants.ts';

const fold = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * Adds the addresses that the rest of the release shows for people whom a print names without one: who writes to whom
 * counts, and the domain tells the agency. A name that two addresses share is left as it is.
 */
export function completeHeaders(
  headers: CoderInput['headers'],
  people: readonly KnownPerson[],
): CoderInput['headers'] {
  const addresses = new Map<string, string | null>();
  for (const { name, address } of people) {
    if (address === '') continue;
    const known = addresses.get(fold(name));
    addresses.set(fold(name), known === undefined || known === address ? address : null);
  }
  const complete = (text: string): string => {
    const named = parsePeople(text);
    if (named.every(({ name, address }) => address !== '' || !addresses.get(fold(name)))) return text;
    return formatPeople(
      named.map(
        (person): Person => ({
          ...person,
          address: person.address || (addresses.get(fold(person.name)) ?? ''),
        }),
      ),
    );
  };
  return { ...headers, from: complete(headers.from), to: complete(headers.to), cc: complete(headers.cc) };
}
