import type { Coverage, FilePages, PageRange } from './audit.ts';
import { type Html, html } from './html.ts';
import { count, percent, plural } from './labels.ts';
import type { BatesLedger } from './list-bates.ts';
import { join, type Links, pageAnchor } from './render-html-parts.ts';

/** Gaps and repeated numbers that are listed; the rest is counted. */
const MOST_LISTED = 200;

function rangeLink(fileId: string, { first, last }: PageRange, links: Links): Html {
  const words = first === last ? `${first}` : `${first}–${last}`;
  return links.hasPage(fileId, first)
    ? html`<a href="#${pageAnchor(fileId, first)}">${words}</a>`
    : html`${words}`;
}

/** Pages of each file, each leading to itself where it is printed. */
export function filePages(list: readonly FilePages[], links: Links): Html {
  return html`<ul>${list.map(
    ({ file_id, path, pages, ranges }) =>
      html`<li><span class="path">${path}</span>: ${plural(pages, 'page')}, ${pages === 1 ? 'p.' : 'pp.'} ${join(ranges.map((range) => rangeLink(file_id, range, links)))}</li>
`,
  )}</ul>`;
}

/** Months in which nothing is dated. */
export function gaps(coverage: Coverage): Html {
  const { first_month, last_month, empty_months } = coverage;
  if (first_month === null || last_month === null) return html`<p>No item has a date.</p>`;
  const total = empty_months.reduce((sum, gap) => sum + gap.months, 0);
  return html`<p>Dated items run from ${first_month} to ${last_month}. ${
    total === 0
      ? 'There is at least one in every month between.'
      : html`There is none in ${plural(total, 'month')}: ${empty_months
          .map((gap) => (gap.months === 1 ? gap.first : `${gap.first} to ${gap.last} (${gap.months} months)`))
          .join('; ')}. A month without an item may be one without mail, or one that was not released.`
  } ${coverage.items_without_date > 0 ? `${plural(coverage.items_without_date, 'item carries', 'items carry')} no date that could be read.` : 'Every item has a date.'}</p>`;
}

/** The release's Bates numbers, those that are missing and those that stand twice. */
export function renderBates({ pages, series, gaps: missing, repeated }: BatesLedger): Html {
  if (pages === 0) return html`<h3 id="bates">Bates numbers</h3><p>No page carries one.</p>`;
  const lost = missing.reduce((sum, { numbers }) => sum + numbers, 0);
  const listed = missing.slice(0, MOST_LISTED);
  const spans = listed.map(({ first, last, numbers }) =>
    numbers === 1 ? html`${first}` : html`${first} to ${last} (${count(numbers)})`,
  );
  return html`<h3 id="bates">Bates numbers</h3>
<p>${plural(pages, 'page carries', 'pages carry')} one: ${join(
    series.map(({ first, last, pages: of }) => html`${first} to ${last} (${plural(of, 'page')})`),
    '; ',
  )}. ${
    lost === 0
      ? 'No number inside a series is missing.'
      : html`${plural(lost, 'number')} inside a series ${lost === 1 ? 'was' : 'were'} not seen: ${join(spans, '; ')}${missing.length > listed.length ? html`; and ${plural(missing.length - listed.length, 'further gap')}` : null}. Such a page may not have been released, may not have been read, or may carry a number that could not be made out.`
  }${repeated.length === 0 ? null : html` ${plural(repeated.length, 'number stands', 'numbers stand')} on more than one page: ${repeated.slice(0, MOST_LISTED).join(', ')}.`}</p>`;
}

/** What was taken out of the records, how much of them it is, and where that failed. */
export function renderRedactions(coverage: Coverage, links: Links): Html {
  const { redactions, pages_redacted, items_redacted, redacted_share, mostly_redacted } = coverage;
  const { exemptions, failed_redactions } = coverage;
  return html`<h3 id="redactions">Redactions</h3>
<p>${plural(redactions, 'redaction mark')} on ${plural(pages_redacted, 'page')}; ${plural(items_redacted, 'item carries', 'items carry')} one. ${redacted_share === null ? null : html`Boxes cover ${redacted_share > 0 && redacted_share < 0.005 ? 'less than 1 %' : percent(redacted_share)} of the pages’ area.`} Nothing was guessed at what they hide.${exemptions.length === 0 ? null : html` Exemptions that are written on them: ${join(exemptions.map(({ code, redactions: times }) => html`${code} (${plural(times, 'time')})`))}.`}</p>
${mostly_redacted.length === 0 ? null : html`<h4>Pages of which half or more is covered</h4>${filePages(mostly_redacted, links)}`}
<h4 id="failed-redactions">Redactions that do not hide what they cover</h4>
${failed_redactions.length === 0 ? html`<p>None was found.</p>` : html`<p>On these pages text can still be copied from under a redaction. It was set aside when the page was read, is in no part of this report, and was used for no code. Whoever holds the files should be told.</p>${filePages(failed_redactions, links)}`}`;
}
