import type { SourceFile } from '../ingest/index.ts';
import type { AuditReport, Coverage } from './audit.ts';
import { count, plural } from './labels.ts';
import type { PdfContext } from './pdf-context.ts';
import { BODY, heading, list, NOTE, paragraph } from './pdf-flow.ts';
import type { Sheet } from './pdf-sheet.ts';
import { table } from './pdf-table.ts';

/** Files with trouble that are printed; all of them are in files.csv. */
const MOST_FILES = 300;
/** Files with unread pages that are printed; all of them are in pages.csv. */
const MOST_UNREAD = 100;

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
    ['Pages not read', by_method.unread],
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

function unread(sheet: Sheet, { unread: files }: Coverage): void {
  if (files.length === 0) {
    paragraph(sheet, 'Every page was read, or is blank.');
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
  sums(sheet, report);
  heading(sheet, 2, 'Pages not read', 'coverage-pages');
  unread(sheet, coverage);
  heading(sheet, 2, 'Files with trouble', 'coverage-files');
  trouble(
    sheet,
    coverage.files.filter((file) => file.status !== 'read' || file.issues.length > 0),
  );
  heading(sheet, 2, 'Months without a record', 'coverage-months');
  paragraph(sheet, gaps(coverage));
  heading(sheet, 2, 'Redactions', 'coverage-redactions');
  paragraph(
    sheet,
    `${plural(coverage.redactions, 'redaction mark')} on ${plural(coverage.pages_redacted, 'page')}; ${plural(coverage.items_redacted, 'item carries', 'items carry')} one. Nothing was guessed at what they hide.`,
  );
}
