import type { Contact } from './audit.ts';
import {
  count,
  nameComponent,
  nameDirection,
  plural,
  showDate,
  VERDICT_NAMES,
  VERDICT_RULES,
} from './labels.ts';
import { chooseRows, exhibitName, type PdfContext } from './pdf-context.ts';
import { list, NOTE, paragraph } from './pdf-flow.ts';
import { ACCENT, QUIET, type Sheet, WARN } from './pdf-sheet.ts';
import { type TableCell, table } from './pdf-table.ts';
import type { Span } from './pdf-words.ts';

/** What is kept of a subject in the table; the exhibit has all of it. In UTF-16 units. */
const SUBJECT_LENGTH = 90;

export function shorten(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2))} …`;
}

function numberCell({ number, exchange }: Contact, context: PdfContext): Span[] {
  const date: Span = { text: `\n${showDate(exchange.first_date?.slice(0, 10) ?? null)}` };
  const no: Span = context.hasExhibit(number)
    ? { text: String(number), face: 'bold', color: ACCENT, goTo: exhibitName(number) }
    : { text: String(number), face: 'bold' };
  return [no, date];
}

function sourceCell(contact: Contact, { cite }: PdfContext): Span[] {
  const places = contact.quotes.map((quote) =>
    cite({
      ...quote,
      part: contact.messages.find(({ item }) => item.item_id === quote.item_id)?.item.part ?? null,
    }),
  );
  const [first = 'no quote', ...more] = [...new Set(places)];
  return [{ text: more.length === 0 ? first : `${first}; ${plural(more.length, 'more place')}` }];
}

function row(contact: Contact, context: PdfContext): TableCell[] {
  const { exchange, decided } = contact;
  const coder = decided
    ? 'decided by people'
    : exchange.needs_review
      ? 'suggested; needs review'
      : 'suggested';
  return [
    numberCell(contact, context),
    shorten(exchange.subject, SUBJECT_LENGTH) || 'No subject',
    nameDirection(exchange.direction),
    exchange.component.map(nameComponent).join(', ') || 'not named',
    exchange.nature.map((code) => code.replaceAll('-', ' ')).join(', ') || 'none coded',
    exchange.persons === null ? 'not known' : count(exchange.persons),
    [
      { text: VERDICT_NAMES[exchange.verdict], face: 'bold' },
      { text: `\n${coder}`, color: QUIET },
      { text: contact.disputed ? '\ndisputed by the agency' : '', color: WARN },
    ],
    sourceCell(contact, context),
  ];
}

/**
 * The contacts in eight columns, as the reports of the State of Oregon list theirs, in the codebook's order of verdicts
 * and then by date.
 */
export function renderPdfContacts(sheet: Sheet, context: PdfContext): void {
  const { report } = context;
  const printed = chooseRows(report);
  const left = report.counts.all.contacts - printed.length;
  paragraph(
    sheet,
    `${plural(report.counts.all.contacts, 'contact')}, in the order of verdicts and then by date. A number in colour leads to its exhibit.${left > 0 ? ` ${count(left)} of them, all counted above, would fill too many pages and stand in contacts.csv only.` : ''}`,
  );
  list(
    sheet,
    report.verdicts.map(({ verdict }): Span[] => [
      { text: `${VERDICT_NAMES[verdict]}. `, face: 'bold' },
      { text: VERDICT_RULES[verdict].meaning },
    ]),
    NOTE,
  );
  table(sheet, {
    caption: 'Contacts with immigration authorities',
    size: 7.5,
    columns: [
      { head: 'No. and date', share: 1 },
      { head: 'Subject', share: 1.75 },
      { head: 'Direction', share: 1.05 },
      { head: 'Federal agency', share: 1.05 },
      { head: 'Nature', share: 1.3 },
      { head: 'Persons', share: 0.8 },
      { head: 'Verdict', share: 1.3 },
      { head: 'Source', share: 1.8 },
    ],
    rows: printed.map((contact) => row(contact, context)),
  });
  paragraph(
    sheet,
    'The direction is that of the newest part of an exchange. A source is the file and page on which the words stand that carry the verdict; a Bates number stands in brackets where the page has one.',
    NOTE,
  );
}
