import type { AuditReport, SetAside } from './audit.ts';
import { type Html, html } from './html.ts';
import { count, plural, probability, showDate } from './labels.ts';
import { type Links, late, people } from './render-html-parts.ts';
import { placeList } from './render-html-places.ts';

function row(entry: SetAside, links: Links): Html {
  const { exchange } = entry;
  const details = links.edition === 'working';
  return html`<tr><td data-label="Date"><span class="date">${showDate(exchange.first_date?.slice(0, 10) ?? null)}</span></td>
${
  details
    ? html`<td data-label="Subject"><span class="record">${exchange.subject.trim() || 'No subject'}</span><span class="under">${exchange.relevance}</span></td>
<td data-label="People">${people(entry.participants)}</td>
`
    : html`<td data-label="Relevance">${exchange.relevance}</td>
`
}<td class="n" data-label="Probability">${probability(exchange.probability)}</td>
<td data-label="Review">${exchange.needs_review ? html`<strong class="review">Needs review</strong>` : html`<span class="quiet">no</span>`}</td>
<td data-label="Where">${placeList(entry.places, links, false)}</td>
${!details ? null : html`<td data-label="Text"><details><summary>First message</summary><div class="text record" dir="auto">${entry.excerpt || 'No text.'}${entry.cut ? html` <span class="quiet">… the rest is on its page or in items.jsonl.</span>` : null}</div></details></td>`}</tr>
`;
}

/** A longer list is laid out when a reader opens it. */
const MOST_AT_ONCE = 500;

/** The exchanges in which no contact was seen, so that a reader can look for one that was missed. */
export function renderSetAside(report: AuditReport, links: Links): Html {
  const { counts, set_aside, set_aside_left_out } = report;
  const details = links.edition === 'working';
  const left =
    set_aside_left_out > 0
      ? html`<p class="note">${count(set_aside_left_out)} more are in exchanges.jsonl; this list ends at ${count(set_aside.length)}.</p>`
      : null;
  const list = html`<table class="cards"><caption class="away">Exchanges that are no contacts</caption><thead><tr><th scope="col">Date</th>${details ? html`<th scope="col">Subject</th><th scope="col">People</th>` : html`<th scope="col">Relevance</th>`}<th scope="col">Prob.</th><th scope="col">Review</th><th scope="col">Where</th>${details ? html`<th scope="col">Text</th>` : null}</tr></thead><tbody>
${set_aside.map((entry) => row(entry, links))}</tbody></table>`;
  return html`<section id="set-aside" aria-labelledby="set-aside-title">
<h2 id="set-aside-title">What was set aside</h2>
<p>Of ${plural(counts.exchanges, 'exchange')}, ${count(counts.all.contacts)} are contacts and ${count(counts.not_contact)} are not: they only speak of an immigration authority (<i>mention</i>), or have nothing to do with one (<i>none</i>). ${count(counts.not_contact_review)} of these ${counts.not_contact_review === 1 ? 'needs' : 'need'} a person’s review and ${counts.not_contact_review === 1 ? 'stands' : 'stand'} first.${details ? null : ' This edition says where each stands and leaves out who wrote what: these people had no contact with an immigration authority.'}</p>
${
  set_aside.length === 0
    ? null
    : html`<details class="list"><summary>Show ${plural(set_aside.length, 'exchange')} set aside</summary>
${set_aside.length > MOST_AT_ONCE ? late(list) : list}${left}</details>`
}
</section>`;
}
