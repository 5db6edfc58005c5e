import type { Exchange } from '../classify/index.ts';
import type { PeriodRow, Timeline } from './audit.ts';
import { monthOf, monthsBetween } from './months.ts';

/** Beyond ten years of months a bar is too thin to see, and one wrong date makes hundreds of them: years are drawn instead. */
const MOST_MONTHS = 120;

/** Contacts by the period of their first message; those without one come under the empty period. */
function group(
  contacts: readonly Exchange[],
  periodOf: (contact: Exchange) => string,
): Map<string, PeriodRow> {
  const rows = new Map<string, PeriodRow>();
  for (const contact of contacts) {
    const period = periodOf(contact);
    const row = rows.get(period) ?? { period, counts: {}, total: 0 };
    row.counts[contact.verdict] = (row.counts[contact.verdict] ?? 0) + 1;
    row.total += 1;
    rows.set(period, row);
  }
  return rows;
}

function byPeriod(a: PeriodRow, b: PeriodRow): number {
  if (a.period === '' || b.period === '') return a.period === '' ? 1 : -1;
  return a.period < b.period ? -1 : 1;
}

/** When the contacts began, by month and verdict. A date that gives only a year counts as no month. */
export function buildTimeline(contacts: readonly Exchange[]): Timeline {
  const months = group(contacts, (contact) => monthOf(contact.first_date) ?? '');
  const rows = [...months.values()].sort(byPeriod);
  const dated = rows.filter((row) => row.period !== '');
  const first = dated[0]?.period;
  const last = dated.at(-1)?.period;
  if (first === undefined || last === undefined) return { unit: 'month', bars: [], months: rows };
  const every = monthsBetween(first, last);
  const unit = every.length > MOST_MONTHS ? 'year' : 'month';
  const periods = unit === 'month' ? every : [...new Set(every.map((month) => month.slice(0, 4)))];
  const counted =
    unit === 'month' ? months : group(contacts, (contact) => monthOf(contact.first_date)?.slice(0, 4) ?? '');
  const bars = periods.map((period) => counted.get(period) ?? { period, counts: {}, total: 0 });
  return { unit, bars, months: rows };
}
