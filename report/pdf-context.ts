import type { Rule } from '../policy/index.ts';
import type { AuditReport, Contact } from './audit.ts';
import { CONTACT_VERDICTS } from './labels.ts';
import type { CutBand } from './picture-bands.ts';
import type { FindingEntry } from './policy-section.ts';
import { partWords } from './render-html-parts.ts';

/** No more exhibits than these are printed: a council reads two hundred, and nobody a thousand. */
export const MOST_EXHIBITS = 200;
/** No more rows of contacts than these are printed, about a hundred pages of them. */
export const MOST_ROWS = 1000;

/** One finding of a rule about a contact. */
export interface ContactFinding {
  rule: Rule;
  finding: FindingEntry['finding'];
}

/** What more than one section of the printed report looks up. */
export interface PdfContext {
  report: AuditReport;
  /** Contacts with an exhibit, in order of number. */
  exhibits: readonly Contact[];
  hasExhibit: (number: number) => boolean;
  /** `2015.pdf p. 12 (LG-0012)`: where words stand, as a reader would look it up. */
  cite: (place: { path: string; file_id: string; page: number | null; part?: string | null }) => string;
  findingsOf: (number: number) => readonly ContactFinding[];
  picturesOf: (number: number) => readonly CutBand[];
}

/** The contacts that have an exhibit in the printed report, in order of number. */
export function chooseExhibits({ contacts }: AuditReport): Contact[] {
  const strict = contacts.filter(({ exchange }) => exchange.verdict === 'status-only');
  const mixed = contacts.filter(({ exchange }) => exchange.verdict === 'mixed');
  return [...strict, ...mixed].slice(0, MOST_EXHIBITS).sort((a, b) => a.number - b.number);
}

/** The contacts that have a row in the printed table: in the codebook's order of verdicts and then by date. */
export function chooseRows({ contacts }: AuditReport): Contact[] {
  const sorted = CONTACT_VERDICTS.flatMap((verdict) =>
    contacts.filter(({ exchange }) => exchange.verdict === verdict),
  );
  return sorted.slice(0, MOST_ROWS);
}

/**
 * What the printed edition needs of a report: the messages of contacts that have an exhibit or a row, and no text or
 * picture of a page. Every number stays as it is.
 */
export function forPrint(report: AuditReport): AuditReport {
  const printed = new Set([...chooseExhibits(report), ...chooseRows(report)]);
  return {
    ...report,
    contacts: report.contacts.map((one) => (printed.has(one) ? one : { ...one, messages: [] })),
    pages: report.pages.map((entry) => ({
      ...entry,
      page: { ...entry.page, text: '', runs: [] },
      segments: [],
      boxes: [],
      image: null,
    })),
  };
}

function findingsByContact({ policy }: AuditReport): Map<number, ContactFinding[]> {
  const byContact = new Map<number, ContactFinding[]>();
  for (const { rule, cells } of policy?.rows ?? []) {
    for (const { number, finding } of cells.flatMap((cell) => cell.entries)) {
      if (number === null) continue;
      const list = byContact.get(number) ?? [];
      list.push({ rule, finding });
      byContact.set(number, list);
    }
  }
  return byContact;
}

export function pdfContext(report: AuditReport, pictures: readonly CutBand[]): PdfContext {
  const exhibits = chooseExhibits(report);
  const numbers = new Set(exhibits.map(({ number }) => number));
  const bates = new Map(
    report.pages.map(({ page }) => [`${page.file_id} ${page.page}`, page.bates] as const),
  );
  const findings = findingsByContact(report);
  return {
    report,
    exhibits,
    hasExhibit: (number) => numbers.has(number),
    cite({ path, file_id, page, part = null }) {
      if (page === null) return part === null ? path : `${path}, ${partWords(part)}`;
      const stamp = bates.get(`${file_id} ${page}`) ?? null;
      return `${path} p. ${page}${stamp === null ? '' : ` (${stamp})`}`;
    },
    findingsOf: (number) => findings.get(number) ?? [],
    picturesOf: (number) => pictures.filter((band) => band.number === number),
  };
}

/** The destination of a contact's exhibit, and of its row. */
export function exhibitName(number: number): string {
  return `exhibit-${number}`;
}

export function rowName(number: number): string {
  return `contact-${number}`;
}
