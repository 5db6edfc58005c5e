import { NO, type Truth, unknown, YES } from './truth.ts';

/** The first and last day that a date can mean: a month without a day is any day of it. Days as written, no zone applied. */
export interface DayRange {
  first: string;
  last: string;
}

/** `2018-07` → 1 to 31 July; a date with a time is its day as the record writes it; null where there is no date. */
export function dayRange(date: string | null): DayRange | null {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(date ?? '');
  if (found === null) return null;
  const [, year = '', month, day] = found;
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` };
  if (day !== undefined) return { first: `${year}-${month}-${day}`, last: `${year}-${month}-${day}` };
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return { first: `${year}-${month}-01`, last: `${year}-${month}-${String(last).padStart(2, '0')}` };
}

/** True where `text` is a day, month or year that exists, in ISO 8601. */
export function isDay(text: string): boolean {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (found === null) return false;
  const [, year, month = '01', day = '01'] = found;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.toISOString().slice(0, 10) === `${year}-${month}-${day}`;
}

/** What is missing where the date of the contact leaves it open, and where the rule's own date does. */
export const CONTACT_DATE = 'date';
export const RULE_DATE = 'rule_date';

/** A rule's time in force, both days included; null where it has no end, or none is known. */
export interface Period {
  from: string | null;
  to: string | null;
}

/** Was the rule in force on `date`? Both may be known to the month only, and then the border can be out of reach. */
export function inForce(date: DayRange | null, period: Period): Truth {
  const from = dayRange(period.from);
  const to = dayRange(period.to);
  if (from === null && to === null) return YES;
  if (date === null) return unknown(CONTACT_DATE);
  if (from !== null && date.last < from.first) return NO;
  if (to !== null && date.first > to.last) return NO;
  const begun = from === null || date.first >= from.last;
  const going = to === null || date.last <= to.first;
  if (begun && going) return YES;
  const vague =
    (!begun && from !== null && from.first !== from.last) || (!going && to !== null && to.first !== to.last);
  return unknown(vague ? RULE_DATE : CONTACT_DATE);
}
