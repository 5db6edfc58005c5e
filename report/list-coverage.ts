import type { LinkedItem } from '../classify/index.ts';
import { isArchive, type Page, type SourceFile } from '../ingest/index.ts';
import type { Coverage, FilePages, PageRange } from './audit.ts';
import { listBates } from './list-bates.ts';
import { monthName, monthNumber, monthOf } from './months.ts';

/** Runs of numbers that follow on one another: 3, 4, 5, 9 → 3–5, 9. */
export function joinRanges(numbers: readonly number[]): PageRange[] {
  const ranges: PageRange[] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const open = ranges.at(-1);
    if (open !== undefined && open.last + 1 === number) open.last = number;
    else ranges.push({ first: number, last: number });
  }
  return ranges;
}

/** Under this mean confidence of 100 a recogniser's words are wrong often enough for a quote to be looked at on the picture. */
export const LOW_CONFIDENCE = 70;

/** A page of which this share is covered tells less than it hides. */
const MOSTLY = 0.5;

/** The pages of each file that something is true of, in the order of the files. */
function listPages(
  files: readonly SourceFile[],
  pages: readonly Page[],
  isTrue: (page: Page) => boolean,
): FilePages[] {
  const numbers = new Map<string, number[]>();
  for (const page of pages) {
    if (!isTrue(page)) continue;
    const list = numbers.get(page.file_id);
    if (list === undefined) numbers.set(page.file_id, [page.page]);
    else list.push(page.page);
  }
  return files.flatMap(({ file_id, path }) => {
    const list = numbers.get(file_id);
    return list === undefined ? [] : [{ file_id, path, pages: list.length, ranges: joinRanges(list) }];
  });
}

/** How often each name occurs, most frequent first. */
function countNames(names: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
}

function listEmptyMonths(present: ReadonlySet<string>): Coverage['empty_months'] {
  const numbers = [...present].map(monthNumber).sort((a, b) => a - b);
  return numbers.slice(1).flatMap((number, i) => {
    const from = (numbers[i] ?? number) + 1;
    const months = number - from;
    return months === 0 ? [] : [{ first: monthName(from), last: monthName(number - 1), months }];
  });
}

function sum<T>(list: readonly T[], of: (entry: T) => number): number {
  return list.reduce((total, entry) => total + of(entry), 0);
}

/** What was read and what was not: the sums that a reader can add up again. Copies count here, since each stands somewhere. */
export function listCoverage(
  files: readonly SourceFile[],
  pages: readonly Page[],
  items: readonly LinkedItem[],
): Coverage {
  const months = new Set(items.map((item) => monthOf(item.date)).filter((month) => month !== null));
  const sorted = [...months].sort();
  const by_status: Coverage['by_status'] = { read: 0, partial: 0, unreadable: 0, duplicate: 0 };
  const by_method: Coverage['by_method'] = { text: 0, ocr: 0, blank: 0, unread: 0 };
  for (const file of files) by_status[file.status] += 1;
  for (const page of pages) by_method[page.method] += 1;
  return {
    files,
    by_status,
    by_method,
    items_expected: sum(files, (file) => file.items_expected),
    items_emitted: sum(files, (file) => file.items_emitted),
    items_failed: sum(files, (file) => file.items_failed),
    entries_emitted: sum(
      files.filter((file) => isArchive(file.media_type)),
      (file) => file.items_emitted,
    ),
    items_quoted: items.filter((item) => item.origin === 'quoted').length,
    unread: listPages(files, pages, ({ method }) => method === 'unread'),
    low_confidence: listPages(
      files,
      pages,
      ({ ocr_confidence }) => ocr_confidence !== null && ocr_confidence < LOW_CONFIDENCE,
    ),
    failed_redactions: listPages(files, pages, ({ failed_redaction }) => failed_redaction),
    first_month: sorted[0] ?? null,
    last_month: sorted.at(-1) ?? null,
    empty_months: listEmptyMonths(months),
    items_without_date: items.filter((item) => item.duplicate_of === null && item.date === null).length,
    items_redacted: items.filter((item) => item.duplicate_of === null && item.redacted).length,
    pages_redacted: pages.filter((page) => page.redactions > 0).length,
    redactions: sum(pages, (page) => page.redactions),
    redacted_share: pages.length === 0 ? null : sum(pages, (page) => page.redacted_share) / pages.length,
    mostly_redacted: listPages(files, pages, ({ redacted_share }) => redacted_share >= MOSTLY),
    exemptions: countNames(
      pages.flatMap(({ redaction_boxes }) => redaction_boxes.flatMap(({ codes }) => codes)),
    ).map(([code, redactions]) => ({ code, redactions })),
    engines: countNames(pages.flatMap(({ engine }) => engine ?? [])).map(([engine, pages]) => ({
      engine,
      pages,
    })),
    bates: listBates(pages),
  };
}
