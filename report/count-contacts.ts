import type { Exchange, Verdict } from '../classify/index.ts';
import type { CrossRow, KindRow, Reading, Tally } from './audit.ts';
import { isDecided } from './labels.ts';

/** Under which contacts are one incident; a contact that was tied to none is one by itself. */
function incidentOf(exchange: Exchange): string {
  return exchange.incident_id ?? exchange.exchange_id;
}

/** What stands behind a number of contacts. See `Tally` for how persons are counted. `disputed` holds ids of contacts. */
export function tally(
  contacts: readonly Exchange[],
  disputed: ReadonlySet<string> = new Set<string>(),
): Tally {
  const persons = new Map<string, number>();
  for (const contact of contacts) {
    const incident = incidentOf(contact);
    persons.set(incident, Math.max(persons.get(incident) ?? 0, contact.persons ?? 0));
  }
  const decided = contacts.filter(isDecided).length;
  return {
    contacts: contacts.length,
    incidents: persons.size,
    persons: [...persons.values()].reduce((sum, n) => sum + n, 0),
    persons_unknown: contacts.filter((contact) => contact.persons === null).length,
    decided,
    suggested: contacts.length - decided,
    needs_review: contacts.filter((contact) => contact.needs_review).length,
    disputed: contacts.filter(({ contact_id }) => contact_id !== null && disputed.has(contact_id)).length,
  };
}

const READINGS: Record<Reading['name'], Verdict[]> = {
  strict: ['status-only'],
  broad: ['status-only', 'mixed'],
};

/** One reading, with `undetermined` counted either way. */
export function read(
  name: Reading['name'],
  contacts: readonly Exchange[],
  disputed: ReadonlySet<string> = new Set<string>(),
): Reading {
  const verdicts = READINGS[name];
  const within = contacts.filter((contact) => verdicts.includes(contact.verdict));
  const undetermined = contacts.filter((contact) => contact.verdict === 'undetermined').length;
  const share = (n: number): number | null => (contacts.length === 0 ? null : n / contacts.length);
  const low = within.length;
  const high = low + undetermined;
  return {
    name,
    verdicts,
    low,
    high,
    share_low: share(low),
    share_high: share(high),
    tally: tally(within, disputed),
  };
}

/** How many contacts carry each code of a field, most frequent first. A contact with two codes is counted under both. */
export function countKinds(
  contacts: readonly Exchange[],
  codesOf: (contact: Exchange) => readonly string[],
): KindRow[] {
  const rows = new Map<string, KindRow>();
  for (const contact of contacts) {
    for (const code of new Set(codesOf(contact))) {
      const row = rows.get(code) ?? { code, contacts: 0, strict: 0, broad: 0 };
      row.contacts += 1;
      if (READINGS.strict.includes(contact.verdict)) row.strict += 1;
      if (READINGS.broad.includes(contact.verdict)) row.broad += 1;
      rows.set(code, row);
    }
  }
  return [...rows.values()].sort((a, b) => b.contacts - a.contacts || (a.code < b.code ? -1 : 1));
}

/** Contacts by direction and authority, in the order of their names. */
export function crossKinds(contacts: readonly Exchange[]): CrossRow[] {
  const rows = new Map<string, CrossRow>();
  for (const { direction, component } of contacts) {
    for (const one of new Set(component)) {
      const key = `${direction ?? 'unknown'} ${one}`;
      const row = rows.get(key) ?? { direction: direction ?? 'unknown', component: one, contacts: 0 };
      row.contacts += 1;
      rows.set(key, row);
    }
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
