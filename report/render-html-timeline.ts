import type { Verdict } from '../classify/index.ts';
import type { AuditReport, PeriodRow, Timeline } from './audit.ts';
import { type Html, html } from './html.ts';
import { CONTACT_VERDICTS, count, plural, VERDICT_NAMES } from './labels.ts';
import { filterLink, scrollBox } from './render-html-parts.ts';

/** Sizes in CSS pixels. Widths are percentages, so that the plot fits a phone and its letters keep their size. */
const STRIP = { label: 18, bars: 52, gap: 14 };
/** Room above the highest bar for its number. */
const HEADROOM = 13;
const AXIS = 22;
/** A bar for one contact stays visible beside one for hundreds. */
const LEAST_BAR = 2;
/** More year labels than this would touch on a phone. */
const MOST_YEAR_LABELS = 9;

function numberOf(row: PeriodRow, verdict: Verdict): number {
  return row.counts[verdict] ?? 0;
}

function place(value: number): string {
  return `${Number(value.toFixed(3))}%`;
}

function strip(verdict: Verdict, timeline: Timeline, top: number, most: number): Html {
  const { bars } = timeline;
  const step = 100 / bars.length;
  const base = top + STRIP.label + STRIP.bars;
  const total = bars.reduce((sum, row) => sum + numberOf(row, verdict), 0);
  const peak = Math.max(...bars.map((row) => numberOf(row, verdict)));
  const peakAt = bars.findIndex((row) => numberOf(row, verdict) === peak);
  const drawn = bars.flatMap((row, i) => {
    const value = numberOf(row, verdict);
    if (value === 0) return [];
    const height = Math.max(LEAST_BAR, (value / most) * (STRIP.bars - HEADROOM));
    return [
      html`<rect class="bar ${verdict}" x="${place((i + 0.1) * step)}" width="${place(step * 0.8)}" y="${Number((base - height).toFixed(2))}" height="${Number(height.toFixed(2))}"><title>${row.period}: ${count(value)}</title></rect>`,
    ];
  });
  const height = Math.max(LEAST_BAR, (peak / most) * (STRIP.bars - HEADROOM));
  return html`<text class="strip" x="0" y="${top + 12}">${VERDICT_NAMES[verdict]}, ${count(total)}</text>
<line class="base" x1="0" x2="100%" y1="${base}" y2="${base}"/>${drawn}
<text class="peak" x="${place((peakAt + 0.5) * step)}" y="${Number((base - height - 3).toFixed(2))}" text-anchor="middle">${count(peak)}</text>
`;
}

function yearLabels(timeline: Timeline, y: number): Html[] {
  const step = 100 / timeline.bars.length;
  const starts = timeline.bars.flatMap((row, i) => {
    const opens = timeline.unit === 'year' || i === 0 || row.period.endsWith('-01');
    return opens ? [{ year: row.period.slice(0, 4), i }] : [];
  });
  const every = Math.ceil(starts.length / MOST_YEAR_LABELS);
  return starts.map(({ year, i }, n) => {
    const next = starts[n + 1]?.i ?? timeline.bars.length;
    const crowded = n % every !== 0 || (next - i) * step < 6 / every;
    return html`<line class="tick" x1="${place(i * step)}" x2="${place(i * step)}" y1="${STRIP.label}" y2="${y - AXIS + 6}"/>${
      crowded ? null : html`<text class="year" x="${place(i * step)}" dx="3" y="${y - 4}">${year}</text>`
    }`;
  });
}

function chart(report: AuditReport): Html {
  const { timeline } = report;
  const verdicts = CONTACT_VERDICTS.filter((verdict) =>
    timeline.bars.some((row) => numberOf(row, verdict) > 0),
  );
  const first = timeline.bars[0];
  const last = timeline.bars.at(-1);
  if (first === undefined || last === undefined || verdicts.length === 0) {
    return html`<p>No contact has a date, so there is nothing to draw.</p>`;
  }
  const most = Math.max(...timeline.bars.flatMap((row) => verdicts.map((verdict) => numberOf(row, verdict))));
  const each = STRIP.label + STRIP.bars + STRIP.gap;
  const height = verdicts.length * each + AXIS;
  const totals = verdicts.map((verdict) => {
    const total = timeline.bars.reduce((sum, row) => sum + numberOf(row, verdict), 0);
    return `${VERDICT_NAMES[verdict].toLowerCase()} ${count(total)}`;
  });
  const summary = `Contacts by ${timeline.unit} of their first message, ${first.period} to ${last.period}, a strip for each verdict: ${totals.join(', ')}. The most in one ${timeline.unit} is ${count(most)}.`;
  return html`<svg class="timeline" width="100%" height="${height}" role="img" aria-labelledby="timeline-alt">
<title id="timeline-alt">${summary}</title>
${yearLabels(timeline, height)}
${verdicts.map((verdict, i) => strip(verdict, timeline, i * each, most))}</svg>`;
}

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

/** When the contacts took place: a strip of bars for each verdict on one scale, and the figures behind it. */
export function renderTimeline(report: AuditReport): Html {
  if (report.contacts.length === 0) return html``;
  return html`<section id="timeline" aria-labelledby="timeline-title">
<h2 id="timeline-title">When</h2>
<div class="beside"><figure>${chart(report)}
<figcaption>${plural(report.counts.all.contacts, 'contact')} by ${report.timeline.unit} of the first message. All strips have one scale; the highest bar of each carries its number. The table leaves out months without a contact.</figcaption></figure>
${scrollBox('Contacts by month', monthTable(report.timeline), 'tall')}</div>
</section>`;
}
