import { progressLine } from '../../workers/index.ts';

const COUNT = { stage: 'ingest', total: 40, done: 0, kept: 0, failed: 0, started: 0 };

describe('a progress line', () => {
  test.each([
    ['tells rate and time left', { done: 10 }, 5000, 'ingest       10/40  2.0/s  about 15 s left'],
    [
      'leaves kept work out of the rate',
      { done: 10, kept: 20 },
      5000,
      'ingest       30/40  20 kept  2.0/s  about 5.0 s left',
    ],
    ['counts failures', { done: 9, failed: 1 }, 5000, 'ingest       10/40  1 failed  2.0/s  about 15 s left'],
    ['tells the time when all is done', { done: 40 }, 4000, 'ingest       40/40  10/s  4.0 s'],
    ['promises nothing before the first piece', {}, 1000, 'ingest        0/40'],
    ['tells long times in minutes', { done: 1 }, 60_000, 'ingest        1/40  0.0/s  about 39 min left'],
  ])('%s', (_, change, now, line) => {
    expect(progressLine({ ...COUNT, ...change }, now)).toBe(line);
  });
});
