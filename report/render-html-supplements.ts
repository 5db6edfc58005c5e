import type { AuditReport, Contact } from './audit.ts';
import { type Html, html } from './html.ts';
import { plural, showDate } from './labels.ts';
import { badge, contactAnchor, contactLink, join, type Links } from './render-html-parts.ts';
import type { AgencyResponse, Correction } from './supplements.ts';

function response({ by, date, disputed, text }: AgencyResponse): Html {
  return html`<blockquote class="answer-text"><p class="record" dir="auto">${text}</p><footer>${by}${date === null ? null : html`, <span class="date">${date}</span>`}; ${disputed ? html`<strong class="disputed">disputes the code</strong>` : 'does not dispute the code'}</footer></blockquote>
`;
}

/** What the agency says about one contact, word for word. */
export function responseList({ responses }: Contact): Html {
  return responses.length === 0
    ? html`<p class="quiet">No answer of the agency is in this report.</p>`
    : html`${responses.map(response)}`;
}

/** Every answer of the agency with the contact that it is about. */
export function renderAnswers(report: AuditReport): Html {
  const answered = report.contacts.filter(({ responses }) => responses.length > 0);
  const { disputed } = report.counts.all;
  return html`<section id="answers" aria-labelledby="answers-title">
<h2 id="answers-title">Answers of the agency</h2>
${
  answered.length === 0
    ? html`<p>No answer of the agency to any contact was given for this report. There is a place for one at each contact, and it is printed word for word.</p>`
    : html`<p>${plural(answered.length, 'contact')} with an answer, printed word for word; the code of ${plural(disputed, 'contact')} is disputed. A disputed contact stays counted as it is coded and carries the mark wherever it is counted by itself.</p>
${answered.map(
  (
    contact,
  ) => html`<article class="answered"><h3><a href="#${contactAnchor(contact)}">Contact ${contact.number}</a> ${badge(contact.exchange.verdict)}</h3>${responseList(contact)}</article>
`,
)}`
}
</section>`;
}

function correction(
  { date, text, raised_by, contact_ids }: Correction,
  numbers: ReadonlyMap<string, number>,
  links: Links,
): Html {
  const about = contact_ids.map((id) => {
    const number = numbers.get(id);
    return number === undefined ? html`contact <code>${id}</code>` : contactLink(number, links);
  });
  return html`<li><strong class="date">${showDate(date)}.</strong> <span class="record answer-text">${text}</span>${about.length === 0 ? null : html` Concerns ${join(about)}.`}${raised_by === '' ? null : html` <span class="quiet">Raised by ${raised_by}.</span>`}</li>
`;
}

/** What was corrected since the report was first given out, oldest first. */
export function renderCorrections(report: AuditReport, links: Links): Html {
  const numbers = new Map(
    report.contacts.map(({ exchange, number }) => [exchange.contact_id ?? exchange.exchange_id, number]),
  );
  return html`<section id="corrections" aria-labelledby="corrections-title">
<h2 id="corrections-title">Corrections</h2>
${
  report.corrections.length === 0
    ? html`<p>None so far. What is corrected later is listed here with its date; a number is never changed without an entry.</p>`
    : html`<ol class="corrections">${report.corrections.map((one) => correction(one, numbers, links))}</ol>`
}
</section>`;
}

/** The request for the records, word for word; nothing where it was not given. */
export function renderRequest({ request }: AuditReport): Html {
  return html`<h3 id="request">What was asked for</h3>
${
  request === null
    ? html`<p>The text of the request was not given for this report, so that what was left out of the release cannot be told from it.</p>`
    : html`<blockquote class="answer-text"><p class="record" dir="auto">${request.trim()}</p></blockquote>`
}`;
}
