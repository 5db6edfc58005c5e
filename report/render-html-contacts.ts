import type { AuditReport, Contact } from './audit.ts';
import { flowName } from './build-replies.ts';
import { ROWS_SHOWN } from './client/client-script.ts';
import { each, type Html, html, type Pieces, pieces } from './html.ts';
import { CONTACT_VERDICTS, nameDirection, plural, probability, showDate, VERDICT_NAMES } from './labels.ts';
import { monthOf } from './months.ts';
import {
  badge,
  contactAnchor,
  disputedMark,
  type Links,
  people,
  quoteSource,
  rowAnchor,
} from './render-html-parts.ts';
import { firstOf } from './render-html-summary.ts';

/** UTF-16 units of a quote in the table; the exhibit has all of it. */
const QUOTE_LENGTH = 180;

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= QUOTE_LENGTH) return line;
  const cut = line.slice(0, QUOTE_LENGTH);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), QUOTE_LENGTH / 2))} …`;
}

/** What the filter looks at; the names are those of `client/filter.ts`. Values of a list are separated by spaces. */
function rowData(contact: Contact): Html {
  const { exchange, decided } = contact;
  const month = monthOf(exchange.first_date) ?? 'none';
  const year = /^\d{4}/.exec(exchange.first_date ?? '')?.[0] ?? 'none';
  const flows = new Set(contact.messages.flatMap(({ flows: pairs }) => pairs.map(flowName)));
  return html`data-verdict="${exchange.verdict}" data-year="${year}" data-month="${month}" data-review="${exchange.needs_review ? 1 : 0}" data-coder="${decided ? 'people' : 'model'}" data-direction="${exchange.direction ?? 'unknown'}" data-nature="${exchange.nature.join(' ')}" data-component="${exchange.component.join(' ')}" data-flow="${[...flows].join(' ')}" data-disputed="${contact.disputed ? 1 : 0}"`;
}

function row(contact: Contact, links: Links, opens: boolean): Html {
  const { exchange, quotes } = contact;
  const first = quotes[0];
  const rank = CONTACT_VERDICTS.indexOf(exchange.verdict);
  const exhibit = contactAnchor(contact);
  return html`<tr id="${rowAnchor(contact)}" ${rowData(contact)}>
<td data-sort="${contact.number}" data-label="No.">${opens ? html`<span id="${firstOf(exchange.verdict)}"></span>` : null}<a href="#${exhibit}" aria-label="Open contact ${contact.number}">${contact.number}</a></td>
<td data-sort="${exchange.first_date ?? ''}" data-label="Date"><span class="date">${showDate(exchange.first_date?.slice(0, 10) ?? null)}</span></td>
<td data-sort="${rank}" data-label="Verdict">${badge(exchange.verdict)}${disputedMark(contact)}</td>
<td data-sort="${nameDirection(exchange.direction)}" data-label="Direction">${nameDirection(exchange.direction)}<span class="under">${exchange.component.join(', ')}</span></td>
<td data-label="People">${people(contact.participants)}</td>
<td data-label="Subject"><a class="record" href="#${exhibit}">${exchange.subject.trim() || 'No subject'}</a><span class="under">${exchange.nature.join(', ')}</span></td>
<td class="n" data-sort="${exchange.persons ?? -1}" data-label="Persons">${exchange.persons ?? '?'}</td>
<td class="n" data-sort="${exchange.probability}" data-label="Probability">${contact.decided ? html`<span class="quiet">decided</span>` : probability(exchange.probability)}</td>
<td data-sort="${exchange.needs_review ? 1 : 0}" data-label="Review">${exchange.needs_review ? html`<strong class="review">Needs review</strong>` : html`<span class="quiet">no</span>`}</td>
<td data-label="Words">${first === undefined ? html`<span class="quiet">no quote</span>` : html`<q class="record">${shorten(first.quote)}</q> <span class="under">${quoteSource(contact, first, links)}</span>`}</td>
</tr>
`;
}

const HEADINGS: [string, 'number' | 'text'][] = [
  ['No.', 'number'],
  ['Date', 'text'],
  ['Verdict', 'number'],
  ['Direction', 'text'],
  ['People', 'text'],
  ['Subject', 'text'],
  ['Persons', 'number'],
  ['Prob.', 'number'],
  ['Review', 'number'],
  ['Words that carry the code', 'text'],
];

function options(values: readonly [string, string][]): Html {
  return html`${values.map(([value, label]) => html`<option value="${value}">${label}</option>`)}`;
}

/** Hidden until the script that serves it runs. */
function filterForm(report: AuditReport): Html {
  const years = new Set(
    report.contacts.map(({ exchange }) => /^\d{4}/.exec(exchange.first_date ?? '')?.[0] ?? 'none'),
  );
  const verdicts = report.verdicts.filter(({ tally }) => tally.contacts > 0);
  return html`<form id="filter" hidden>
<label>Verdict <select name="verdict"><option value="">All</option><option value="status-only,mixed">Broad reading: status only + mixed</option>${options(verdicts.map(({ verdict }) => [verdict, VERDICT_NAMES[verdict]]))}</select></label>
<label>Year <select name="year"><option value="">All</option>${options([...years].sort().map((year) => [year, year === 'none' ? 'no date' : year]))}</select></label>
<label>Review <select name="review"><option value="">All</option><option value="1">Needs review</option><option value="0">Does not</option></select></label>
${
  report.counts.all.disputed === 0
    ? null
    : html`<label>Disputed <select name="disputed"><option value="">All</option><option value="1">By the agency</option><option value="0">Not</option></select></label>
`
}<label class="wide">Text <input type="search" name="text" autocomplete="off" placeholder="names, subjects, messages, quotes"></label>
<button type="reset">Show all</button>
<p id="filter-status" role="status" aria-live="polite"></p>
</form>`;
}

const CAPTION = 'Contacts with verdict, date, people, subject, probability and the words that carry the code';

/** A table of rows. `attributes` tell which one it is. */
function table(attributes: Html, caption: string, rows: Pieces): Pieces {
  return pieces`<table ${attributes} class="contacts"><caption class="away">${caption}</caption>
<thead><tr>${HEADINGS.map(([name, type]) => html`<th scope="col" data-type="${type}">${name}</th>`)}</tr></thead>
<tbody>
${rows}</tbody></table>`;
}

/** The contacts in the codebook's order of verdicts, then by date. Complete as it stands; scripts add sorting and filters. */
export function renderContacts(report: AuditReport, links: Links): Pieces {
  const sorted = CONTACT_VERDICTS.flatMap((verdict) =>
    report.contacts.filter((contact) => contact.exchange.verdict === verdict),
  );
  const opens = new Set(
    sorted.filter(({ exchange }, i) => exchange.verdict !== sorted[i - 1]?.exchange.verdict),
  );
  const rows = (from: number, to?: number): Pieces =>
    each(sorted.slice(from, to), (contact) => row(contact, links, opens.has(contact)));
  const left =
    report.contacts_left_out > 0
      ? html` <strong class="review">${plural(report.contacts_left_out, 'further contact')}, counted above, ${report.contacts_left_out === 1 ? 'does' : 'do'} not fit into one page and ${report.contacts_left_out === 1 ? 'is' : 'are'} in contacts.csv.</strong>`
      : null;
  return pieces`<section id="contacts" aria-labelledby="contacts-title">
<h2 id="contacts-title">Contacts</h2>
<p class="note">${plural(report.contacts.length, 'contact')}, in the codebook’s order of verdicts and then by date. A number or subject opens the contact with its messages; the source under the quoted words opens their page.${left}</p>
${filterForm(report)}
${table(html`id="contact-table"`, CAPTION, rows(0, ROWS_SHOWN))}
${
  sorted.length <= ROWS_SHOWN
    ? null
    : pieces`<noscript id="more-rows">${table(html`id="contact-table-2"`, `${CAPTION}, continued`, rows(ROWS_SHOWN))}</noscript>
`
}<p id="more" hidden><button type="button" data-more="page"></button> <button type="button" data-more="all"></button></p>
</section>`;
}
