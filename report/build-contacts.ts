import type { Evidence, Exchange, LinkedItem } from '../classify/index.ts';
import type { Contact, Message, MessagePart, Participant, Quote } from './audit.ts';
import { flowsOf } from './build-replies.ts';
import { cutSegments, type Mark } from './cut-segments.ts';
import { findQuote, type Span } from './find-quote.ts';
import { CONTACT_VERDICTS, isDecided } from './labels.ts';
import { listUnknowns } from './list-unknowns.ts';
import type { AgencyResponse } from './supplements.ts';

/** Where a quote was found again in its message. */
interface Found {
  where: 'body' | 'subject';
  span: Span;
}

/** What the contacts are looked up in. */
export interface ContactSources {
  items: ReadonlyMap<string, LinkedItem>;
  participants: Readonly<Record<string, readonly Participant[]>>;
  /** True where the page is there and nobody has read it. */
  isUnread: (fileId: string, page: number) => boolean;
  batesOf: (fileId: string, page: number) => string | null;
  /** By `contact_id`. */
  responses: ReadonlyMap<string, AgencyResponse[]>;
}

function findInMessage(item: LinkedItem, evidence: Evidence): Found | null {
  const { start, end, quote } = evidence;
  if (quote !== '' && item.body.slice(start, end) === quote) return { where: 'body', span: { start, end } };
  const body = findQuote(item.body, quote);
  if (body !== null) return { where: 'body', span: body };
  const subject = findQuote(item.subject, quote);
  return subject === null ? null : { where: 'subject', span: subject };
}

function countLines(text: string): number {
  return text.split('\n').filter((line) => line.trim() !== '').length;
}

/** Parts as ingest found them; text that none of them covers is shown as new, so that nothing of a message is left out. */
function cutParts(item: LinkedItem, marks: readonly Mark[]): MessagePart[] {
  const parts: MessagePart[] = [];
  const add = (kind: MessagePart['kind'], start: number, end: number): void => {
    const text = item.body.slice(start, end);
    if (text.trim() === '') return;
    parts.push({ kind, segments: cutSegments(item.body, marks, start, end), lines: countLines(text) });
  };
  let done = 0;
  for (const { kind, start, end } of item.parts) {
    if (start > done) add('new', done, start);
    if (end > done) add(kind, Math.max(start, done), end);
    done = Math.max(done, end);
  }
  add('new', done, item.body.length);
  return parts;
}

function buildMessage(
  item: LinkedItem,
  found: readonly (Found & { mark: Mark })[],
  people: readonly Participant[],
): Message {
  const marksIn = (where: Found['where']): Mark[] =>
    found.filter((one) => one.where === where).map((one) => one.mark);
  return {
    item,
    flows: flowsOf(item, people),
    subject: cutSegments(item.subject, marksIn('subject')),
    parts: cutParts(item, marksIn('body')),
  };
}

/** One contact with its messages in the exchange's order, and its quotes marked in them. `on_page` is set by `buildPages`. */
function buildContact(exchange: Exchange, number: number, sources: ContactSources): Contact {
  const found = new Map<string, (Found & { mark: Mark })[]>();
  const quotes = exchange.evidence.map((evidence, i): Quote => {
    const { item_id, file_id, path, page, quote } = evidence;
    const item = exchange.items.includes(item_id) ? sources.items.get(item_id) : undefined;
    const place = item === undefined ? null : findInMessage(item, evidence);
    if (place !== null) {
      const mark = { ...place.span, place: { number, index: i + 1 } };
      found.set(item_id, [...(found.get(item_id) ?? []), { ...place, mark }]);
    }
    const bates = page === null ? null : sources.batesOf(file_id, page);
    const in_message = place !== null;
    return { index: i + 1, quote, item_id, file_id, path, page, bates, on_page: false, in_message };
  });
  const participants = sources.participants[exchange.exchange_id] ?? [];
  const messages = exchange.items.flatMap((id) => {
    const item = sources.items.get(id);
    return item === undefined ? [] : [buildMessage(item, found.get(id) ?? [], participants)];
  });
  const responses = sources.responses.get(exchange.contact_id ?? '') ?? [];
  return {
    number,
    exchange,
    decided: isDecided(exchange),
    participants,
    quotes,
    messages,
    unknowns: listUnknowns(exchange, messages, participants, sources.isUnread),
    same_incident: [],
    responses,
    disputed: responses.some(({ disputed }) => disputed),
  };
}

/** By date of the first message, those without one last. Ties go by id, so that the order never depends on the input's. */
export function compareExchanges(a: Exchange, b: Exchange): number {
  const [left, right] = [a.first_date ?? '\uffff', b.first_date ?? '\uffff'];
  if (left !== right) return left < right ? -1 : 1;
  return a.exchange_id < b.exchange_id ? -1 : 1;
}

/** More contacts than this no browser opens in one page; all of them are counted, and all are in `contacts.csv`. */
export const MOST_CONTACTS = 20_000;

/** The contacts that are printed: by the codebook's order of verdicts, then by date, as many as a page holds. */
function chooseContacts(exchanges: readonly Exchange[], most: number): Exchange[] {
  const sorted = [...exchanges].sort(compareExchanges);
  if (sorted.length <= most) return sorted;
  const rank = (exchange: Exchange): number => CONTACT_VERDICTS.indexOf(exchange.verdict);
  return sorted
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, most)
    .sort(compareExchanges);
}

/** The contacts that are printed, in order of date. */
export function buildContacts(
  exchanges: readonly Exchange[],
  sources: ContactSources,
  most = MOST_CONTACTS,
): Contact[] {
  const contacts = chooseContacts(exchanges, most).map((exchange, i) =>
    buildContact(exchange, i + 1, sources),
  );
  const incidents = new Map<string, Contact[]>();
  for (const contact of contacts) {
    const incident = contact.exchange.incident_id;
    if (incident !== null) incidents.set(incident, [...(incidents.get(incident) ?? []), contact]);
  }
  for (const contact of contacts) {
    const together = incidents.get(contact.exchange.incident_id ?? '') ?? [];
    contact.same_incident = together.filter((other) => other !== contact).map((other) => other.number);
  }
  return contacts;
}
