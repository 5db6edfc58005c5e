import type { Item } from '../ingest/index.ts';
import type { AuditReport, Contact, Message, MessagePart, PageText } from './audit.ts';
import { each, type Html, html, type Pieces, pieces } from './html.ts';
import { nameDirection, plural, probability, showDate, VERDICT_RULES } from './labels.ts';
import {
  badge,
  chunks,
  contactAnchor,
  contactLink,
  disputedMark,
  join,
  type Links,
  messageAnchor,
  people,
  quoteSource,
  rowAnchor,
  segments,
} from './render-html-parts.ts';
import { pagesByContact, renderExcerpts } from './render-html-pictures.ts';
import { placeList } from './render-html-places.ts';
import { responseList } from './render-html-supplements.ts';

/** With no more of them than this, the contacts that either reading counts stand open, so that they can be read and printed in one go. */
const MOST_OPEN = 40;

const PART_NAMES: Record<MessagePart['kind'], string> = {
  new: 'New text',
  quoted: 'Quoted text',
  signature: 'Signature',
  disclaimer: 'Disclaimer',
};

/** New text stands open; what it quotes, signatures and disclaimers are folded unless a quote that carries the code lies in them. */
function messagePart(part: MessagePart): Html {
  const text = html`<div class="text record" dir="auto">${segments(part.segments)}</div>`;
  if (part.kind === 'new') return text;
  const open = part.segments.some((segment) => segment.marked) ? html` open` : null;
  return html`<details class="folded"${open}><summary>${PART_NAMES[part.kind]}, ${plural(part.lines, 'line')}</summary>${text}</details>`;
}

/** Where the message stands, and every further copy that was joined with it. */
function witnesses(item: Message['item'], links: Links): Html {
  const copies = item.witnesses.filter((witness) => witness.item_id !== item.item_id);
  const also =
    copies.length === 0 ? '; no other copy was found.' : html`. Also ${placeList(copies, links, true)}.`;
  return html`<p class="witness">Stands here: ${placeList([item], links, true)}${also}</p>`;
}

function header(name: string, value: string): Html {
  return value.trim() === '' ? html`` : html`<dt>${name}</dt><dd class="record">${value}</dd>`;
}

function dateOf(item: Item): Html {
  const shown = showDate(item.date);
  const raw = item.date_raw.trim();
  return html`<dt>Date</dt><dd>${shown}${raw === '' || raw === shown ? null : html` <span class="quiet record">(as it stands: ${raw})</span>`}</dd>`;
}

function message(entry: Message, number: number, total: number, links: Links): Html {
  const { item } = entry;
  return html`<article class="message" id="${messageAnchor(item.item_id)}">
<h5>Message ${number} of ${total}</h5>
<dl>${header('From', item.from)}${header('To', item.to)}${header('Cc', item.cc)}${dateOf(item)}${item.subject.trim() === '' ? null : html`<dt>Subject</dt><dd class="record">${segments(entry.subject)}</dd>`}${header('Names files', item.attachments.join('; '))}</dl>
${witnesses(item, links)}
${entry.parts.length === 0 ? html`<p class="quiet">No text.</p>` : entry.parts.map(messagePart)}
</article>
`;
}

function quoteList(contact: Contact, links: Links): Html {
  if (contact.quotes.length === 0) return html`<p>No words carry this code.</p>`;
  return html`<ol class="quotes">${contact.quotes.map((quote) => {
    const lost = quote.page === null ? !quote.in_message : !quote.on_page;
    const warning = lost
      ? html` <strong class="review">These words were not found again there.</strong>`
      : null;
    return html`<li><q class="record">${quote.quote.trim()}</q> ${quoteSource(contact, quote, links)}${warning}</li>
`;
  })}</ol>`;
}

function facts(contact: Contact, links: Links): Html {
  const { exchange } = contact;
  const last = exchange.last_date === exchange.first_date ? null : html` to ${showDate(exchange.last_date)}`;
  const rows: [string, Html | string][] = [
    ['Date', html`${showDate(exchange.first_date)}${last}`],
    ['People', people(contact.participants)],
    ['Direction', nameDirection(exchange.direction)],
    ['Authority', exchange.component.join(', ') || 'not named'],
    ['Nature', exchange.nature.join(', ') || 'none coded'],
    [
      'Persons',
      `${exchange.persons ?? 'cannot be told'}${exchange.minors ? ', a child or a family among them' : ''}`,
    ],
    ['Purpose', exchange.purpose ?? 'not coded'],
    ['Conduct', exchange.conduct ?? 'not coded'],
    [
      'Verdict',
      html`${badge(exchange.verdict)} <span class="quiet">${VERDICT_RULES[exchange.verdict].rule}</span>`,
    ],
    [
      contact.decided ? 'Decided by' : 'Suggested by',
      html`<span class="record">${exchange.coder}</span>${contact.decided ? null : `, probability ${probability(exchange.probability)}`}${exchange.needs_review ? html`; <strong class="review">needs review</strong>` : null}`,
    ],
  ];
  if (contact.same_incident.length > 0) {
    rows.push(['Same incident', join(contact.same_incident.map((number) => contactLink(number, links)))]);
  }
  rows.push(['Id', exchange.contact_id ?? exchange.exchange_id]);
  return html`<dl class="facts">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function exhibit(contact: Contact, open: boolean, pages: readonly PageText[], links: Links): Html {
  const { exchange, messages } = contact;
  return html`<details class="exhibit"${open ? html` open` : null}>
<summary><h3>Contact ${contact.number}</h3> ${badge(exchange.verdict)}${disputedMark(contact)} <span class="date">${showDate(exchange.first_date?.slice(0, 10) ?? null)}</span> <span class="record title">${exchange.subject.trim() || 'No subject'}</span></summary>
<div class="body" id="${contactAnchor(contact)}">
${facts(contact, links)}
<h4>Words that carry the code</h4>
${quoteList(contact, links)}
${renderExcerpts(contact, pages)}
<h4>${plural(messages.length, 'message')}${messages.length > 1 ? ', oldest first' : ''}</h4>
${messages.map((entry, i) => message(entry, i + 1, messages.length, links))}
<h4>What is not known</h4>
${contact.unknowns.length === 0 ? html`<p>Nothing that the coding asks for is missing from these messages.</p>` : html`<ul>${contact.unknowns.map((text) => html`<li>${text}</li>`)}</ul>`}
<h4>What the agency says</h4>
${responseList(contact)}
<p class="back"><a href="#${rowAnchor(contact)}">Back to contact ${contact.number} in the table</a></p>
</div></details>
`;
}

/** Every contact with its messages, quotes, copies and gaps, in order of date. */
export function renderExhibits(report: AuditReport, links: Links): Pieces {
  if (report.contacts.length === 0) return pieces``;
  const pages = pagesByContact(report);
  const open = report.broad.low <= MOST_OPEN ? report.broad.verdicts : [];
  return pieces`<section id="exhibits" aria-labelledby="exhibits-title">
<h2 id="exhibits-title">The contacts, one by one</h2>
<p class="note">In order of date. ${open.length > 0 ? 'Those that either reading counts stand open; the others open on their heading.' : 'Each opens on its heading.'} Marked words carry the code. ${links.edition === 'public' ? 'Messages are printed as they stand in the records, but for private persons, whose names and marks are replaced alike throughout' : 'Messages are printed as they stand in the records'}; links and pictures in them are dead on purpose.</p>
${chunks(
  each(report.contacts, (contact) =>
    exhibit(contact, open.includes(contact.exchange.verdict), pages.get(contact.number) ?? [], links),
  ),
  report.contacts.length,
)}</section>`;
}
