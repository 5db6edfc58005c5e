import { parse } from 'node-html-parser';
import type { Rule } from '../../policy/index.ts';
import type { AuditReport } from '../../report/audit.ts';
import { buildAudit } from '../../report/build-audit.ts';
import { drawPlot } from '../../report/draw-plot.ts';
import { duration } from '../../report/labels.ts';
import { PAGE_PLOT_STYLE, type Plot, PRINT_PLOT_STYLE } from '../../report/plot.ts';
import { plotCoverage } from '../../report/plot-coverage.ts';
import { plotDirections } from '../../report/plot-kinds.ts';
import { plotReadings } from '../../report/plot-readings.ts';
import { plotReplies } from '../../report/plot-replies.ts';
import { plotTimeline } from '../../report/plot-timeline.ts';
import { policyDates } from '../../report/policy-dates.ts';
import { sample } from './sample.ts';

const report = buildAudit(sample());
const empty = buildAudit({ ...sample(), files: [], pages: [], items: [], exchanges: [] });

/** What is written in a drawing, in its order. */
function words(plot: Plot | null, width = 700): string[] {
  if (plot === null) return [];
  const { inside } = drawPlot(plot, width, PRINT_PLOT_STYLE);
  return parse(inside)
    .querySelectorAll('text')
    .map((text) => text.text);
}

const replies: AuditReport = {
  ...report,
  correspondence: {
    ...report.correspondence,
    times: report.correspondence.times.map((times) => ({
      ...times,
      median: 12,
      steps: [2, 1, 0, 0, 0, 0],
      replies: [1, 2, 3].map((number) => ({
        item_id: `r${number}`,
        number,
        date: '2015-01-01',
        minutes: 12,
      })),
    })),
  },
};

const PLOTS: [string, (of: AuditReport) => Plot | null, AuditReport, string[]][] = [
  ['timeline', plotTimeline, report, ['Status only, 2', 'Mixed, 1', '2016']],
  ['directions', plotDirections, report, ['Police to authority', '5 contacts', 'ERO', 'HSI']],
  [
    'replies',
    plotReplies,
    replies,
    ['Police answer the authority', '3 answers, median 12 min', 'within 1 h'],
  ],
  ['readings', plotReadings, report, ['2 (33 %) to 3 (50 %)', '3 (50 %) to 4 (67 %)', 'Strict']],
  ['coverage', plotCoverage, report, ['2 (67 %)', '1 (33 %)', 'Not read']],
];

describe.each(PLOTS)('the plot %s', (_, plotOf, of, expected) => {
  test('is labelled with its numbers', () => {
    expect(words(plotOf(of))).toEqual(expect.arrayContaining(expected));
  });

  test.each([700, 320])(
    'has the same bytes each time at %d pixels, and loads and styles nothing',
    (width) => {
      const plot = plotOf(of);
      if (plot === null) throw new Error('there is something to draw');
      const once = drawPlot(plot, width, PAGE_PLOT_STYLE);
      expect(drawPlot(plot, width, PAGE_PLOT_STYLE)).toEqual(once);
      expect(once.width).toBe(width);
      expect(once.inside).not.toMatch(/style=|href=|url\(|<script|<image|aria-|NaN|undefined/);
    },
  );

  test('is told in words', () => {
    expect(plotOf(of)?.description).toMatch(/\d.*\.$/);
  });
});

test('without contacts, replies or pages there is nothing to draw', () => {
  for (const plotOf of [plotTimeline, plotDirections, plotReplies, plotReadings, plotCoverage]) {
    expect(plotOf(empty)).toBeNull();
  }
});

test('a word with marks in it stays a word', () => {
  const odd: AuditReport = {
    ...report,
    component: [{ code: '<b>&"ERO', contacts: 1, strict: 0, broad: 0 }],
    crossed: [{ direction: 'to-ice', component: '<b>&"ERO', contacts: 1 }],
  };
  const plot = plotDirections(odd);
  if (plot === null) throw new Error('there is something to draw');
  expect(drawPlot(plot, 700, PRINT_PLOT_STYLE).inside).not.toContain('<b>');
});

describe('days on which rules came into force', () => {
  const rule = (name: string, from: string | null, to: string | null = null) =>
    ({ policy_name: name, clause: `${name} 1`, effective: { from, to } }) as Rule;
  const withRules = (...rules: Rule[]): AuditReport => ({
    ...report,
    policy: {
      policies: [],
      rows: rules.map((one) => ({ rule: one, cells: [], counterfactual: [] })),
      unverified: [],
      counterfactual: false,
    },
  });

  test('are lettered by date, clauses of one policy together, and drawn where the timeline reaches them', () => {
    const dates = policyDates(
      withRules(
        rule('Act', '2015-08-28'),
        rule('Act', '2015-08-28'),
        rule('Order', '2014-01-01', '2019-01-01'),
      ),
    );
    expect(dates.map(({ letter, date, event, drawn }) => [letter, date, event, drawn])).toEqual([
      ['A', '2014-01-01', 'from', false],
      ['B', '2015-08-28', 'from', true],
      ['C', '2019-01-01', 'to', false],
    ]);
    expect(dates[1]?.clauses).toHaveLength(2);
  });

  test('stand in the plot by their letter and in its description by their name', () => {
    const plot = plotTimeline(withRules(rule('Act', '2015-08-28')));
    expect(words(plot)).toContain('A');
    expect(plot?.description).toContain('A, 2015-08-28, Act in force from this day');
  });

  test('without rules no line is drawn', () => {
    expect(plotTimeline(report)?.description).not.toContain('Dashed');
  });
});

test.each([
  [0, '0 min'],
  [59.4, '59 min'],
  [60, '1 h'],
  [185, '3 h 5 min'],
  [1440, '1 day'],
  [3600, '2.5 days'],
  [10_080, '7 days'],
])('%d minutes are %s', (minutes, text) => {
  expect(duration(minutes)).toBe(text);
});
