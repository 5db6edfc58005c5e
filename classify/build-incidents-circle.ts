import type { Item } from '../ingest/index.ts';
import type { Exchange } from './exchange.ts';
import { readMoment } from './link-moments.ts';
import { readPeople } from './people.ts';

/** Who dealt with an exchange and when: a family name means the same person only among the same people. */
export interface Circle {
  people: ReadonlySet<string>;
  /** Days since 1970-01-01; null where no item has a date. */
  day: number | null;
}

/** Days from one talk about a person to the next: from arrest to sentence. */
const FARTHEST = 730;

export function circleOf(exchange: Exchange, items: readonly Item[]): Circle {
  const people = new Set<string>();
  for (const person of items.flatMap((item) => [item.from, item.to, item.cc].flatMap(readPeople))) {
    if (person.address !== '') people.add(person.address);
    if (person.words.length > 1) people.add([...person.words].sort().join(' '));
  }
  return { people, day: readMoment(exchange.first_date)?.day ?? null };
}

export function areNear(a: Circle, b: Circle): boolean {
  if (a.day !== null && b.day !== null && Math.abs(a.day - b.day) > FARTHEST) return false;
  return [...a.people].some((person) => b.people.has(person));
}
