import type { AuditReport, PeriodRow, Timeline } from './audit.ts';
import { type Html, html } from './html.ts';
import { CONTACT_VERDICTS, plural, VERDICT_NAMES } from './labels.ts';
import { plotTimeline } from './plot-timeline.ts';
import { type PolicyDate, policyDates } from './policy-dates.ts';
import { filterLink, join } from './render-html-parts.ts';
import { renderPlot } from './render-html-plot.ts';

function monthTable(timeline: Timeline): Html {
  const row = ({ period, counts, total }: PeriodRow): Html => {
    const filter = `month=${period === '' ? 'none' : period}`;
    return html`<tr><th scope="row">${period === '' ? 'no date' : period}</th>${CONTACT_VERDICTS.map(
      (verdict) => html`<td>${filterLink(counts[verdict] ?? 0, `${filter}&verdict=${verdict}`)}</td>`,
    )}<td>${filterLink(total, filter)}</td></tr>
`;
  };
  return html`<table class="numbers months"><caption>Contacts by month of the first message</caption>
<thead><tr><th scope="col">Month</th>${CONTACT_VERDICTS.map((verdict) => html`<th scope="col">${VERDICT_NAMES[verdict]}</th>`)}<th scope="col">All</th></tr></thead>
<tbody>${timeline.months.map(row)}</tbody></table>`;
}

function dateLine({ letter, date, event, policy, clauses, drawn }: PolicyDate): Html {
  return html`<li><strong>${letter}</strong> <span class="date">${date}</span>: ${policy} ${event === 'from' ? 'in force from this day' : 'in force until this day'} <span class="quiet">(${join(clauses.map((clause) => html`${clause}`))}${drawn ? null : '; outside the time drawn'})</span></li>
`;
}

/** The days of the rules that were tested, with the letters that mark them in the plot. */
function dateList(dates: readonly PolicyDate[]): Html | null {
  if (dates.length === 0) return null;
  return html`<h3>Days on which the tested rules came into force or ceased to be</h3>
<ul class="policy-dates" id="policy-dates">
${dates.map(dateLine)}</ul>`;
}

/** When the contacts took place: a strip of bars for each verdict on one scale, the rules' days, and the figures behind it. */
export function renderTimeline(report: AuditReport): Html {
  if (report.contacts.length === 0) return html``;
  const plot = plotTimeline(report);
  const dates = policyDates(report);
  const marked = dates.some(({ drawn }) => drawn)
    ? ' Dashed lines mark the days named below by their letters.'
    : '';
  return html`<section id="timeline" aria-labelledby="timeline-title">
<h2 id="timeline-title">When</h2>
${plot === null ? html`<p>No contact has a date, so there is nothing to draw.</p>` : null}
${renderPlot(
  plot,
  html`${plural(report.counts.all.contacts, 'contact')} by ${report.timeline.unit} of the first message. All strips have one scale; the highest bar of each carries its number.${marked}`,
  monthTable(report.timeline),
  'tall',
)}
${dateList(dates)}
</section>`;
}
