import { normalizeDate } from './normalize-date.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Zones that RFC 5322 section 4.3 still allows, in minutes east of UTC. */
const OLD_ZONES: Record<string, number> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
};
const MAIL_DATE =
  /^(?:[A-Za-z]+\.?,?\s*)?(\d{1,2})[\s-]+([A-Za-z]{3})[a-z]*\.?[\s-]+(\d{2,4}),?\s+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([+-]\d{4}|[A-Za-z]{1,4})?/;

const two = (value: number) => String(value).padStart(2, '0');

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length >= 4) return year;
  // RFC 5322 section 4.3: two digits up to 49 are of this century, three digits count from 1900.
  return digits.length === 3 || year >= 50 ? 1900 + year : 2000 + year;
}

function zone(text: string | undefined): string {
  if (!text) return '';
  const numeric = /^([+-])(\d{2})(\d{2})$/.exec(text);
  // "-0000" says that the sender's zone is unknown (RFC 5322 section 3.3); the time itself is UTC.
  if (numeric) return `${text === '-0000' ? '+' : numeric[1]}${numeric[2]}:${numeric[3]}`;
  const minutes = OLD_ZONES[text.toLowerCase()];
  if (minutes === undefined) return '';
  return `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:00`;
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/**
 * The date of a Date header in ISO 8601 with the sender's own offset: `2015-01-06T05:52:09-06:00`. Forms that RFC 5322
 * does not know are read as dates of printed mail are. Null where there is no date in it.
 */
export function mailDate(raw: string): string | null {
  const text = raw.replace(/\([^)]*\)/g, ' ').trim();
  const match = MAIL_DATE.exec(text);
  const month = MONTHS.indexOf(match?.[2]?.toLowerCase() ?? '') + 1;
  if (!match || month === 0) return normalizeDate(raw);
  const [, day = '', , year = '', hour = '', minute = '', second] = match;
  const fits = isDay(fullYear(year), month, Number(day)) && Number(hour) < 24 && Number(minute) < 60;
  if (!fits) return null;
  const seconds = second === undefined ? '' : `:${second === '60' ? '59' : second}`;
  const offset = zone(match[7]);
  // A zone that is not known leaves the time as it stands.
  return `${fullYear(year)}-${two(month)}-${two(Number(day))}T${two(Number(hour))}:${minute}${seconds}${offset}`;
}
