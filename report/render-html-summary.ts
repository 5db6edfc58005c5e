import type { AuditReport, KindRow, Reading, Tally } from './audit.ts';
import { type Html, html } from './html.ts';
import { count, nameDirection, percent, plural, VERDICT_NAMES } from './labels.ts';
import { badge, filterLink, jumpLink, scrollBox } from './render-html-parts.ts';

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
  } In ${plural(reading.tally.incidents, 'incident')}, concerning ${personsOf(reading.tally)}. ${count(reading.tally.decided)} decided by people, ${count(reading.tally.suggested)} suggested by the model; ${filterLink(reading.tally.needs_review, `${filter}&review=1`)} ${reading.tally.needs_review === 1 ? 'needs' : 'need'} review.</p>
</div>`;
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
    ['Incidents', filterLink(all.incidents, ''), 'contacts about one case joined'],
    [
      'Persons',
      filterLink(all.persons, ''),
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

function verdictRow(label: Html, filter: string, tally: Tally, target: string): Html {
  const link = (value: number, more: string): Html =>
    filterLink(value, [filter, more].filter(Boolean).join('&'), target);
  return html`<tr><th scope="row">${label}</th><td>${link(tally.contacts, '')}</td><td>${count(tally.incidents)}</td><td>${count(tally.persons)}${tally.persons_unknown > 0 ? '+' : ''}</td><td>${link(tally.decided, 'coder=people')}</td><td>${link(tally.suggested, 'coder=model')}</td><td>${link(tally.needs_review, 'review=1')}</td></tr>
`;
}

function verdictTable(report: AuditReport): Html {
  const { all } = report.counts;
  const rows = report.verdicts.map(({ verdict, tally }) =>
    verdictRow(
      badge(verdict),
      `verdict=${verdict}`,
      tally,
      tally.contacts === 0 ? 'contacts' : firstOf(verdict),
    ),
  );
  return scrollBox(
    'Contacts by verdict',
    html`<table class="numbers" id="verdict-table"><caption>Contacts by verdict</caption>
<thead><tr><th scope="col">Verdict</th><th scope="col">Contacts</th><th scope="col">Incidents</th><th scope="col">Persons</th><th scope="col">Decided by people</th><th scope="col">Suggested by the model</th><th scope="col">Needs review</th></tr></thead>
<tbody>${rows}</tbody>
<tfoot>${verdictRow(html`All contacts`, '', all, 'contacts')}</tfoot></table>`,
  );
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
<div class="readings">${readingCard(report.strict, report)}${readingCard(report.broad, report)}</div>
${figures(report)}
${verdictTable(report)}
<p class="note">An incident with contacts of two verdicts is counted under both, once in the last line. Persons are the largest number that any contact of an incident names, added up over incidents; “+” marks a sum in which the number cannot be told for some contact. A file, page or item that was not read is under <a href="#coverage">What could not be read</a>.</p>
</section>`;
}

function kindTable(
  title: string,
  field: string,
  rows: readonly KindRow[],
  name: (code: string) => string,
): Html {
  if (rows.length === 0) return html``;
  return html`<div><table class="numbers"><caption>${title}</caption>
<thead><tr><th scope="col">Code</th><th scope="col">Contacts</th><th scope="col">Strict</th><th scope="col">Broad</th></tr></thead>
<tbody>${rows.map(({ code, contacts, strict, broad }) => {
    const filter = `${field}=${code}`;
    return html`<tr><th scope="row">${name(code)}</th><td>${filterLink(contacts, filter)}</td><td>${filterLink(strict, `${filter}&verdict=status-only`)}</td><td>${filterLink(broad, `${filter}&verdict=status-only,mixed`)}</td></tr>
`;
  })}</tbody></table></div>`;
}

/** Kinds of contact: what it was, who sent the newest part, which authority. */
export function renderKinds(report: AuditReport): Html {
  if (report.contacts.length === 0) return html``;
  return html`<section id="kinds" aria-labelledby="kinds-title">
<h2 id="kinds-title">Kinds of contact</h2>
<div class="kinds">${kindTable('Nature', 'nature', report.nature, (code) => code)}${kindTable('Direction of the newest part', 'direction', report.direction, (code) => nameDirection(code === 'unknown' ? null : code))}${kindTable('Authority', 'component', report.component, (code) => code)}</div>
<p class="note">A contact may have several natures and concern several authorities, so that these columns add up to more than the contacts. Strict counts ${VERDICT_NAMES['status-only'].toLowerCase()}; broad counts ${VERDICT_NAMES.mixed.toLowerCase()} as well.</p>
</section>`;
}
