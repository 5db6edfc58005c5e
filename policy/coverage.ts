import type { LinkedItem } from '../classify/index.ts';
import { dayRange, type Period } from './days.ts';

/** What the records cover: the base on which any claim stands. */
export interface RecordCoverage {
  files: number;
  files_unreadable: number;
  pages: number;
  pages_unread: number;
  /** First and last day of any dated item; null where none has a date. */
  first_day: string | null;
  last_day: string | null;
}

/** Days of the items that count. */
export function daysOf(items: readonly LinkedItem[]): { first_day: string | null; last_day: string | null } {
  const days = items
    .filter(({ duplicate_of }) => duplicate_of === null)
    .flatMap(({ date }) => dayRange(date) ?? [])
    .filter(({ first, last }) => first.slice(0, 7) === last.slice(0, 7));
  const firsts = days.map(({ first }) => first).sort();
  const lasts = days.map(({ last }) => last).sort();
  return { first_day: firsts[0] ?? null, last_day: lasts.at(-1) ?? null };
}

function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}

/** Calendar months that a period and the records have in common; 0 where they have none. */
export function monthsWithin(period: Period, { first_day, last_day }: RecordCoverage): number {
  if (first_day === null || last_day === null) return 0;
  const from = dayRange(period.from)?.first ?? first_day;
  const to = dayRange(period.to)?.last ?? last_day;
  const [begin, end] = [from > first_day ? from : first_day, to < last_day ? to : last_day];
  return Math.max(0, monthNumber(end) - monthNumber(begin) + 1);
}

/** Share of the release that nobody has read: of its pages, or of its files where that is more. 0 to 1. */
export function unreadShare({ files, files_unreadable, pages, pages_unread }: RecordCoverage): number {
  const ofPages = pages === 0 ? 0 : pages_unread / pages;
  const ofFiles = files === 0 ? 0 : files_unreadable / files;
  return Math.max(ofPages, ofFiles);
}
