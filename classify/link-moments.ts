/** A date as a record has it: no finer than its source. Minutes and days are counted from 1970-01-01. */
export interface Moment {
  day: number;
  /** Minute of the wall clock, as if it were UTC; null where the record has only a day. */
  wall: number | null;
  second: number | null;
  /** Minutes east of UTC; null where the record names no zone. */
  offset: number | null;
}

/**
 * `same`: the same minute. `near`: up to two minutes apart (a client prints when a message was sent, a server when it
 * took it). `shifted`: a whole number of half hours apart, by no more than 14 hours, and zones unknown, so that it may be
 * one moment seen from two zones. `misread`: one digit of the minutes differs. `day`: one record has only a day, and it is that day.
 */
export type MomentMatch = 'same' | 'near' | 'shifted' | 'misread' | 'day' | 'unknown' | 'different';

const MINUTES_A_DAY = 1440;
/** The widest distance between two zones in use, UTC-12 to UTC+14, is more; mail between two offices stays within this. */
const WIDEST_SHIFT = 14 * 60;

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** Reads an item's `date`; null for null and for anything that is not a day of the calendar. */
export function readMoment(date: string | null): Moment | null {
  const found = date === null ? null : ISO.exec(date);
  if (!found) return null;
  const [, year, month, dayOfMonth, hour, minute, second, zone] = found;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(dayOfMonth));
  if (!Number.isFinite(time) || new Date(time).getUTCDate() !== Number(dayOfMonth)) return null;
  const day = Math.round(time / 86_400_000);
  if (hour === undefined || minute === undefined) return { day, wall: null, second: null, offset: null };
  return {
    day,
    wall: day * MINUTES_A_DAY + Number(hour) * 60 + Number(minute),
    second: second === undefined ? null : Number(second),
    offset: zone === undefined ? null : readOffset(zone),
  };
}

function readOffset(zone: string): number {
  if (zone === 'Z') return 0;
  const digits = zone.replace(/\D/g, '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return zone.startsWith('-') ? -minutes : minutes;
}

export function compareMoments(a: Moment | null, b: Moment | null): MomentMatch {
  if (a === null || b === null) return 'unknown';
  if (a.wall === null || b.wall === null) return a.day === b.day ? 'day' : 'different';
  if (a.offset !== null && b.offset !== null) {
    return closeness(a, b, a.wall - a.offset - (b.wall - b.offset));
  }
  const apart = a.wall - b.wall;
  const close = closeness(a, b, apart);
  if (close !== 'different') return close;
  const distance = Math.abs(apart);
  if (distance <= WIDEST_SHIFT && distance % 30 === 0) return 'shifted';
  return isMisread(a.wall, b.wall) ? 'misread' : 'different';
}

/** The same hour, and tens or ones of the minutes differ. Hours and days are not tried: notices keep the minute and change those. */
function isMisread(a: number, b: number): boolean {
  if (Math.floor(a / 60) !== Math.floor(b / 60)) return false;
  return a % 10 === b % 10 || Math.floor((a % 60) / 10) === Math.floor((b % 60) / 10);
}

function closeness(a: Moment, b: Moment, apart: number): MomentMatch {
  if (apart === 0) {
    const seconds = a.second !== null && b.second !== null ? Math.abs(a.second - b.second) : 0;
    return seconds === 0 ? 'same' : 'near';
  }
  return Math.abs(apart) <= 2 ? 'near' : 'different';
}

/**
 * A minute to order messages by: that of the wall clock, since most records of a release have no zone and share one;
 * noon for a record that has only a day.
 */
export function orderingMinute(moment: Moment): number {
  return moment.wall ?? moment.day * MINUTES_A_DAY + MINUTES_A_DAY / 2;
}

const WEEKDAYS = [
  ['sun', 'dom', 'dim'],
  ['mon', 'lun'],
  ['tue', 'mar', 'mardi'],
  ['wed', 'mie', 'mié', 'mer'],
  ['thu', 'jue', 'jeu'],
  ['fri', 'vie', 'ven'],
  ['sat', 'sab', 'sáb', 'sam'],
];

/**
 * True where the date as printed begins with a weekday and it is not that date's: a digit of the date was misread, and
 * nothing may rest on it.
 */
export function contradictsWeekday(moment: Moment, raw: string): boolean {
  const word = /^\W*([\p{L}]{3,})/u.exec(raw.toLowerCase())?.[1];
  if (word === undefined) return false;
  const named = WEEKDAYS.flatMap((names, day) => (names.some((name) => word.startsWith(name)) ? [day] : []));
  // 1970-01-01 was a Thursday.
  const actual = (((moment.day + 4) % 7) + 7) % 7;
  return named.length > 0 && !named.includes(actual) && !startsWithMonth(word);
}

/** "Mar 3" and "Marzo" are months; so are "mars", "mar." in French and Spanish. */
function startsWithMonth(word: string): boolean {
  return /^(mar(z|s|ch)?$|mar(zo|s|ch)|mart?\.?$)/.test(word);
}
