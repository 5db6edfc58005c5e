import type { FindingKind, Rule } from '../policy/index.ts';
import { anchor, type Html, html } from './html.ts';
import { count, plural, showDate } from './labels.ts';
import type { FindingCell, FindingEntry, PolicySection, RuleRow } from './policy-section.ts';
import { contactLink, join, type Links, numberLink, pageAnchor, scrollBox } from './render-html-parts.ts';

const HEADS: Record<FindingKind, string> = {
  'apparent conflict': 'Apparent conflict',
  consistent: 'Consistent',
  'cannot tell': 'Cannot tell',
  'not in force': 'Not in force',
};

function cellAnchor(rule: Rule, finding: FindingKind, marked = ''): string {
  return anchor('f', rule.id, finding.replaceAll(' ', '_'), marked);
}

function periodText({ effective: { from, to } }: Rule): string {
  if (from === null && to === null) return 'no dates given';
  if (to === null) return `from ${showDate(from)}`;
  return from === null ? `until ${showDate(to)}` : `${showDate(from)} to ${showDate(to)}`;
}

/** The clause's own words in quotation marks; a paraphrase without, and marked as one. */
function clauseText({ quoted, text }: Rule): Html {
  return quoted ? html`<q>${text}</q>` : html`${text} <span class="quiet">(paraphrase)</span>`;
}

function sourceText({ url, checked }: Rule): Html {
  const day = checked === null ? 'not checked' : `read on ${showDate(checked)}`;
  return url === '' ? html`${day}` : html`<span class="record">${url}</span>, ${day}`;
}

function cell(rule: Rule, { finding, total }: FindingCell): Html {
  if (total === 0) return html`<td>0</td>`;
  return html`<td><a href="#${cellAnchor(rule, finding)}">${count(total)}</a></td>`;
}

function overview(rows: readonly RuleRow[]): Html {
  return scrollBox(
    'Rules by finding',
    html`<table class="numbers" id="policy-table"><caption>Contacts by rule and finding</caption>
<thead><tr><th scope="col">Rule</th>${Object.values(HEADS).map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map(
      ({
        rule,
        cells,
      }) => html`<tr><th scope="row"><a href="#${anchor('rule', rule.id)}">${rule.clause}</a><span class="under">${rule.policy_name}; ${periodText(rule)}</span></th>${cells.map((one) => cell(rule, one))}</tr>
`,
    )}</tbody></table>`,
  );
}

function contactOf({ number, finding }: FindingEntry, links: Links): Html {
  return number === null ? html`Contact ${finding.contact_id}, in findings.csv` : contactLink(number, links);
}

/** Only the number, for long lists. */
function numberOf({ number, finding }: FindingEntry, links: Links): Html {
  return number === null ? html`${finding.contact_id}` : numberLink(number, links);
}

function where({ finding: { path, page, file_id } }: FindingEntry, links: Links): Html | null {
  if (path === null || file_id === null) return null;
  if (page === null) return html`<span class="path">${path}</span>`;
  const number = links.hasPage(file_id, page)
    ? html`<a href="#${pageAnchor(file_id, page)}">${page}</a>`
    : html`${page}`;
  return html`<span class="path">${path}</span> p. ${number}`;
}

/** One contact with why, what is missing and the words; for the findings that somebody will want to check one by one. */
function fullEntry(entry: FindingEntry, links: Links): Html {
  const { reason, missing_fact, quote } = entry.finding;
  return html`<li>${contactOf(entry, links)}. ${missing_fact || reason}${quote === '' ? null : html` <q class="record">${quote.trim()}</q> ${where(entry, links)}`}</li>
`;
}

function cellList(
  rule: Rule,
  { finding, total, entries, left_out }: FindingCell,
  links: Links,
  marked = '',
): Html {
  if (total === 0) return html``;
  const full = marked === '' && (finding === 'apparent conflict' || finding === 'cannot tell');
  const list = full
    ? html`<ul>${entries.map((entry) => fullEntry(entry, links))}</ul>`
    : html`<p>Contacts ${join(entries.map((entry) => numberOf(entry, links)))}</p>`;
  const left =
    left_out > 0 ? html`<p class="note">${plural(left_out, 'further contact')} in findings.csv.</p>` : null;
  const head = marked === '' ? HEADS[finding] : `${marked}: ${finding}`;
  return html`<details class="folded"><summary>${head}, ${plural(total, 'contact')}</summary><div id="${cellAnchor(rule, finding, marked === '' ? '' : 'x')}">${list}${left}</div></details>
`;
}

function factsOf(rule: Rule): Html {
  const { exceptions, approval } = rule;
  const unless = exceptions.map(({ name }) => name);
  if (approval !== null) unless.push(`approval by ${approval.by}`);
  const rows: [string, Html | string][] = [
    ['Policy', `${rule.policy_name}, ${rule.jurisdiction}`],
    ['In force', periodText(rule)],
    ['Source', sourceText(rule)],
    ['Act', rule.act],
    ['Unless', unless.join('; ')],
    ['Binds', rule.binds.join(', ')],
    ['A record would show', rule.record_would_show],
    ['Note', rule.note],
  ];
  return html`<dl class="facts">${rows
    .filter(([, value]) => value !== '')
    .map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function ruleBlock({ rule, cells, counterfactual }: RuleRow, links: Links): Html {
  const would = counterfactual.map((one) => cellList(rule, one, links, 'Would be'));
  const marked =
    would.length === 0
      ? null
      : html`<div class="counterfactual"><p><strong>Counterfactual.</strong> The rule was not in force when these contacts were made. Had it been, the findings would be as follows. They say nothing about what was allowed on the day.</p>${would}</div>`;
  return html`<article class="rule" id="${anchor('rule', rule.id)}"><h4>${rule.clause}</h4>
<p>${clauseText(rule)}</p>
${factsOf(rule)}
${cells.map((one) => cellList(rule, one, links))}${marked}</article>
`;
}

function unverifiedList(rules: readonly Rule[]): Html | null {
  if (rules.length === 0) return null;
  return html`<h3>Not tested</h3><p>The words of these clauses were not read in their source, so that nothing is found from them.</p><ul>${rules.map(
    (rule) =>
      html`<li><strong>${rule.clause}</strong> (${rule.policy_name}): ${rule.text} <span class="quiet">unverified</span></li>`,
  )}</ul>`;
}

/** The section "Policy": rules by finding, then each rule with its clause, its source and its contacts. */
export function renderPolicy(section: PolicySection | null, links: Links): Html {
  if (section === null) return html``;
  const notes = section.policies.filter(({ note }) => note !== '');
  return html`<section id="policy" aria-labelledby="policy-title">
<h2 id="policy-title">Policy</h2>
<p>Each contact beside each rule that was in force on its day. A finding points to what a reader should look at; it is no judgement, and it is no surer than the code of the contact. <em>Cannot tell</em> names what the records would have to show.</p>
${section.rows.length === 0 ? html`<p class="note">No rule was tested.</p>` : overview(section.rows)}
${notes.length === 0 ? null : html`<ul class="note">${notes.map(({ name, note }) => html`<li><strong>${name}.</strong> ${note}</li>`)}</ul>`}
${section.rows.map((row) => ruleBlock(row, links))}
${unverifiedList(section.unverified)}
</section>`;
}
