import { buildTimeline } from '../../report/build-timeline.ts';
import { isContact } from '../../report/labels.ts';
import { exchange, sample } from './sample.ts';

describe('the timeline', () => {
  const contacts = sample().exchanges.filter(isContact);
  const timeline = buildTimeline(contacts);

  test('has a bar for every month from the first contact to the last, empty ones included', () => {
    expect(timeline.unit).toBe('month');
    expect(timeline.bars.map((bar) => bar.total)).toEqual([2, 0, 1, 0, 0, 0, 0, 0, 0, 1, 1]);
    expect(timeline.bars[0]).toEqual({
      period: '2015-03',
      counts: { 'status-only': 1, 'criminal-investigation': 1 },
      total: 2,
    });
  });

  test('lists contacts without a date last, so that the rows add up to the contacts', () => {
    expect(timeline.months.at(-1)).toEqual({ period: '', counts: { undetermined: 1 }, total: 1 });
    expect(timeline.months.reduce((sum, row) => sum + row.total, 0)).toBe(contacts.length);
  });

  test('draws years where there are more than ten years of months', () => {
    const far = [
      exchange('a', 'mixed', [], { first_date: '1970-01-01' }),
      exchange('b', 'mixed', [], { first_date: '2015-06' }),
    ];
    const { unit, bars } = buildTimeline(far);
    expect(unit).toBe('year');
    expect(bars).toHaveLength(46);
    expect(bars.at(-1)).toEqual({ period: '2015', counts: { mixed: 1 }, total: 1 });
  });

  test('of nothing is empty', () => {
    expect(buildTimeline([])).toEqual({ unit: 'month', bars: [], months: [] });
  });
});
