import { VERDICTS } from '../classify/index.ts';
import type { ErrorRates } from './audit.ts';
import { DATA_DICTIONARY } from './data-dictionary.ts';
import { count, VERDICT_NAMES, VERDICT_RULES } from './labels.ts';
import type { PdfContext } from './pdf-context.ts';
import { heading, list, NOTE, paragraph } from './pdf-flow.ts';
import type { Sheet } from './pdf-sheet.ts';
import { table } from './pdf-table.ts';

/** Inputs that are printed; all of them are in manifest.json. */
const MOST_INPUTS = 200;

/** How pages become contacts, and how a contact is coded. */
export function renderPdfMethod(sheet: Sheet): void {
  heading(sheet, 2, 'From pages to contacts', 'method-contacts');
  paragraph(
    sheet,
    'Every file is told by its bytes, not by its name, and either read or listed with a reason. Printed e-mail is cut out of the pages at its headers; mail in electronic form is taken from its container; messages quoted inside others are taken out as well. Each is an item.',
  );
  paragraph(
    sheet,
    'Items with one message are joined: the same message as electronic mail, as a printed page and quoted three times is one item that stands in five places. Items that answer one another, by message ids where there are any and else by subject, people, time and quoted text, are an exchange. An exchange in which local law enforcement and an immigration authority communicate, or which records that they did, is a contact. Contacts about one case are an incident.',
  );
  heading(sheet, 2, 'How a contact is coded', 'method-coding');
  paragraph(
    sheet,
    'Relevance, purpose and alleged conduct are answered from the text alone, without guessing at what a redaction hides. The verdict follows from the answers by rule. It needs words: a quote that is found again on its page or in its message. Where the words are missing the answer is undetermined, and where the model is not sure enough the contact is marked as needing review. The model suggests; people decide.',
  );
  table(sheet, {
    caption: 'How the verdict follows from three answers',
    columns: [
      { head: 'Verdict', share: 1.2 },
      { head: 'Rule', share: 2 },
      { head: 'Meaning', share: 3 },
    ],
    rows: VERDICTS.map((verdict) => [
      VERDICT_NAMES[verdict],
      VERDICT_RULES[verdict].rule,
      VERDICT_RULES[verdict].meaning,
    ]),
  });
  heading(sheet, 2, 'Limits', 'method-limits');
  list(sheet, [
    'The records are those that were released. What was never written down, not asked for or not released is not in them.',
    'The verdict says what the text shows a contact was for. It does not say that anything was unlawful.',
    'Who approved a contact often is not in an e-mail. That no approval is seen here does not mean that there was none.',
    'A date is as exact as the record. The order of messages without a time is a guess.',
    'A range shows what the undetermined contacts can change. It is not a margin for the errors of the model.',
    'Persons are counted from the text and not told apart by name across incidents: one person in two incidents is counted twice.',
  ]);
}

/** How often the model errs, on text that it had not seen. */
export function renderPdfErrors(sheet: Sheet, rates: ErrorRates | null): void {
  if (rates === null) {
    paragraph(sheet, 'No error rates of the model are at hand. Its suggestions are to be read as unchecked.');
    return;
  }
  table(sheet, {
    caption: 'Error rates of the model, measured on text it had not seen',
    size: 8,
    columns: rates.columns.map((head, i) => ({ head, share: i === 0 ? 1.6 : 1 })),
    rows: rates.rows,
  });
  paragraph(sheet, rates.note, NOTE);
}

function sorted<T>(record: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Versions, settings and what was handed in: what somebody needs to make the report again. */
export function renderPdfVersions(sheet: Sheet, { report }: PdfContext): void {
  const { versions, settings, thresholds, inputs } = report;
  paragraph(
    sheet,
    'Run the same version of the tool on the same files: contact-audit run <path…> --case <dir>. The same bytes and settings give this same file, byte for byte; no time of day and no machine’s name is in it. contact-audit verify <dir> adds the sums again, compares the hashes and looks every quote up on its page.',
  );
  const pairs: [string, string][] = [
    ['Tool', versions.tool],
    ['Model', versions.model],
    ['Lexicon', versions.lexicon],
    ['Policies', versions.policy],
    ...sorted(settings).map(([name, value]): [string, string] => [`Setting: ${name}`, value]),
    ...sorted(thresholds).map(([name, value]): [string, string] => [`Threshold: ${name}`, String(value)]),
  ];
  table(sheet, {
    caption: 'Versions and settings',
    columns: [
      { head: 'What', share: 1 },
      { head: 'Value', share: 3 },
    ],
    rows: pairs,
  });
  const printed = inputs.slice(0, MOST_INPUTS);
  if (printed.length === 0) return;
  table(sheet, {
    caption: 'What was handed in',
    size: 7,
    columns: [
      { head: 'Path', share: 1.7 },
      { head: 'Bytes', share: 0.7, number: true },
      { head: 'SHA-256', share: 2.8 },
    ],
    rows: printed.map(({ path, bytes, sha256 }) => [path, count(bytes), sha256]),
  });
  if (inputs.length > printed.length) {
    paragraph(sheet, `${count(inputs.length - printed.length)} more are in manifest.json.`, NOTE);
  }
}

/** Every column of the exported tables. */
export function renderPdfDictionary(sheet: Sheet): void {
  paragraph(
    sheet,
    'The tables of the case carry the same numbers as this report, as files, as sheets of a workbook and as views of a database. The masked ones lie in export/public and can be published; messages and exchanges (items.jsonl, exchanges.jsonl) are for working only.',
  );
  for (const { table: name, what, columns } of DATA_DICTIONARY) {
    table(sheet, {
      caption: `${name}: ${what}`,
      size: 8,
      columns: [
        { head: 'Column', share: 1 },
        { head: 'Meaning', share: 3.6 },
      ],
      rows: columns,
    });
  }
}
