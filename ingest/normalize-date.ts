import { isFiller, monthOf, weekdayOf, zoneAt } from './normalize-date-words.ts';

/** A time stamp as read from text, with how much of the text was not part of it. */
export interface ParsedDate {
  iso: string;
  /** True where hours and minutes are given. */
  timed: boolean;
  /** Characters of the text that are no part of a date. */
  rest: number;
}

interface Clock {
  hour: number;
  minute: number;
  second: number | null;
}

function fold(raw: string): string {
  return (
    raw
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      // Recognisers put spaces around colons and read l and O for digits.
      .replace(/(\d)\s*[:;]\s*(?=\d{2}(?!\d))/g, '$1:')
      .replace(/(?<=\d)[oO](?=[\d:/]|\b)/g, '0')
      .replace(/(?<=\d)[l|](?=[\d:/]|\b)/g, '1')
      .replace(/\b[l|](?=\d+[:/])/g, '1')
      .replace(/[  ]/g, ' ')
  );
}

const CLOCK =
  /(?<![\d./:-])([01]?\d|2[0-3])(?:[:.h]([0-5]\d)(?:[:.]([0-5]\d))?(?:\.\d+)?)\s*(a\.?\s?m\b\.?|p\.?\s?m\b\.?|[ap]\b)?(?![\d/])|(?<=t)([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(?:\.\d+)?/;
const SHORT_CLOCK = /(?<![\d./:-])(1[0-2]|0?[1-9])\s*(a\.?m\b\.?|p\.?m\b\.?)/;
const MILITARY = /(?<![\d./:-])([01]\d|2[0-3])([0-5]\d)\s*(?:hrs|hours|h)\b/;

function readClock(text: string): { clock: Clock; start: number; end: number } | null {
  const full = CLOCK.exec(text);
  const short = full ? null : SHORT_CLOCK.exec(text);
  const military = full || short ? null : MILITARY.exec(text);
  const match = full ?? short ?? military;
  if (!match) return null;
  const hours = match[1] ?? match[5] ?? '';
  let hour = Number(hours);
  const minute = short ? 0 : Number(match[2] ?? match[6] ?? 0);
  const seconds = full ? (match[3] ?? match[7]) : undefined;
  const half = (full ? match[4] : short?.[2])?.[0];
  if (half && hour > 12)
    return { clock: { hour, minute, second: null }, start: match.index, end: match.index + match[0].length };
  if (half === 'p' && hour < 12) hour += 12;
  if (half === 'a' && hour === 12) hour = 0;
  const second = seconds === undefined ? null : Number(seconds);
  return { clock: { hour, minute, second }, start: match.index, end: match.index + match[0].length };
}

/** The zone printed behind the clock: an offset, else a name; null where none is. */
function readZone(text: string): { offset: string; length: number } | null {
  const lead = /^[\s,(]*/.exec(text)?.[0].length ?? 0;
  const rest = text.slice(lead);
  const named = zoneAt(rest);
  const after = named ? rest.slice(named.length) : rest;
  const number = /^\s?([+-])(\d{1,2}):?(\d{2})?(?![\d/])/.exec(after);
  if (number && Number(number[2]) <= 14 && (named?.offset === '+00:00' || number[3] !== undefined)) {
    const offset = `${number[1]}${(number[2] ?? '').padStart(2, '0')}:${number[3] ?? '00'}`;
    return { offset, length: lead + (named?.length ?? 0) + number[0].length };
  }
  return named ? { offset: named.offset, length: lead + named.length } : null;
}

interface Day {
  year: number;
  month: number;
  day: number;
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  // Two digits: mail begins in the 1970s.
  return year < 70 ? 2000 + year : 1900 + year;
}

/** Characters in which a time stamp is looked for. */
const LONGEST = 400;

function isDay({ year, month, day }: Day): boolean {
  if (year < 1970 || year > 2100 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function weekday({ year, month, day }: Day): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

/** `6/1/2015`: which number is the month is told by size, separator, the weekday beside it or the language; else US order. */
function readNumeric(
  text: string,
  weekdays: number[],
  languages: string[],
): { day: Day; found: string } | null {
  const iso = /(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(text);
  if (iso) {
    const day = { year: Number(iso[1]), month: Number(iso[3]), day: Number(iso[4]) };
    return isDay(day) ? { day, found: iso[0] } : null;
  }
  const match = /(?<![\d/.-])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d])/.exec(text);
  if (!match) return null;
  const year = fullYear(match[4] ?? '');
  const [a, b] = [Number(match[1]), Number(match[3])];
  const american = { year, month: a, day: b };
  const european = { year, month: b, day: a };
  const options = [american, european].filter(isDay);
  if (options.length === 0) return null;
  const fits = options.filter((day) => weekdays.includes(weekday(day)));
  const europe = match[2] === '.' || (languages.length > 0 && !languages.includes('en'));
  const preferred = europe ? european : american;
  const day = fits.length === 1 ? fits[0] : options.includes(preferred) ? preferred : options[0];
  return day ? { day, found: match[0] } : null;
}

/** `January 6, 2015`, `6 de enero de 2015`, `06-Jan-15`, `Jan 06 … 2015`. */
function readNamed(text: string): { day: Day; found: string[] } | null {
  for (const match of text.matchAll(/\p{L}{3,}/gu)) {
    const month = monthOf(match[0]);
    if (!month) continue;
    const before = text.slice(0, match.index);
    const behind = text.slice(match.index + match[0].length);
    const lead = /(?<!\d)(\d{1,2})(?:\.|st|nd|rd|th|er|o)?(?:\s+de\s+|\s+of\s+|[\s.-]+)$/.exec(before);
    const year = /^(?:\.?\s+del?\s+|[\s.,-]+|\.?,?\s+)(\d{4}|\d{2})(?![\d:])/.exec(behind);
    if (lead && year) {
      const day = { year: fullYear(year[1] ?? ''), month: month.number, day: Number(lead[1]) };
      if (isDay(day)) return { day, found: [lead[0], match[0], year[0]] };
    }
    const day = /^[\s.-]+(\d{1,2})(?:st|nd|rd|th)?(?![\d:])/.exec(behind);
    const tail = day ? behind.slice(day[0].length) : '';
    const after =
      /^[\s,.-]+(\d{4}|\d{2}(?=$|[\s,]))(?![\d:])/.exec(tail) ?? /[\s,](\d{4})(?![\d:])/.exec(tail);
    if (day && after) {
      const found = { year: fullYear(after[1] ?? ''), month: month.number, day: Number(day[1]) };
      if (isDay(found)) return { day: found, found: [match[0], day[0], after[1] ?? ''] };
    }
  }
  return null;
}

function without(text: string, ...found: string[]): string {
  let rest = text;
  for (const piece of found) rest = rest.replace(piece, ' ');
  return rest;
}

const two = (value: number): string => String(value).padStart(2, '0');

/**
 * Reads the first time stamp of a text. `languages` (of the labels around it) settle `6/1/2015`; without a hint in the
 * text or there, the order is the US one. Null where day, month and year are not all given.
 */
export function parseDate(raw: string, languages: string[] = []): ParsedDate | null {
  const text = fold(raw.slice(0, LONGEST));
  const clock = readClock(text);
  const bare = clock ? `${text.slice(0, clock.start)} \u0001 ${text.slice(clock.end)}` : text;
  const words = bare.match(/\p{L}+(?:-feira)?/gu) ?? [];
  const named = readNamed(bare.replace('\u0001', ' '));
  const weekdays = words.flatMap((word) => weekdayOf(word));
  const spoken =
    languages.length > 0 ? languages : [...new Set(weekdays.flatMap((entry) => entry.languages))];
  const numeric = named
    ? null
    : readNumeric(
        bare,
        weekdays.map((entry) => entry.number),
        spoken,
      );
  const day = named?.day ?? numeric?.day;
  if (!day) return null;
  const zone = clock ? readZone(text.slice(clock.end)) : null;
  let iso = `${day.year}-${two(day.month)}-${two(day.day)}`;
  if (clock) {
    iso += `T${two(clock.clock.hour)}:${two(clock.clock.minute)}`;
    if (clock.clock.second !== null) iso += `:${two(clock.clock.second)}`;
    if (zone) iso += zone.offset;
  }
  const behind = clock ? text.slice(clock.end + (zone?.length ?? 0)) : '';
  const outside = without(
    clock ? `${text.slice(0, clock.start)} ${behind}` : text,
    ...(named?.found ?? [numeric?.found ?? '']),
  );
  const rest = outside.replace(/\p{L}+(?:-feira)?\.?/gu, (word) => {
    const plain = word.replace(/\.$/, '');
    return isFiller(plain) || weekdayOf(plain).length > 0 ? '' : word;
  });
  return { iso, timed: clock !== null, rest: rest.replace(/[\s.,;()[\]-]/g, '').length };
}

/**
 * A date as ISO 8601 and no more precise than the text: `2015-01-06T05:52:09-06:00`, `2015-01-06T05:52`, `2015-01-06`.
 * The zone is given only where it is printed. Null where the text names no day.
 */
export function normalizeDate(raw: string, languages: string[] = []): string | null {
  return parseDate(raw, languages)?.iso ?? null;
}
