import type { Exchange, LinkedItem, Verdict } from '../classify/index.ts';
import type { Page, SourceFile } from '../ingest/index.ts';
import type { AuditCounts, AuditReport, Coverage, Reading, Tally } from './audit.ts';
import { read, tally } from './count-contacts.ts';
import { CONTACT_VERDICTS, isContact, VERDICT_NAMES } from './labels.ts';

/** One number of the summary under the name that every export, view and edition gives it. */
export interface SummaryNumber {
  number: string;
  value: number;
  meaning: string;
}

/** What the numbers are taken from; an `AuditReport` has all of it. */
export type SummaryCounts = Pick<AuditReport, 'counts' | 'verdicts' | 'strict' | 'broad'> & {
  coverage: Pick<Coverage, 'by_status' | 'by_method'>;
};

/** The records behind the numbers. */
export interface SummaryRecords {
  files: readonly SourceFile[];
  pages: readonly Page[];
  items: readonly LinkedItem[];
  exchanges: readonly Exchange[];
}

/** `status-only` → `status_only`: verdicts and codes as names of numbers. */
export function numberName(code: string): string {
  return code.replaceAll('-', '_');
}

function tallyNumbers(name: string, what: string, counted: Tally): SummaryNumber[] {
  const prefix = name === '' ? '' : `${name}_`;
  return [
    { number: name === '' ? 'contacts' : name, value: counted.contacts, meaning: what },
    { number: `${prefix}incidents`, value: counted.incidents, meaning: `${what}: incidents among them` },
    {
      number: `${prefix}persons`,
      value: counted.persons,
      meaning: `${what}: for each incident the largest number of persons that a contact names, summed`,
    },
    {
      number: `${prefix}persons_unknown`,
      value: counted.persons_unknown,
      meaning: `${what}: those in which the number of persons cannot be told`,
    },
    { number: `${prefix}decided`, value: counted.decided, meaning: `${what}: decided by people` },
    { number: `${prefix}suggested`, value: counted.suggested, meaning: `${what}: suggested by the model` },
    { number: `${prefix}needs_review`, value: counted.needs_review, meaning: `${what}: need review` },
  ];
}

function readingNumbers({ name, high, tally: counted }: Reading): SummaryNumber[] {
  const what =
    name === 'strict' ? 'Strict reading: contacts coded status-only' : 'Broad reading: status-only or mixed';
  const [first, ...rest] = tallyNumbers(name, what, counted);
  const most = { number: `${name}_high`, value: high, meaning: `${what}, and every undetermined one` };
  return first === undefined ? [] : [first, most, ...rest];
}

function readNumbers({ counts, coverage: { by_status, by_method } }: SummaryCounts): SummaryNumber[] {
  const rows: [string, number, string][] = [
    ['files', counts.files, 'Files handed in or found inside others'],
    ['files_read', by_status.read, 'Files read'],
    ['files_partial', by_status.partial, 'Files read in part'],
    ['files_unreadable', by_status.unreadable, 'Files that could not be read'],
    ['files_duplicate', by_status.duplicate, 'Files with the bytes of another'],
    ['pages', counts.pages, 'Pages of all files that have pages'],
    ['pages_text', by_method.text, 'Pages with text in the file'],
    ['pages_ocr', by_method.ocr, 'Pages read by character recognition'],
    ['pages_blank', by_method.blank, 'Pages without anything on them'],
    ['pages_unread', by_method.unread, 'Pages that could not be read'],
    ['items', counts.items, 'Messages and documents, each once'],
    ['copies', counts.copies, 'Further copies of them, joined'],
    ['exchanges', counts.exchanges, 'Items that answer one another, contacts or not'],
    ['not_contact', counts.not_contact, 'Exchanges set aside as no contact'],
    ['not_contact_review', counts.not_contact_review, 'Exchanges set aside that need review'],
  ];
  return rows.map(([number, value, meaning]) => ({ number, value, meaning }));
}

/** Every number of the summary, in the order of reading. */
export function listSummary(summary: SummaryCounts): SummaryNumber[] {
  return [
    ...readNumbers(summary),
    ...tallyNumbers('', 'Contacts', summary.counts.all),
    ...readingNumbers(summary.strict),
    ...readingNumbers(summary.broad),
    ...summary.verdicts.flatMap(({ verdict, tally: counted }) =>
      tallyNumbers(numberName(verdict), `Contacts coded ${VERDICT_NAMES[verdict].toLowerCase()}`, counted),
    ),
  ];
}

function countBy<K extends string>(keys: readonly K[], values: readonly K[]): Record<K, number> {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
  for (const value of values) counts[value] += 1;
  return counts;
}

/** The counts of the summary from the records alone, for exports that are written without an audit. */
export function countSummary({ files, pages, items, exchanges }: SummaryRecords): SummaryCounts {
  const contacts = exchanges.filter(isContact);
  const others = exchanges.filter((exchange) => !isContact(exchange));
  const counts: AuditCounts = {
    files: files.length,
    pages: pages.length,
    items: items.filter((item) => item.duplicate_of === null).length,
    copies: items.filter((item) => item.duplicate_of !== null).length,
    exchanges: exchanges.length,
    not_contact: others.length,
    not_contact_review: others.filter((exchange) => exchange.needs_review).length,
    all: tally(contacts),
  };
  return {
    counts,
    verdicts: CONTACT_VERDICTS.map((verdict: Verdict) => ({
      verdict,
      tally: tally(contacts.filter((contact) => contact.verdict === verdict)),
    })),
    strict: read('strict', contacts),
    broad: read('broad', contacts),
    coverage: {
      by_status: countBy(
        ['read', 'partial', 'unreadable', 'duplicate'],
        files.map((file) => file.status),
      ),
      by_method: countBy(
        ['text', 'ocr', 'blank', 'unread'],
        pages.map((page) => page.method),
      ),
    },
  };
}
