import type { Page } from './page.ts';

/** Share of the page's height at the top and at the bottom where such numbers are stamped. */
const MARGIN = 0.12;
/** Lines looked at from either end where a page has no geometry. */
const MARGIN_LINES = 3;
/** The word at the number is its prefix. Fewer digits are page numbers, years and section numbers. */
const STAMP = /(?<![\w/.-])((?:[A-Za-z][\w&.-]*?[-_. ]{0,2})?)(\d{4,12})(?![\w/]|[-.]\d)/g;
/** A single page proves no series; it needs a prefix and padding that nothing else has. */
const SINGLE_PAGE_DIGITS = 5;
/** Share of the pages between the first and the last of a series that carry it. */
const COVERAGE = 0.5;

interface Stamp {
  page: number;
  token: string;
  prefix: string;
  digits: string;
}

/** Text of the lines that stand in the margins. */
function marginLines(page: Page): string[] {
  const lines = page.text.split('\n');
  if (page.runs.length === 0 || page.height <= 0) {
    const filled = lines.filter((line) => line.trim() !== '');
    return [...filled.slice(0, MARGIN_LINES), ...filled.slice(-MARGIN_LINES)];
  }
  const found: string[] = [];
  let start = 0;
  for (const line of lines) {
    const end = start + line.length;
    const runs = page.runs.filter((run) => run.start >= start && run.start < end);
    const inMargin = runs.some((run) => run.y1 < MARGIN * page.height || run.y0 > (1 - MARGIN) * page.height);
    // A stamp along the side stands in no head or foot margin but is turned: taller than it is wide.
    const turned = runs.some((run) => run.y1 - run.y0 > 2 * (run.x1 - run.x0) && run.end - run.start > 3);
    if (inMargin || turned) found.push(line);
    start = end + 1;
  }
  return found;
}

function stampsOf(page: Page): Stamp[] {
  return marginLines(page).flatMap((line) =>
    [...line.matchAll(STAMP)].map(([token, prefix = '', digits = '']) => ({
      page: page.page,
      token: token.trim(),
      prefix: prefix.trim(),
      digits,
    })),
  );
}

/** The stamps of one prefix and width that grow with the page: each page's number is above the last one's. */
function growing(stamps: Stamp[]): Stamp[] {
  const series: Stamp[] = [];
  for (const stamp of stamps) {
    const last = series.at(-1);
    const grows = !last || (stamp.page > last.page && Number(stamp.digits) > Number(last.digits));
    if (grows) series.push(stamp);
  }
  return series;
}

function isSeries(series: Stamp[], all: Stamp[], pagesInFile: number): boolean {
  const first = series[0];
  const last = series.at(-1);
  if (!first || !last) return false;
  const padded = first.digits.startsWith('0');
  if (series.length === 1) {
    return pagesInFile === 1 && padded && first.prefix !== '' && first.digits.length >= SINGLE_PAGE_DIGITS;
  }
  if (!padded && first.prefix === '') return false;
  const pages = last.page - first.page + 1;
  const grown = Number(last.digits) - Number(first.digits);
  // Case and phone numbers may happen to grow, but neither at the pace of the pages nor on most of them.
  const pace = grown / Math.max(1, last.page - first.page);
  return series.length >= COVERAGE * pages && series.length >= COVERAGE * all.length && pace <= 2;
}

/**
 * The Bates number of each page, by page number, learned over all pages of a file: a prefix and a zero-padded number in
 * the head or foot margin that grows with the page. Pages that carry none are not in the map.
 */
export function findBates(pages: Page[]): Map<number, string> {
  const groups = new Map<string, Stamp[]>();
  for (const stamp of pages.flatMap(stampsOf)) {
    const key = `${stamp.prefix}\u0000${stamp.digits.length}`;
    groups.set(key, [...(groups.get(key) ?? []), stamp]);
  }
  const series = [...groups.values()]
    .map((all) => ({ all, series: growing(all) }))
    .filter(({ all, series }) => isSeries(series, all, pages.length))
    .sort((a, b) => b.series.length - a.series.length);
  return new Map(series[0]?.series.map((stamp) => [stamp.page, stamp.token]) ?? []);
}
