import type { AuditReport, Reading, Tally } from './audit.ts';
import { type Html, html } from './html.ts';
import { count, percent, plural } from './labels.ts';
import { plotReadings } from './plot-readings.ts';
import { badge, filterLink, jumpLink, scrollBox } from './render-html-parts.ts';
import { renderPlot } from './render-html-plot.ts';

/** Where the table's first row of a verdict is, for readers without scripts. */
export function firstOf(verdict: string): string {
  return `first-${verdict}`;
}

const READING_WORDS: Record<Reading['name'], string> = {
  strict:
    'It served civil immigration enforcement and nobody is alleged to have committed a crime (status only).',
  broad: 'It served civil immigration enforcement, whatever else the person faced (status only and mixed).',
};

function readingCard(reading: Reading, report: AuditReport): Html {
  const { contacts } = report.counts.all;
  const filter = `verdict=${reading.verdicts.join(',')}`;
  const undetermined = reading.high - reading.low;
  const first = report.verdicts.find(
    (row) => reading.verdicts.includes(row.verdict) && row.tally.contacts > 0,
  );
  const target = first === undefined ? 'contacts' : firstOf(first.verdict);
  return html`<div class="reading" id="reading-${reading.name}">
<h3>${reading.name === 'strict' ? 'Strict reading' : 'Broad reading'}</h3>
<p class="figure">${filterLink(reading.low, filter, target)}<span> of ${plural(contacts, 'contact')}, ${percent(reading.share_low)}</span></p>
<p>${READING_WORDS[reading.name]}</p>
<p class="quiet">${
    undetermined === 0
      ? html`No contact is undetermined, so the count has no range.`
      : html`${filterLink(reading.high, `${filter},undetermined`)} (${percent(reading.share_high)}) if the ${filterLink(undetermined, 'verdict=undetermined')} undetermined ${undetermined === 1 ? 'is' : 'are'} counted as well.`
  } In ${plural(reading.tally.incidents, 'incident')}, concerning ${personsOf(reading.tally)}. ${count(reading.tally.decided)} decided by people, ${count(reading.tally.suggested)} suggested by the model; ${filterLink(reading.tally.needs_review, `${filter}&review=1`)} ${reading.tally.needs_review === 1 ? 'needs' : 'need'} review${disputedOf(reading, filter)}.</p>
</div>`;
}

function disputedOf({ tally: { disputed } }: Reading, filter: string): Html | null {
  if (disputed === 0) return null;
  return html`; the agency disputes ${filterLink(disputed, `${filter}&disputed=1`)}`;
}

function personsOf({ persons, persons_unknown }: Tally): string {
  return `${persons_unknown > 0 ? 'at least ' : ''}${plural(persons, 'person', 'persons')}`;
}

function figures({ counts, coverage }: AuditReport): Html {
  const { all } = counts;
  const cells: [string, Html, string][] = [
    ['Files', jumpLink(counts.files, 'files'), `${count(coverage.by_status.unreadable)} unreadable`],
    ['Pages', jumpLink(counts.pages, 'pages-read'), `${count(coverage.by_method.unread)} not read`],
    [
      'Items',
      jumpLink(counts.items, 'items-read'),
      `each message once; ${plural(counts.copies, 'further copy', 'further copies')} found`,
    ],
    [
      'Exchanges',
      jumpLink(counts.exchanges, 'set-aside'),
      `${count(counts.not_contact)} set aside as no contact`,
    ],
    ['Contacts', filterLink(all.contacts, ''), 'exchanges with an immigration authority'],
    ['Incidents', jumpLink(all.incidents, 'incidents'), 'contacts about one case joined'],
    [
      'Persons',
      jumpLink(all.persons, 'incidents'),
      all.persons_unknown > 0
        ? `at least; cannot be told in ${plural(all.persons_unknown, 'contact')}`
        : 'whom the contacts concern',
    ],
  ];
  return html`<dl class="figures">${cells.map(
    ([name, value, note]) => html`<div><dt>${name}</dt><dd><b>${value}</b><span>${note}</span></dd></div>
`,
  )}</dl>`;
}

function verdictRow(label: Html, filter: string, tally: Tally, target: string, disputes: boolean): Html {
  const link = (value: number, more: string): Html =>
    filterLink(value, [filter, more].filter(Boolean).join('&'), target);
  const incidents = (value: number): Html => (value === 0 ? html`0` : jumpLink(value, 'incidents'));
  return html`<tr><th scope="row">${label}</th><td data-label="Contacts">${link(tally.contacts, '')}</td><td data-label="Incidents">${incidents(tally.incidents)}</td><td data-label="Persons">${incidents(tally.persons)}${tally.persons_unknown > 0 ? '+' : ''}</td><td data-label="Decided by people">${link(tally.decided, 'coder=people')}</td><td data-label="Suggested by the model">${link(tally.suggested, 'coder=model')}</td><td data-label="Needs review">${link(tally.needs_review, 'review=1')}</td>${disputes ? html`<td data-label="Disputed by the agency">${link(tally.disputed, 'disputed=1')}</td>` : null}</tr>
`;
}

function verdictTable(report: AuditReport): Html {
  const { all } = report.counts;
  const disputes = all.disputed > 0;
  const rows = report.verdicts.map(({ verdict, tally }) =>
    verdictRow(
      badge(verdict),
      `verdict=${verdict}`,
      tally,
      tally.contacts === 0 ? 'contacts' : firstOf(verdict),
      disputes,
    ),
  );
  return scrollBox(
    'Contacts by verdict',
    html`<table class="numbers stacked" id="verdict-table"><caption>Contacts by verdict</caption>
<thead><tr><th scope="col">Verdict</th><th scope="col">Contacts</th><th scope="col">Incidents</th><th scope="col">Persons</th><th scope="col">Decided by people</th><th scope="col">Suggested by the model</th><th scope="col">Needs review</th>${disputes ? html`<th scope="col">Disputed by the agency</th>` : null}</tr></thead>
<tbody>${rows}</tbody>
<tfoot>${verdictRow(html`All contacts`, '', all, 'contacts', disputes)}</tfoot></table>`,
  );
}

function readingTable({ strict, broad }: AuditReport): Html {
  return html`<table class="numbers"><thead><tr><th scope="col">Reading</th><th scope="col">Counted</th><th scope="col">Share</th><th scope="col">With the undetermined</th><th scope="col">Share</th></tr></thead><tbody>${[
    strict,
    broad,
  ].map((reading) => {
    const filter = `verdict=${reading.verdicts.join(',')}`;
    return html`<tr><th scope="row">${reading.name}</th><td>${filterLink(reading.low, filter)}</td><td>${percent(reading.share_low)}</td><td>${filterLink(reading.high, `${filter},undetermined`)}</td><td>${percent(reading.share_high)}</td></tr>
`;
  })}</tbody></table>`;
}

/** The headline and the numbers under it, each with the rows behind it. */
export function renderSummary(report: AuditReport): Html {
  const { counts } = report;
  return html`<section id="summary" aria-labelledby="summary-title">
<h2 id="summary-title">Summary</h2>
<p class="lead">${report.headline}</p>
${
  counts.all.suggested > 0
    ? html`<p class="caution"><strong>Codes are suggestions until people decide.</strong> ${filterLink(counts.all.suggested, 'coder=model')} of the ${plural(counts.all.contacts, 'contact')} below ${counts.all.suggested === 1 ? 'carries' : 'carry'} a code that the model suggests from the words quoted. ${report.error_rates === null ? html`Its error rates were not at hand for this report` : html`Its measured error rates are under <a href="#errors">Method</a>`}; each quote leads to its page, so that it can be checked.</p>`
    : null
}
${
  counts.all.disputed > 0
    ? html`<p class="caution">The agency does not accept the code of ${filterLink(counts.all.disputed, 'disputed=1')} of the contacts. They are counted as coded and marked <strong class="disputed">disputed</strong>; what the agency says stands with each and under <a href="#answers">Answers of the agency</a>.</p>`
    : null
}
<div class="readings">${readingCard(report.strict, report)}${readingCard(report.broad, report)}</div>
${counts.all.contacts === 0 ? null : renderPlot(plotReadings(report), html`Share of all ${plural(counts.all.contacts, 'contact')}. The dark part is counted, the light part only if every undetermined contact is.`, readingTable(report))}
${figures(report)}
${verdictTable(report)}
<p class="note">An incident with contacts of two verdicts is counted under both, once in the last line. Persons are the largest number that any contact of an incident names, added up over incidents; “+” marks a sum in which the number cannot be told for some contact. A file, page or item that was not read is under <a href="#coverage">What was read and what was not</a>.</p>
</section>`;
}
