import type { Page } from './page.ts';

/** Numbers that a file leaves out between two of its pages. */
export interface BatesGap {
  /** First and last missing number, as they would be printed. */
  first: string;
  last: string;
  count: number;
  /** The page before the gap and the one behind it. */
  before: number;
  behind: number;
}

/** A number ends in its digits; what stands before them is the same on every page of a series. */
function cut(bates: string): { prefix: string; digits: string } | null {
  const found = /^(.*?)(\d+)$/.exec(bates);
  return found ? { prefix: found[1] ?? '', digits: found[2] ?? '' } : null;
}

/**
 * Gaps in the Bates numbers of a file's pages. Pages between that show no number (scans) may carry the numbers that are
 * missing and are taken off the count; none is named where nothing is left.
 */
export function findBatesGaps(pages: Pick<Page, 'page' | 'bates'>[]): BatesGap[] {
  const gaps: BatesGap[] = [];
  let last: { page: number; prefix: string; digits: string } | null = null;
  for (const { page, bates } of [...pages].sort((a, b) => a.page - b.page)) {
    const parts = bates === null ? null : cut(bates);
    if (!parts) continue;
    if (last && last.prefix === parts.prefix) {
      const { prefix, digits } = last;
      const [from, to] = [Number(digits) + 1, Number(parts.digits) - 1];
      const unnumbered = page - last.page - 1;
      const show = (value: number) => `${prefix}${String(value).padStart(digits.length, '0')}`;
      const count = to - from + 1 - unnumbered;
      if (count > 0) gaps.push({ first: show(from), last: show(to), count, before: last.page, behind: page });
    }
    last = { page, ...parts };
  }
  return gaps;
}
