import type { Verdict } from '../classify/index.ts';
import type { Contact } from './audit.ts';

/** Contacts about one case. */
export interface Incident {
  /** Null for a contact that was tied to no other by an id. */
  incident_id: string | null;
  /** Numbers of the contacts in this report, in order of date. */
  contacts: number[];
  first_date: string | null;
  last_date: string | null;
  /** Each verdict once, in the order in which they first occur. */
  verdicts: Verdict[];
  /** The largest number that any of its contacts names. */
  persons: number;
  persons_unknown: boolean;
  disputed: boolean;
}

function latest(contacts: readonly Contact[]): string | null {
  const dates = contacts.flatMap(({ exchange }) => exchange.last_date ?? exchange.first_date ?? []);
  return dates.sort().at(-1) ?? null;
}

/** Every incident once, in the order of its first contact; a contact without an incident is one by itself. */
export function listIncidents(contacts: readonly Contact[]): Incident[] {
  const groups = new Map<string, Contact[]>();
  for (const contact of contacts) {
    const key = contact.exchange.incident_id ?? contact.exchange.exchange_id;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [contact]);
    else group.push(contact);
  }
  return [...groups.values()].map((group) => ({
    incident_id: group[0]?.exchange.incident_id ?? null,
    contacts: group.map(({ number }) => number),
    first_date: group[0]?.exchange.first_date ?? null,
    last_date: latest(group),
    verdicts: [...new Set(group.map(({ exchange }) => exchange.verdict))],
    persons: Math.max(...group.map(({ exchange }) => exchange.persons ?? 0)),
    persons_unknown: group.some(({ exchange }) => exchange.persons === null),
    disputed: group.some(({ disputed }) => disputed),
  }));
}
