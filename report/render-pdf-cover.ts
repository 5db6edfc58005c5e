import { createHash } from 'node:crypto';
import type { AuditReport } from './audit.ts';
import { count, plural } from './labels.ts';
import { PAGE } from './pdf-file.ts';
import { NOTE, paragraph } from './pdf-flow.ts';
import { ACCENT, type Entry, INK, QUIET, type Sheet, TINT } from './pdf-sheet.ts';
import type { Span } from './pdf-words.ts';

/** Which edition a file is, as its cover and its foot say. */
export type PdfEdition = 'public' | 'working';

export const EDITION_NAMES: Record<PdfEdition, string> = {
  public: 'Public edition',
  working: 'Working edition',
};

const EDITION_WORDS: Record<PdfEdition, string> = {
  public:
    'Private persons are named by stable pseudonyms, and public employees by role and agency unless the case says otherwise. No number is changed by that.',
  working: 'This edition prints the names of private persons as the records do. It is not for publication.',
};

/**
 * One hash for all that was handed in: the SHA-256 of the inputs' SHA-256 sums, sorted, a line each. Anybody who holds
 * the files can work it out.
 */
export function fingerprint({ inputs }: AuditReport): string {
  const lines = inputs.map(({ sha256 }) => `${sha256}\n`).sort();
  return createHash('sha256').update(lines.join('')).digest('hex');
}

function periodOf({ coverage: { first_month, last_month } }: AuditReport): string {
  if (first_month === null || last_month === null) return 'The records carry no dates';
  return first_month === last_month ? first_month : `${first_month} to ${last_month}`;
}

function unreadWords({ by_method, by_status }: AuditReport['coverage']): string {
  const [pages, files] = [by_method.unread, by_status.unreadable];
  if (pages === 0 && files === 0) return 'nothing was left unread';
  const named = [
    ...(pages === 0 ? [] : [plural(pages, 'page')]),
    ...(files === 0 ? [] : [plural(files, 'file')]),
  ];
  return `${named.join(' and ')} could not be read`;
}

/** Four numbers that the rest of the report explains, each with what it counts. */
function keyFigures(sheet: Sheet, { counts, strict, broad }: AuditReport): void {
  const range = (low: number, high: number): string =>
    low === high ? count(low) : `${count(low)}–${count(high)}`;
  const figures: [string, string][] = [
    [count(counts.all.contacts), 'contacts found'],
    [range(strict.low, strict.high), 'status only (strict reading)'],
    [range(broad.low, broad.high), 'status only and mixed (broad reading)'],
    [count(counts.all.needs_review), 'need review by a person'],
  ];
  const width = (PAGE.right - PAGE.left) / figures.length;
  for (const [i, [value, what]] of figures.entries()) {
    const x = PAGE.left + i * width;
    sheet.fill(x, sheet.y, width - 8, 64, TINT);
    sheet.within('P', () => {
      const number = sheet.breakLines([{ text: value, face: 'bold', color: ACCENT }], 22, width - 20);
      const words = sheet.breakLines([{ text: what, color: QUIET }], 9, width - 22);
      sheet.drawLines('P', number, x + 8, sheet.y + 6, { size: 22, leading: 26 });
      sheet.drawLines('P', words, x + 8, sheet.y + 34, { size: 9, leading: 11.5 });
    });
  }
  sheet.y += 64;
}

/** A title longer than this, in UTF-16 units, is set smaller, so that the cover stays one page. */
const LONG_TITLE = 80;

/** The first page: what this is, what it found and how sure that is. */
export function renderPdfCover(sheet: Sheet, report: AuditReport, edition: PdfEdition): void {
  const width = PAGE.right - PAGE.left;
  sheet.fill(0, 0, PAGE.width, 10, ACCENT);
  sheet.y = 130;
  const line = (spans: Span[], size: number, leading: number, after: number, tag = 'P'): void => {
    const lines = sheet.breakLines(spans, size, width);
    sheet.within(tag, () => sheet.drawLines(tag, lines, PAGE.left, sheet.y, { size, leading }));
    sheet.y += lines.length * leading + after;
  };
  line([{ text: 'Audit of contacts with immigration authorities', color: QUIET }], 13, 18, 8);
  const [size, leading] = report.title.length <= LONG_TITLE ? [30, 36] : [18, 23];
  line([{ text: report.title, face: 'bold', color: ACCENT }], size, leading, 26, 'H1');
  sheet.rule(sheet.y - 14, ACCENT, 1.5, PAGE.left, PAGE.left + 80);
  line([{ text: report.headline, color: INK }], 14, 21, 24);
  keyFigures(sheet, report);
  sheet.y = Math.max(sheet.y + 30, 560);
  const facts: [string, string][] = [
    ['Period of the records', periodOf(report)],
    [
      'Read',
      `${plural(report.counts.files, 'file')}, ${plural(report.counts.pages, 'page')}, ${plural(report.counts.items, 'item')}; ${unreadWords(report.coverage)}`,
    ],
    ['Edition', `${EDITION_NAMES[edition]}. ${EDITION_WORDS[edition]}`],
    ['Made by', `contact-audit ${report.versions.tool}, model ${report.versions.model}`],
    ['SHA-256 of the records', fingerprint(report)],
  ];
  for (const [name, value] of facts) {
    paragraph(sheet, [{ text: `${name}: `, face: 'bold', color: INK }, { text: value }], {
      ...NOTE,
      size: 9.5,
      leading: 13.5,
      after: 5,
    });
  }
}

/** A section with more entries of level 2 than this, such as the exhibits, is named by itself alone. */
const MOST_ENTRIES = 8;
const LINE = { 1: 19, 2: 14.5 } as const;
const FIRST_LINE = PAGE.top + 40;

/** The entries that fit onto one page: all, or those of the sections alone. */
function chooseEntries(entries: readonly Entry[]): Entry[] {
  const starts = entries.flatMap(({ level }, i) => (level === 1 ? [i] : []));
  const chosen = starts.flatMap((start, n) => {
    const section = entries.slice(start, starts[n + 1] ?? entries.length);
    return section.length > MOST_ENTRIES + 1 ? section.slice(0, 1) : section;
  });
  const height = chosen.reduce((sum, { level }) => sum + LINE[level], 0);
  return height <= PAGE.bottom - FIRST_LINE ? chosen : entries.filter(({ level }) => level === 1);
}

/** The contents, on the page kept for them; the pen is there already. */
export function renderPdfContents(sheet: Sheet): void {
  const title = sheet.breakLines([{ text: 'Contents', face: 'bold', color: ACCENT }], 19, 300);
  sheet.within('H1', () => sheet.drawLines('H1', title, PAGE.left, PAGE.top, { size: 19, leading: 24 }));
  sheet.within('TOC', () => {
    let y: number = FIRST_LINE;
    for (const { title, level, page, destination } of chooseEntries(sheet.entries)) {
      const face = level === 1 ? 'bold' : 'regular';
      const size = level === 1 ? 10.5 : 9.5;
      const indent = level === 1 ? 0 : 16;
      const [first = []] = sheet.breakLines([{ text: title, face, goTo: destination }], size, 400 - indent);
      const number = sheet.breakLines([{ text: String(page), goTo: destination }], size, 60);
      sheet.within('TOCI', () => {
        const style = { size, leading: LINE[level] };
        sheet.drawLines('TOCI', [first], PAGE.left + indent, y, style);
        sheet.drawLines('TOCI', number, PAGE.left, y, { ...style, right: PAGE.right - PAGE.left });
      });
      sheet.dots(PAGE.left + indent, first, PAGE.right - 26, y + LINE[level] - 5);
      y += LINE[level];
    }
  });
}
