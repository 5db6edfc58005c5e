import type { SourceFile } from '../ingest/index.ts';
import type { AuditReport, Coverage, FilePages } from './audit.ts';
import { count, percent, plural } from './labels.ts';
import type { PdfContext } from './pdf-context.ts';
import { figure } from './pdf-figure.ts';
import { BODY, heading, label, list, NOTE, paragraph, RECORD } from './pdf-flow.ts';
import type { Sheet } from './pdf-sheet.ts';
import { table } from './pdf-table.ts';
import { plotCoverage } from './plot-coverage.ts';

/** Files with trouble that are printed; all of them are in files.csv. */
const MOST_FILES = 300;
/** Files with unread pages that are printed; all of them are in pages.csv. */
const MOST_UNREAD = 100;
/** Gaps in the Bates numbers that are printed. */
const MOST_GAPS = 40;

const STATUS_NAMES: Record<SourceFile['status'], string> = {
  read: 'read',
  partial: 'read in part',
  unreadable: 'unreadable',
  duplicate: 'duplicate of another file',
};

function sums(sheet: Sheet, { counts, coverage }: AuditReport): void {
  const { by_status, by_method } = coverage;
  const rows: [string, number][] = [
    ['Files read', by_status.read],
    ['Files read in part', by_status.partial],
    ['Files unreadable', by_status.unreadable],
    ['Files that duplicate another', by_status.duplicate],
    ['All files', counts.files],
    ['Pages with text in the file', by_method.text],
    ['Pages read by character recognition', by_method.ocr],
    ['Pages blank', by_method.blank],
    ['Pages that could not be read', by_method.unread],
    ['All pages', counts.pages],
    ['Items promised by the files', coverage.items_expected],
    ['Items that came out', coverage.items_emitted],
    ['Items that failed', coverage.items_failed],
    ['Items quoted inside what came out', coverage.items_quoted],
    ['Items, each message once', counts.items],
    ['Further copies, joined', counts.copies],
  ];
  table(sheet, {
    caption: 'The sums that show that nothing was lost in silence',
    columns: [
      { head: 'What', share: 3 },
      { head: 'Count', share: 1, number: true },
    ],
    width: 300,
    rows: rows.map(([name, value]) => [name, count(value)]),
  });
}

function trouble(sheet: Sheet, files: readonly SourceFile[]): void {
  if (files.length === 0) {
    paragraph(sheet, 'Every file was read without trouble.');
    return;
  }
  const printed = files.slice(0, MOST_FILES);
  table(sheet, {
    caption: 'Files not read, read in part, or with issues',
    size: 8,
    columns: [
      { head: 'File', share: 2.2 },
      { head: 'Status', share: 1 },
      { head: 'Issues', share: 3 },
    ],
    rows: printed.map(({ path, status, issues }) => [
      path,
      STATUS_NAMES[status],
      issues
        .map(({ message, where }) => (where === undefined ? message : `${message} (${where})`))
        .join('\n') || 'none',
    ]),
  });
  if (files.length > printed.length) {
    paragraph(sheet, `${plural(files.length - printed.length, 'further file')} in files.csv.`, NOTE);
  }
}

/** Pages of files that something is true of, a line a file. */
function pageList(sheet: Sheet, files: readonly FilePages[], none: string): void {
  if (files.length === 0) {
    paragraph(sheet, none);
    return;
  }
  const printed = files.slice(0, MOST_UNREAD);
  list(
    sheet,
    printed.map(({ path, pages, ranges }) => {
      const words = ranges.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`));
      return `${path}: ${plural(pages, 'page')}, ${pages === 1 ? 'p.' : 'pp.'} ${words.join(', ')}`;
    }),
    NOTE,
  );
  if (files.length > printed.length) {
    paragraph(sheet, `${plural(files.length - printed.length, 'further file')} in pages.csv.`, NOTE);
  }
}

/** Series of Bates numbers, and the numbers that no page of the release carries. */
function batesNumbers(sheet: Sheet, { bates }: Coverage): void {
  if (bates.pages === 0) return;
  heading(sheet, 2, 'Bates numbers', 'coverage-bates');
  const series = bates.series.map(
    ({ first, last, pages }) => `${first} to ${last} on ${plural(pages, 'page')}`,
  );
  const missing = bates.gaps.map(({ first, last, numbers }) =>
    numbers === 1 ? first : `${first} to ${last} (${count(numbers)})`,
  );
  const gaps =
    missing.length === 0
      ? 'No number is missing between the first and the last of a series.'
      : `Missing: ${missing.slice(0, MOST_GAPS).join('; ')}${missing.length > MOST_GAPS ? ` and ${plural(missing.length - MOST_GAPS, 'more gap')}` : ''}. A missing number may stand on a page that was held back.`;
  paragraph(sheet, `${series.join('; ')}. ${gaps}`);
}

function redactions(sheet: Sheet, { coverage }: AuditReport): void {
  heading(sheet, 2, 'Redactions', 'coverage-redactions');
  const share =
    coverage.redacted_share === null || coverage.redacted_share === 0
      ? ''
      : ` They cover ${percent(coverage.redacted_share)} of the area of all pages.`;
  const codes =
    coverage.exemptions.length === 0
      ? ''
      : ` Exemptions named: ${coverage.exemptions.map(({ code, redactions: n }) => `${code} (${count(n)})`).join(', ')}.`;
  paragraph(
    sheet,
    `${plural(coverage.redactions, 'redaction mark')} on ${plural(coverage.pages_redacted, 'page')}; ${plural(coverage.items_redacted, 'item carries', 'items carry')} one.${share}${codes} Nothing was guessed at what they hide.`,
  );
  if (coverage.mostly_redacted.length > 0) {
    label(sheet, 'Pages of which half or more is covered');
    pageList(sheet, coverage.mostly_redacted, '');
  }
  if (coverage.failed_redactions.length > 0) {
    label(sheet, 'Pages on which text was found under a redaction: that text is kept out of everything');
    pageList(sheet, coverage.failed_redactions, '');
  }
}

function gaps({ first_month, last_month, empty_months, items_without_date }: Coverage): string {
  if (first_month === null || last_month === null) return 'No item has a date.';
  const total = empty_months.reduce((sum, gap) => sum + gap.months, 0);
  const named = empty_months.map(({ first, last, months }) =>
    months === 1 ? first : `${first} to ${last} (${months} months)`,
  );
  const months =
    total === 0
      ? 'There is at least one in every month between.'
      : `There is none in ${plural(total, 'month')}: ${named.join('; ')}. A month without an item may be one without mail, or one that was not released.`;
  const undated =
    items_without_date === 0
      ? 'Every item has a date.'
      : `${plural(items_without_date, 'item carries', 'items carry')} no date that could be read.`;
  return `Dated items run from ${first_month} to ${last_month}. ${months} ${undated}`;
}

/** What was handed in, what came of it, and what did not. */
export function renderPdfCoverage(sheet: Sheet, { report }: PdfContext): void {
  const { coverage } = report;
  paragraph(
    sheet,
    'An absence of records is not an absence of contacts. What is named below was not read, or only in part, and is in none of the counts.',
    BODY,
  );
  if (report.request !== null) {
    heading(sheet, 2, 'What was asked for', 'coverage-request');
    paragraph(sheet, report.request, RECORD, 'BlockQuote');
  }
  figure(sheet, plotCoverage(report), 'Pages by the way they were read.');
  sums(sheet, report);
  if (coverage.engines.length > 0) {
    const engines = coverage.engines.map(({ engine, pages }) => `${engine} (${plural(pages, 'page')})`);
    paragraph(sheet, `Read by ${engines.join(', ')}.`, NOTE);
  }
  heading(sheet, 2, 'Pages not read', 'coverage-pages');
  pageList(sheet, coverage.unread, 'Every page was read, or is blank.');
  if (coverage.low_confidence.length > 0) {
    label(sheet, 'Pages whose recognition is unsure: quotes on them should be looked up on the picture');
    pageList(sheet, coverage.low_confidence, '');
  }
  heading(sheet, 2, 'Files with trouble', 'coverage-files');
  trouble(
    sheet,
    coverage.files.filter((file) => file.status !== 'read' || file.issues.length > 0),
  );
  heading(sheet, 2, 'Months without a record', 'coverage-months');
  paragraph(sheet, gaps(coverage));
  batesNumbers(sheet, coverage);
  redactions(sheet, report);
}
