import type { Verdict } from '../classify/index.ts';
import type { AuditReport, Timeline } from './audit.ts';
import { CONTACT_VERDICTS, count, VERDICT_NAMES } from './labels.ts';
import { type Plot, type PlotSpec, type PlotStyle, plotConfig } from './plot.ts';
import { type PolicyDate, policyDates } from './policy-dates.ts';

/** Height of one strip, in CSS pixels. */
const STRIP = 40;
const LEFT = 2;
/** Room to the right, so that the last year is not cut off. */
const RIGHT = 16;
/** Years that have room for their label in this many CSS pixels. */
const YEAR_WIDTH = 46;

function periodOf(date: string, unit: Timeline['unit']): string {
  return date.slice(0, unit === 'month' ? 7 : 4);
}

/** Periods at which a year is written, as many as there is room for. */
function yearTicks({ bars, unit }: Timeline, width: number): string[] {
  const starts = bars
    .map(({ period }) => period)
    .filter((period, i) => unit === 'year' || period.endsWith('-01') || i === 0);
  const room = Math.max(1, Math.floor(width / YEAR_WIDTH));
  const every = Math.ceil(starts.length / room);
  return starts.filter((period, i) => {
    const crowded = i === 0 && unit === 'month' && !period.endsWith('-01') && starts.length > 1;
    return !crowded && i % every === (crowded ? 1 : 0) % every;
  });
}

function strip(
  verdict: Verdict,
  timeline: Timeline,
  dates: readonly PolicyDate[],
  { width, most, first, last }: { width: number; most: number; first: boolean; last: boolean },
  style: PlotStyle,
): PlotSpec {
  const values = timeline.bars.map(({ period, counts }) => ({ period, contacts: counts[verdict] ?? 0 }));
  const total = values.reduce((sum, { contacts }) => sum + contacts, 0);
  const peak = Math.max(...values.map(({ contacts }) => contacts));
  const highest = values.filter(({ contacts }) => contacts === peak).slice(0, 1);
  const days = dates.map(({ date, letter }) => ({ period: periodOf(date, timeline.unit), letter }));
  const x = {
    field: 'period',
    type: 'ordinal',
    scale: { domain: timeline.bars.map(({ period }) => period) },
  };
  const axis = last
    ? {
        values: yearTicks(timeline, width),
        labelAngle: 0,
        labelAlign: 'left',
        labelExpr: 'slice(datum.label, 0, 4)',
        title: null,
      }
    : { labels: false, ticks: false, title: null };
  const y = { field: 'contacts', type: 'quantitative', axis: null, scale: { domain: [0, most] } };
  return {
    title: {
      text: `${VERDICT_NAMES[verdict]}, ${count(total)}`,
      ...(first && days.length > 0 ? { offset: 16 } : {}),
    },
    width: width - RIGHT,
    height: STRIP,
    layer: [
      {
        data: { values: values.filter(({ contacts }) => contacts > 0) },
        mark: { type: 'bar', color: style.verdicts[verdict] },
        encoding: { x: { ...x, axis }, y },
      },
      {
        data: { values: highest },
        mark: { type: 'text', dy: -7 },
        encoding: { x, y, text: { field: 'contacts', type: 'quantitative' } },
      },
      {
        data: { values: days },
        mark: { type: 'rule', strokeDash: [4, 3], color: style.ink },
        encoding: { x: { ...x, bandPosition: 0 } },
      },
      ...(first
        ? [
            {
              data: { values: days },
              mark: { type: 'text', fontWeight: 600, y: -8 },
              encoding: { x: { ...x, bandPosition: 0 }, text: { field: 'letter' } },
            },
          ]
        : []),
    ],
  };
}

/** Contacts by period, a strip for each verdict on one scale, with the days on which rules came into force. Null without dates. */
export function plotTimeline(report: AuditReport): Plot | null {
  const { timeline } = report;
  const [first, last] = [timeline.bars[0]?.period, timeline.bars.at(-1)?.period];
  const numberOf = (verdict: Verdict): number =>
    timeline.bars.reduce((sum, { counts }) => sum + (counts[verdict] ?? 0), 0);
  const verdicts = CONTACT_VERDICTS.filter((verdict) => numberOf(verdict) > 0);
  if (first === undefined || last === undefined || verdicts.length === 0) return null;
  const most = Math.max(
    ...timeline.bars.flatMap(({ counts }) => verdicts.map((verdict) => counts[verdict] ?? 0)),
  );
  const dates = policyDates(report).filter(({ drawn }) => drawn);
  const totals = verdicts.map(
    (verdict) => `${VERDICT_NAMES[verdict].toLowerCase()} ${count(numberOf(verdict))}`,
  );
  const days = dates.map(
    ({ letter, date, policy, event }) =>
      `${letter}, ${date}, ${policy} ${event === 'from' ? 'in force from' : 'in force until'} this day`,
  );
  return {
    name: 'timeline',
    title: `Contacts by ${timeline.unit} and verdict`,
    description: `Contacts by ${timeline.unit} of their first message, ${first} to ${last}, a strip for each verdict: ${totals.join(', ')}. The most in one ${timeline.unit} is ${count(most)}.${days.length === 0 ? '' : ` Dashed lines mark: ${days.join('; ')}.`}`,
    size: (width, style) => ({
      left: LEFT,
      spec: {
        config: plotConfig(style),
        spacing: 10,
        vconcat: verdicts.map((verdict, i) =>
          strip(
            verdict,
            timeline,
            dates,
            { width: width - LEFT, most, first: i === 0, last: i === verdicts.length - 1 },
            style,
          ),
        ),
      },
    }),
  };
}
