/** `2015-03-09T…` → `2015-03`; null where the date is missing or gives no month. */
export function monthOf(date: string | null): string | null {
  const found = date === null ? null : /^(\d{4}-(?:0[1-9]|1[0-2]))/.exec(date);
  return found?.[1] ?? null;
}

/** Months since year 0, so that months can be counted. */
export function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

export function monthName(number: number): string {
  const year = String(Math.floor(number / 12)).padStart(4, '0');
  return `${year}-${String((number % 12) + 1).padStart(2, '0')}`;
}

/** Every month from the first to the last, both included. */
export function monthsBetween(first: string, last: string): string[] {
  const from = monthNumber(first);
  return Array.from({ length: monthNumber(last) - from + 1 }, (_, i) => monthName(from + i));
}
