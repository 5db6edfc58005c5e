import type { AuditReport, PeriodRow, Timeline } from './audit.ts';
import { type Html, html } from './html.ts';
import { CONTACT_VERDICTS, plural, VERDICT_NAMES } from './labels.ts';
import { plotTimeline } from './plot-timeline.ts';
import { type PolicyDate, policyDates } from './policy-dates.ts';
import { filterLink, join, scrollBox } from './render-html-parts.ts';
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

function dateRow({ letter, date, event, policy, clauses, drawn }: PolicyDate): Html {
  return html`<tr><th scope="row">${letter}</th><td><span class="date">${date}</span></td><td>${event === 'from' ? 'in force from this day' : 'in force until this day'}</td><td>${policy}: ${join(clauses.map((clause) => html`${clause}`))}</td><td>${drawn ? 'drawn' : 'outside the months drawn'}</td></tr>
`;
}

/** The days of the rules that were tested, with the letters that mark them in the plot. */
function dateTable(dates: readonly PolicyDate[]): Html | null {
  if (dates.length === 0) return null;
  return scrollBox(
    'Days on which rules came into force',
    html`<table class="wide" id="policy-dates"><caption>Rules that the contacts were tested against, by the day on which they came into force or ceased to be</caption><thead><tr><th scope="col">Mark</th><th scope="col">Day</th><th scope="col">What</th><th scope="col">Rules</th><th scope="col">In the plot</th></tr></thead><tbody>
${dates.map(dateRow)}</tbody></table>`,
  );
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
${dateTable(dates)}
</section>`;
}
