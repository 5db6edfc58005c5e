import type { Contact, Message, Participant } from './audit.ts';
import { cutExcerpt } from './cut-excerpt.ts';
import {
  count,
  nameComponent,
  nameDirection,
  nameSide,
  plural,
  probability,
  showDate,
  VERDICT_NAMES,
  VERDICT_RULES,
} from './labels.ts';
import { exhibitName, type PdfContext } from './pdf-context.ts';
import { bandPicture } from './pdf-figure.ts';
import { BODY, heading, label, list, NOTE, paragraph, RECORD } from './pdf-flow.ts';
import { QUIET, type Sheet, WARN } from './pdf-sheet.ts';
import { type TableCell, table } from './pdf-table.ts';
import type { Span } from './pdf-words.ts';
import { person } from './render-html-parts.ts';
import { shorten } from './render-pdf-contacts.ts';
import { renderPdfResponses } from './render-pdf-responses.ts';

/** Messages of one exhibit that are printed. Beyond it those are kept in which words carry the code. */
const MOST_MESSAGES = 8;
/** What is kept of a subject in a heading, in UTF-16 units. */
const TITLE_LENGTH = 70;

function peopleOf(participants: readonly Participant[]): string {
  const sides = new Map<string, Set<string>>();
  for (const one of participants) {
    const names = sides.get(one.side) ?? new Set();
    names.add(person(one));
    sides.set(one.side, names);
  }
  const lines = [...sides].map(([side, names]) => `${nameSide(side)}: ${[...names].join('; ')}`);
  return lines.length === 0 ? 'not named' : lines.join('\n');
}

function coderOf({ exchange, decided }: Contact): Span[] {
  const words = decided
    ? `Decided by ${exchange.coder}`
    : `Suggested by ${exchange.coder}, probability ${probability(exchange.probability)}`;
  return exchange.needs_review
    ? [{ text: `${words}; ` }, { text: 'needs review', face: 'bold', color: WARN }]
    : [{ text: words }];
}

function factRows(contact: Contact, context: PdfContext): TableCell[][] {
  const { exchange, participants, same_incident } = contact;
  const last = exchange.last_date === exchange.first_date ? '' : ` to ${showDate(exchange.last_date)}`;
  const persons = exchange.persons === null ? 'cannot be told' : count(exchange.persons);
  const rows: TableCell[][] = [
    ['Date', `${showDate(exchange.first_date)}${last}`],
    ['People and roles', peopleOf(participants)],
    ['Direction', nameDirection(exchange.direction)],
    ['Federal agency', exchange.component.map(nameComponent).join(', ') || 'not named'],
    [
      'What was asked, given or done',
      exchange.nature.map((code) => code.replaceAll('-', ' ')).join(', ') || 'none coded',
    ],
    ['Persons concerned', `${persons}${exchange.minors ? ', a child or a family among them' : ''}`],
    ['Purpose', (exchange.purpose ?? 'not coded').replaceAll('-', ' ')],
    ['Alleged conduct', (exchange.conduct ?? 'not coded').replaceAll('-', ' ')],
    [
      'Verdict',
      [
        { text: VERDICT_NAMES[exchange.verdict], face: 'bold' },
        { text: ` (${VERDICT_RULES[exchange.verdict].rule})`, color: QUIET },
      ],
    ],
    ['Coded by', coderOf(contact)],
  ];
  if (same_incident.length > 0) {
    const links = same_incident.map((number, i): Span[] => [
      { text: i === 0 ? '' : ', ' },
      context.hasExhibit(number)
        ? { text: `contact ${number}`, goTo: exhibitName(number), color: '#1f3f6e' }
        : { text: `contact ${number}` },
    ]);
    rows.push(['Same incident', links.flat()]);
  }
  rows.push(['Id', exchange.contact_id ?? exchange.exchange_id]);
  return rows;
}

function quotes(sheet: Sheet, contact: Contact, { cite }: PdfContext): void {
  label(sheet, 'Words that carry the verdict');
  if (contact.quotes.length === 0) paragraph(sheet, 'None: no words carry this code.');
  for (const quote of contact.quotes) {
    const part = contact.messages.find(({ item }) => item.item_id === quote.item_id)?.item.part ?? null;
    const isLost = quote.page === null ? !quote.in_message : !quote.on_page;
    const lost: Span[] = isLost
      ? [{ text: ' These words were not found again there.', face: 'bold', color: WARN }]
      : [];
    const words = quote.quote.replace(/\s+/g, ' ').trim();
    paragraph(
      sheet,
      [
        { text: `“${words}”`, marked: true },
        { text: ` — ${cite({ ...quote, part })}.`, color: QUIET },
        ...lost,
      ],
      { ...RECORD, size: 9.5, leading: 13.5, bar: '#b78800' },
      'BlockQuote',
    );
  }
}

function isMarked(message: Message): boolean {
  return [message.subject, ...message.parts.map((part) => part.segments)].some((segments) =>
    segments.some((segment) => segment.marked),
  );
}

/** The words a message adds, and of what it repeats only the stretches in which words carry the code. */
function messageText(message: Message): Span[] {
  const parts = message.parts.filter(
    ({ kind, segments }) => kind === 'new' || segments.some((segment) => segment.marked),
  );
  return parts.flatMap(({ kind, segments }, i): Span[] => [
    { text: i === 0 ? '' : '\n' },
    ...(kind === 'new' ? [] : [{ text: `[${kind} text] `, color: QUIET }]),
    ...cutExcerpt(segments).map(({ text, marked }) => ({
      text: text.replace(/\n{3,}/g, '\n\n').replace(/[^\S\n]+\n/g, '\n'),
      marked,
    })),
  ]);
}

function messageBlock(
  sheet: Sheet,
  message: Message,
  number: number,
  total: number,
  { cite }: PdfContext,
): void {
  const { item } = message;
  const { path, file_id, page_start, part } = item;
  label(sheet, `Message ${number} of ${total}: ${showDate(item.date)}`, 40);
  const heads: Span[] = [
    { text: `From ${item.from.trim() || 'not named'} to ${item.to.trim() || 'not named'}. ` },
    { text: `${cite({ path, file_id, page: page_start, part })}.` },
  ];
  paragraph(sheet, heads, { ...NOTE, after: 3 });
  const text = messageText(message);
  if (text.every((span) => span.text.trim() === '')) paragraph(sheet, 'It adds no words of its own.', NOTE);
  else paragraph(sheet, text, RECORD, 'BlockQuote');
}

function messages(sheet: Sheet, contact: Contact, context: PdfContext): void {
  const all = contact.messages;
  const printed = all.flatMap((message, i) =>
    i < MOST_MESSAGES || isMarked(message) ? [{ message, number: i + 1 }] : [],
  );
  for (const { message, number } of printed) messageBlock(sheet, message, number, all.length, context);
  const left = all.length - printed.length;
  if (left > 0) {
    paragraph(
      sheet,
      `${plural(left, 'further message')}, in items.jsonl, ${left === 1 ? 'is' : 'are'} not printed.`,
      NOTE,
    );
  }
}

function findings(sheet: Sheet, contact: Contact, context: PdfContext): void {
  const found = context.findingsOf(contact.number);
  if (found.length === 0) return;
  label(sheet, 'Policy');
  const spoken = found.filter(({ finding }) => finding.finding !== 'not in force');
  const silent = found.filter(({ finding }) => finding.finding === 'not in force');
  const entries = spoken.map(({ rule, finding }): Span[] => [
    { text: `${rule.clause}: ${finding.finding}. `, face: 'bold' },
    { text: finding.missing_fact || finding.reason },
  ]);
  if (silent.length > 0) {
    const clauses = silent.map(({ rule }) => rule.clause).join('; ');
    entries.push([{ text: 'Not in force on that day: ', face: 'bold' }, { text: `${clauses}.` }]);
  }
  list(sheet, entries, NOTE);
}

function exhibit(sheet: Sheet, contact: Contact, context: PdfContext): void {
  const { number, exchange, unknowns } = contact;
  const title = shorten(exchange.subject, TITLE_LENGTH) || 'No subject';
  heading(sheet, 2, `Contact ${number}: ${title}`, exhibitName(number));
  table(sheet, {
    caption: `${VERDICT_NAMES[exchange.verdict]}, ${showDate(exchange.first_date?.slice(0, 10) ?? null)}`,
    columns: [
      { head: 'Question', share: 1 },
      { head: 'Answer', share: 3.4 },
    ],
    rows: factRows(contact, context),
  });
  quotes(sheet, contact, context);
  for (const band of context.picturesOf(number)) bandPicture(sheet, band, context.cite(band));
  messages(sheet, contact, context);
  label(sheet, 'What is not known');
  if (unknowns.length === 0) {
    paragraph(sheet, 'Nothing that the coding asks for is missing from these messages.', NOTE);
  } else list(sheet, unknowns, NOTE);
  findings(sheet, contact, context);
  renderPdfResponses(sheet, contact);
}

/** One exhibit for each contact that either reading counts. */
export function renderPdfExhibits(sheet: Sheet, context: PdfContext): void {
  const { report, exhibits } = context;
  const all = report.broad.low;
  const left = all - exhibits.length;
  if (all === 0) {
    paragraph(sheet, 'No contact is coded status only or mixed, so there is none to show.');
    return;
  }
  paragraph(
    sheet,
    `Each contact that either reading counts, in order of date, with the words that carry its verdict as they stand in the records. Highlighted words are the quotes; […] marks what is left out of a long message.${left > 0 ? ` ${count(left)} further contacts are not shown one by one here; all of them are in the table, in contacts.csv, and in public.html.` : ''}`,
    BODY,
  );
  for (const contact of exhibits) exhibit(sheet, contact, context);
}
