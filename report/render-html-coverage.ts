import type { SourceFile } from '../ingest/index.ts';
import type { AuditReport, Coverage } from './audit.ts';
import { type Html, html } from './html.ts';
import { count, plural } from './labels.ts';
import { LOW_CONFIDENCE } from './list-coverage.ts';
import { plotCoverage } from './plot-coverage.ts';
import { filePages, gaps, renderBates, renderRedactions } from './render-html-gaps.ts';
import { jumpLink, type Links, scrollBox } from './render-html-parts.ts';
import { renderPlot } from './render-html-plot.ts';
import { renderRequest } from './render-html-supplements.ts';

/** Files that were read without trouble are listed up to this many; all of them are in `files.csv`. */
const MOST_FILES_LISTED = 2000;

const STATUS_NAMES: Record<SourceFile['status'], string> = {
  read: 'Read',
  partial: 'Read in part',
  unreadable: 'Unreadable',
  duplicate: 'Duplicate of another file',
};

function fileRow(file: SourceFile): Html {
  const issues = file.issues.map(
    ({ code, message, where }) =>
      html`<li><code>${code}</code>${where === undefined ? null : ` ${where}`}: ${message}</li>`,
  );
  return html`<tr><th scope="row" class="path">${file.path}</th><td>${STATUS_NAMES[file.status]}</td><td>${file.media_type}</td><td class="n">${count(file.bytes)}</td><td class="n">${count(file.pages)}</td><td class="n">${count(file.items_expected)}</td><td class="n">${count(file.items_emitted)}</td><td class="n">${count(file.items_failed)}</td><td>${issues.length === 0 ? html`<span class="quiet">none</span>` : html`<ul>${issues}</ul>`}</td></tr>
`;
}

function fileTable(files: readonly SourceFile[], caption: string): Html {
  return scrollBox(
    caption,
    html`<table class="wide"><caption>${caption}</caption><thead><tr><th scope="col">File</th><th scope="col">Status</th><th scope="col">Type by content</th><th scope="col" class="n">Bytes</th><th scope="col" class="n">Pages</th><th scope="col" class="n">Items promised</th><th scope="col" class="n">Items out</th><th scope="col" class="n">Items failed</th><th scope="col">Issues</th></tr></thead><tbody>
${files.map(fileRow)}</tbody></table>`,
    'tall',
  );
}

function fileSums(coverage: Coverage): Html {
  const { by_status } = coverage;
  const sum = by_status.read + by_status.partial + by_status.unreadable + by_status.duplicate;
  const holds = sum === coverage.files.length;
  return html`<table class="numbers" id="file-sums"><caption>Files</caption><tbody>
${(Object.keys(STATUS_NAMES) as SourceFile['status'][]).map(
  (status) =>
    html`<tr><th scope="row">${STATUS_NAMES[status]}</th><td>${by_status[status] === 0 ? '0' : jumpLink(by_status[status], status === 'read' ? 'files-read' : 'files-trouble')}</td></tr>
`,
)}</tbody><tfoot><tr><th scope="row">Files handed in or found inside others</th><td>${count(coverage.files.length)}</td></tr></tfoot></table>${holds ? null : html`<p class="caution">These numbers do not add up to the files.</p>`}`;
}

function pageSums(report: AuditReport): Html {
  const { by_method } = report.coverage;
  const rows: [string, number, string][] = [
    ['Text in the file', by_method.text, 'pages'],
    ['Read by character recognition', by_method.ocr, 'pages'],
    ['Blank', by_method.blank, 'pages'],
    ['Not read', by_method.unread, 'unread'],
  ];
  return html`<table class="numbers" id="pages-read"><caption>Pages</caption><tbody>
${rows.map(
  ([name, value, target]) =>
    html`<tr><th scope="row">${name}</th><td>${value === 0 ? '0' : jumpLink(value, target)}</td></tr>
`,
)}</tbody><tfoot><tr><th scope="row">Pages</th><td>${count(report.counts.pages)}</td></tr></tfoot></table>`;
}

function itemSums({ counts, coverage }: AuditReport): Html {
  const { items_expected, items_emitted, items_failed, entries_emitted, items_quoted } = coverage;
  const kept = counts.items + counts.copies;
  const out = items_emitted - entries_emitted + items_quoted;
  const holds = items_expected === items_emitted + items_failed;
  return html`<table class="numbers" id="items-read"><caption>Items</caption><tbody>
<tr><th scope="row">Promised by the files</th><td>${count(items_expected)}</td></tr>
<tr><th scope="row">Came out</th><td>${count(items_emitted)}</td></tr>
<tr><th scope="row">Failed</th><td>${items_failed === 0 ? '0' : jumpLink(items_failed, 'files-trouble')}</td></tr>
${entries_emitted === 0 ? null : html`<tr><th scope="row">Of these, files in archives</th><td>${count(entries_emitted)}</td></tr>`}
<tr><th scope="row">Quoted inside what came out</th><td>${count(items_quoted)}</td></tr>
<tr><th scope="row">Each message once</th><td>${count(counts.items)}</td></tr>
<tr><th scope="row">Further copies, joined</th><td>${count(counts.copies)}</td></tr>
</tbody><tfoot><tr><th scope="row">Items and copies</th><td>${count(kept)}</td></tr></tfoot></table>${holds ? null : html`<p class="caution">Items promised are not items out and items failed together.</p>`}${kept === out ? null : html`<p class="caution">${count(out)} items came out and ${count(kept)} are in this report.</p>`}`;
}

function engineTable({ engines }: Coverage): Html {
  if (engines.length === 0) return html`<p>No page was read by a program that is named.</p>`;
  return html`<table class="numbers"><caption>Pages by what read them</caption><thead><tr><th scope="col">Program</th><th scope="col">Pages</th></tr></thead><tbody>${engines.map(
    ({ engine, pages }) => html`<tr><th scope="row">${engine}</th><td>${count(pages)}</td></tr>
`,
  )}</tbody></table>`;
}

/** What was handed in, what came of it, and what did not: the sums that prove that nothing was lost in silence. */
export function renderCoverage(report: AuditReport, links: Links): Html {
  const { coverage } = report;
  const trouble = coverage.files.filter((file) => file.status !== 'read' || file.issues.length > 0);
  const clean = coverage.files.filter((file) => !trouble.includes(file));
  const listed = clean.slice(0, MOST_FILES_LISTED);
  return html`<section id="coverage" aria-labelledby="coverage-title">
<h2 id="coverage-title">What was read and what was not</h2>
<p>An absence of records is not an absence of contacts. What is below was not read, or only in part, and is in none of the counts.</p>
${renderRequest(report)}
<h3 id="unread">Pages not read</h3>
${coverage.unread.length === 0 ? html`<p>Every page was read, or is blank.</p>` : filePages(coverage.unread, links)}
<h3 id="low-confidence">Pages that were hard to read</h3>
${coverage.low_confidence.length === 0 ? html`<p>None: no page was read by character recognition with a mean confidence under ${LOW_CONFIDENCE} of 100.</p>` : html`<p>Read by character recognition with a mean confidence under ${LOW_CONFIDENCE} of 100. Their words may be wrong: look at the picture.</p>${filePages(coverage.low_confidence, links)}`}
<h3 id="files-trouble">Files not read, read in part, or with issues</h3>
${trouble.length === 0 ? html`<p>None.</p>` : fileTable(trouble, 'Files with trouble')}
<h3>The sums</h3>
<div class="sums" id="files"><div>${fileSums(coverage)}</div><div>${pageSums(report)}</div><div>${itemSums(report)}</div></div>
${renderPlot(plotCoverage(report), html`Pages by the way they were read.`, engineTable(coverage))}
<p class="note">An item may be printed on several pages, and a page may hold several items. A message quoted inside another is an item too.</p>
<h3>Months without a record</h3>
${gaps(coverage)}
${renderBates(coverage.bates)}
${renderRedactions(coverage, links)}
<h3 id="files-read">Files read without trouble</h3>
${clean.length === 0 ? html`<p>None.</p>` : html`<details class="list"><summary>Show ${plural(listed.length, 'file')}</summary>${fileTable(listed, 'Files read without trouble')}${clean.length > listed.length ? html`<p class="note">${count(clean.length - listed.length)} more are in files.csv.</p>` : null}</details>`}
</section>`;
}
