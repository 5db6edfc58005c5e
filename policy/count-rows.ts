import type { ClaimNumber } from './claim.ts';
import type { ClaimRow } from './claim-rows.ts';
import type { Condition } from './condition.ts';
import { inForce, type Period } from './days.ts';
import type { Reading } from './reading.ts';

/** A number in one reading, with the rows behind it. */
export interface Counted {
  /** Null where there is nothing to count: no row for a percentage or a median. */
  value: number | null;
  rows: ClaimRow[];
  /** Rows of which the records do not tell whether they count. */
  open: ClaimRow[];
  /** Rows of the unit in the period, whether they count or not. */
  looked_at: number;
  /** Rows that have no date, where the number is about a period. */
  undated: number;
}

function keeps(row: ClaimRow, where: Condition | null, reading: Reading): boolean | null {
  if (where === null) return true;
  return where.test(row.readings[reading]).value;
}

function monthsOf(rows: readonly ClaimRow[]): number {
  // A date known to the year only stands for no month.
  return new Set(
    rows.flatMap(({ days }) =>
      days !== null && days.first.slice(0, 7) === days.last.slice(0, 7) ? [days.first.slice(0, 7)] : [],
    ),
  ).size;
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

function numbersOf(rows: readonly ClaimRow[], field: string): number[] {
  return rows.map(({ values }) => values[field]).filter((value) => typeof value === 'number');
}

/** `months` is how many the claim's period spans. Pure: the same rows give the same number. */
export function countRows(
  number: ClaimNumber,
  all: readonly ClaimRow[],
  reading: Reading,
  months: number,
): Counted {
  const dated = all.map((row) => ({ row, within: inPeriod(row, number.period) }));
  const candidates = dated.filter(({ within }) => within !== false).map(({ row }) => row);
  const undated = dated.filter(({ within }) => within === null).map(({ row }) => row);
  const answers = candidates.map((row) => ({
    row,
    kept: undated.includes(row) ? null : keeps(row, number.where, reading),
  }));
  const rows = answers.filter(({ kept }) => kept === true).map(({ row }) => row);
  const open = answers
    .filter(({ row, kept }) => kept === null && keeps(row, number.where, reading) !== false)
    .map(({ row }) => row);
  const result = { rows, open, looked_at: candidates.length, undated: undated.length };
  switch (number.count) {
    case 'rows':
      return { ...result, value: rows.length };
    case 'persons':
      return { ...result, value: numbersOf(rows, 'persons').reduce((sum, one) => sum + one, 0) };
    case 'families':
      return { ...result, value: rows.filter(({ values }) => values.family === true).length };
    case 'months':
      return { ...result, value: monthsOf(rows) };
    case 'percent': {
      const whole = candidates.filter(
        (row) => !undated.includes(row) && keeps(row, number.of, reading) === true,
      );
      const part = rows.filter((row) => whole.includes(row));
      return { ...result, rows: part, value: whole.length === 0 ? null : (100 * part.length) / whole.length };
    }
    case 'per_month':
      return { ...result, value: months === 0 ? null : rows.length / months };
    case 'median_reply_minutes': {
      const replies = rows.filter(({ values }) => typeof values.reply_minutes === 'number');
      return { ...result, rows: replies, value: median(numbersOf(replies, 'reply_minutes')) };
    }
  }
}

/** Null where the row's date does not tell. */
function inPeriod({ days }: ClaimRow, period: Period): boolean | null {
  return period.from === null && period.to === null ? true : inForce(days, period).value;
}
