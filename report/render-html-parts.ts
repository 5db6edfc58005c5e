import type { Verdict } from '../classify/index.ts';
import type { AuditReport, Contact, Participant, Quote, Segment } from './audit.ts';
import { anchor, type Html, html, type Pieces, trusted } from './html.ts';
import { count, nameSide, VERDICT_NAMES } from './labels.ts';

/** `working` prints all there is; `public` is made of a masked report and leaves out what a masked one need not show. */
export type Edition = 'working' | 'public';

/** What a renderer has to know to write a link that leads somewhere. */
export interface Links {
  edition: Edition;
  hasPage: (fileId: string, page: number) => boolean;
  hasMessage: (itemId: string) => boolean;
  contact: (number: number) => Contact | undefined;
}

export function linksOf(report: AuditReport, edition: Edition = 'working'): Links {
  const pages = new Set(report.pages.map(({ page }) => pageAnchor(page.file_id, page.page)));
  const messages = new Set(
    report.contacts.flatMap((contact) => contact.messages.map(({ item }) => item.item_id)),
  );
  const contacts = new Map(report.contacts.map((contact) => [contact.number, contact]));
  return {
    edition,
    hasPage: (fileId, page) => pages.has(pageAnchor(fileId, page)),
    hasMessage: (itemId) => messages.has(itemId),
    contact: (number) => contacts.get(number),
  };
}

export function pageAnchor(fileId: string, page: number): string {
  return anchor('p', fileId, page);
}

export function messageAnchor(itemId: string): string {
  return anchor('m', itemId);
}

export function contactAnchor(contact: Contact): string {
  return anchor('c', contact.exchange.exchange_id);
}

export function rowAnchor(contact: Contact): string {
  return anchor('r', contact.exchange.exchange_id);
}

/** On the page where a quote was found again. */
export function quoteAnchor(number: number, index: number): string {
  return anchor('q', number, index);
}

export function badge(verdict: Verdict): Html {
  return html`<span class="verdict ${verdict}">${VERDICT_NAMES[verdict]}</span>`;
}

/** Stands wherever a contact is counted by itself whose code the agency does not accept. */
export function disputedMark(contact: Pick<Contact, 'disputed'>): Html | null {
  return contact.disputed ? html` <strong class="disputed">disputed</strong>` : null;
}

export function contactLink(number: number, links: Links): Html {
  const contact = links.contact(number);
  if (contact === undefined) return html`contact ${number}`;
  return html`<a href="#${contactAnchor(contact)}">contact ${number}</a>${disputedMark(contact)}`;
}

/** Only its number, for lists under a word that says what they are. */
export function numberLink(number: number, links: Links): Html {
  const contact = links.contact(number);
  if (contact === undefined) return html`${number}`;
  return html`<a href="#${contactAnchor(contact)}" aria-label="Contact ${number}">${number}</a>${disputedMark(contact)}`;
}

/** Pieces with something between them, such as a comma. */
export function join(pieces: readonly Html[], between = ', '): Html {
  return html`${pieces.map((piece, i) => (i === 0 ? piece : [between, piece]))}`;
}

/** `12` → `message 12`; `12/2.1` → `message 12, part 2.1`; a quotation inside it goes by the message; `row 7` stays. */
export function partWords(part: string): string {
  const [message = '', ...inner] = part.split('/').filter((step) => !/^q\d+$/.test(step));
  const words = /^\d+$/.test(message) ? `message ${message}` : message;
  return [words, ...inner.map((step) => `part ${step}`)].join(', ');
}

/** Where a quote stands: its page at the quote itself, or its message in the exhibit. */
export function quoteSource(contact: Contact, quote: Quote, links: Links): Html {
  const { file_id, path, page, item_id } = quote;
  const bates = quote.bates === null ? null : html`, Bates ${quote.bates}`;
  if (page !== null && links.hasPage(file_id, page)) {
    const target = quote.on_page ? quoteAnchor(contact.number, quote.index) : pageAnchor(file_id, page);
    return html`<a href="#${target}"><span class="path">${path}</span> p. ${page}</a>${bates}`;
  }
  const part = contact.messages.find(({ item }) => item.item_id === item_id)?.item.part;
  const inside = page === null ? (part ? ` ${partWords(part)}` : '') : ` p. ${page}`;
  const where = `${path}${inside}`;
  return links.hasMessage(item_id)
    ? html`<a href="#${messageAnchor(item_id)}"><span class="path">${where}</span></a>${bates}`
    : html`<span class="path">${where}</span>${bates}`;
}

/** Text with its quotes highlighted; `withAnchors` puts an anchor where each begins. */
export function segments(list: readonly Segment[], withAnchors = false): Html {
  return html`${list.map(({ text, marked, quotes }) => {
    const places = withAnchors
      ? quotes.map(({ number, index }) => html`<span id="${quoteAnchor(number, index)}"></span>`)
      : null;
    return marked ? html`${places}<mark>${text}</mark>` : html`${places}${text}`;
  })}`;
}

/** `Name, role (component)`, or the address where there is no name. */
export function person({ name, address, component, role }: Participant): string {
  const who = name || address || 'not named';
  return `${who}${role === null || role === '' ? '' : `, ${role}`}${component === null || component === '' ? '' : ` (${component})`}`;
}

/** The people of an exchange by side, a line a side, in the order in which the sides first occur. */
export function people(participants: readonly Participant[]): Html {
  const sides = new Map<string, string[]>();
  for (const one of participants) {
    const list = sides.get(one.side) ?? [];
    const text = person(one);
    if (!list.includes(text)) list.push(text);
    sides.set(one.side, list);
  }
  if (sides.size === 0) return html`<span class="quiet">not named</span>`;
  return html`${[...sides].map(
    ([side, names]) =>
      html`<span class="side"><span class="quiet">${nameSide(side)}:</span> ${names.join('; ')}</span>`,
  )}`;
}

/** A number that opens the contacts behind it: sets the table's filter where scripts run, and leads to the table where not. */
export function filterLink(value: number, filter: string, target = 'contacts'): Html {
  if (value === 0) return html`0`;
  return html`<a href="#${target}" data-filter="${filter}">${count(value)}</a>`;
}

export function jumpLink(value: number, target: string): Html {
  return html`<a href="#${target}">${count(value)}</a>`;
}

/** Folded blocks that a browser lays out together. */
const CHUNK = 50;
/** Up to so many chunks all are laid out, so that a page's length is known from the start. */
const MANY_CHUNKS = 10;

/**
 * A block that waits until a reader comes near: without scripts it is read as it stands, with them `client/late-blocks.ts`
 * writes it out. May not stand in another one, since `noscript` ends at the first end of one.
 */
export function late(block: Html, className = ''): Html {
  return html`<div class="late ${trusted(className)}"><noscript>${block}</noscript></div>
`;
}

/** `total` blocks in chunks, of which a browser reads and lays out those in sight only. A few are not worth it and stay as they are. */
export function* chunks(blocks: Iterable<Html>, total: number, className = ''): Pieces {
  const many = Math.ceil(total / CHUNK) > MANY_CHUNKS;
  const wrap = (group: readonly Html[]): Html =>
    many
      ? late(html`${group}`, `chunk ${className} many`)
      : html`<div class="chunk ${className}">
${group}</div>
`;
  let group: Html[] = [];
  for (const block of blocks) {
    group.push(block);
    if (group.length < CHUNK) continue;
    yield wrap(group);
    group = [];
  }
  if (group.length > 0) yield wrap(group);
}

/** A table in a box that scrolls by itself, so that the page never does sideways. */
export function scrollBox(label: string, content: Html, className = ''): Html {
  return html`<div class="scroll ${trusted(className)}" role="region" aria-label="${label}" tabindex="0">${content}</div>`;
}
