import type { AuditReport, ErrorRates } from './audit.ts';
import { type Html, html } from './html.ts';
import { count } from './labels.ts';
import { codebook, codeLists, dictionary } from './render-html-codebook.ts';
import { type Links, scrollBox } from './render-html-parts.ts';
import { renderSample } from './render-html-sample.ts';

function errorRates(rates: ErrorRates | null): Html {
  if (rates === null) {
    return html`<p class="caution">No error rates of the model are at hand. Its suggestions are to be read as unchecked.</p>`;
  }
  return html`${scrollBox(
    'Error rates',
    html`<table class="wide" id="error-rates"><caption>Error rates of the model, measured on text it had not seen</caption><thead><tr>${rates.columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>
${rates.rows.map(
  (
    row,
  ) => html`<tr>${row.map((cell, i) => (i === 0 ? html`<th scope="row">${cell}</th>` : html`<td>${cell}</td>`))}</tr>
`,
)}</tbody></table>`,
  )}<p class="note">${rates.note}</p>`;
}

function pairs(rows: readonly (readonly [string, string | number])[]): Html {
  return html`<dl class="pairs">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd class="record">${value}</dd></div>`)}</dl>`;
}

function sorted<T>(record: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}

function inputs(report: AuditReport): Html {
  return scrollBox(
    'Inputs',
    html`<table class="wide"><caption>What was handed in</caption><thead><tr><th scope="col">Path</th><th scope="col" class="n">Bytes</th><th scope="col">SHA-256</th></tr></thead><tbody>
${report.inputs.map(
  ({
    path,
    bytes,
    sha256,
  }) => html`<tr><th scope="row" class="path">${path}</th><td class="n">${count(bytes)}</td><td><code>${sha256}</code></td></tr>
`,
)}</tbody></table>`,
    'tall',
  );
}

/** How the numbers came about, how far they can be trusted, and how to make them again. */
export function renderMethod(report: AuditReport, links: Links): Html {
  const thresholds = sorted(report.thresholds);
  const settings = sorted(report.settings);
  return html`<section id="method" aria-labelledby="method-title">
<h2 id="method-title">Method</h2>
<div class="prose">
<h3>From pages to contacts</h3>
<p>Every file is told by its bytes, not by its name, and either read or listed with a reason. Printed e-mail is cut out of the pages at its headers; mail in electronic form is taken from its container; messages quoted inside others are taken out as well. Each is an <i>item</i>.</p>
<p>Items with one message are joined: the same message as electronic mail, as a printed page and quoted three times is one item that stands in five places, and every place is named with it. Items that answer one another, by message ids where there are any and else by subject, people, time and quoted text, are an <i>exchange</i>. An exchange in which local law enforcement and an immigration authority communicate, or which records that they did, is a <i>contact</i>. Contacts about one case are an <i>incident</i>.</p>
<h3>How a contact is coded</h3>
<p>Relevance, purpose and alleged conduct are answered from the text alone, without guessing at what a redaction hides. The verdict follows from the answers by rule. It needs words: a quote that is found again on its page or in its message. Where the words are missing the answer is <i>undetermined</i>, and where the model is not sure enough the contact is marked as needing review. The model suggests; people decide.</p>
</div>
${codebook()}
${codeLists()}
<div class="prose">
<h3>Two readings</h3>
<p>The <i>strict</i> reading counts the contacts that served civil immigration enforcement and in which nobody is alleged to have committed a crime. The <i>broad</i> reading adds those in which the person faced an allegation, but the contact served civil immigration enforcement all the same. They answer different questions, and both stand here side by side. The upper end of each range counts every undetermined contact as well, the lower end none of them.</p>
</div>
<h3 id="errors">Error rates</h3>
${errorRates(report.error_rates)}
${renderSample(report.sample)}
${report.counts.all.decided === 0 ? html`<p class="note">People have decided no contact of this case yet: all codes are the model’s.</p>` : html`<p class="note">People have decided ${count(report.counts.all.decided)} of the ${count(report.counts.all.contacts)} contacts of this case; their codes stand in place of the model’s.</p>`}
${
  links.edition === 'public'
    ? html`<h3>Masking</h3>
<div class="prose"><p>Names of private persons in all their spellings, birth dates, phones, addresses, plates, case and other numbers, mail and screen names, and employers and schools where they identify are replaced by words such as <i>Person 12</i>, the same throughout, in the text, the quotes and the pictures. Public employees are shown by role and agency, or by name where the publisher chose so. A number is never changed by masking: every count is that of the working edition. Masking is done by a program and by lists of people; a name that it does not know may remain, and a word that is none may be masked.</p></div>
`
    : null
}<h3>Limits</h3>
<ul class="prose">
<li>The records are those that were released. What was never written down, not asked for or not released is not in them.</li>
<li>The verdict says what the text shows a contact was for. It does not say that anything was unlawful.</li>
<li>Who approved a contact often is not in an e-mail. That no approval is seen here does not mean that there was none.</li>
<li>A date is as exact as the record. The order of messages without a time is a guess.</li>
<li>A range shows what the undetermined contacts can change. It is not a margin for the errors of the model, which are given above.</li>
<li>Persons are counted from the text and not told apart by name across incidents: one person in two incidents is counted twice.</li>
</ul>
<h3>Versions and settings</h3>
${pairs([
  ['Tool', report.versions.tool],
  ['Model', report.versions.model],
  ['Lexicon', report.versions.lexicon],
  ['Policies', report.versions.policy],
])}
${settings.length === 0 ? null : pairs(settings)}
${thresholds.length === 0 ? null : html`<h4>Thresholds</h4>${pairs(thresholds)}`}
<h3>Inputs</h3>
${report.inputs.length === 0 ? html`<p>None named.</p>` : inputs(report)}
<h3>How to make it again</h3>
<div class="prose"><p>Run the same version of the tool on the same files: <code>contact-audit run &lt;path…&gt; --case &lt;dir&gt;</code>. The same bytes and settings give this same file, byte for byte; no time of day and no machine’s name is in it. <code>contact-audit verify &lt;dir&gt;</code> adds the sums again, compares the hashes and looks every quote up on its page.</p></div>
<h3 id="dictionary">Data dictionary</h3>
${dictionary()}
</section>`;
}
