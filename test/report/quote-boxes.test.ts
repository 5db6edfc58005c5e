import type { TextRun } from '../../ingest/index.ts';
import { boxesOf } from '../../report/quote-boxes.ts';

const run = (start: number, end: number, x0: number, y0: number): TextRun => ({
  start,
  end,
  x0,
  y0,
  x1: x0 + (end - start) * 10,
  y1: y0 + 12,
  size: 12,
  font: 'a',
});

describe('boxes of a quote on its page', () => {
  // "No crime that" over "I know of", in three runs.
  const runs = [run(0, 8, 50, 100), run(9, 13, 140, 101), run(14, 23, 50, 120)];

  test.each([
    ['a whole run', { start: 0, end: 8 }, [{ x0: 50, y0: 100, x1: 130, y1: 112 }]],
    ['a part of one', { start: 3, end: 8 }, [{ x0: 80, y0: 100, x1: 130, y1: 112 }]],
    ['two runs of one line are one box', { start: 3, end: 13 }, [{ x0: 80, y0: 100, x1: 180, y1: 113 }]],
    [
      'two lines are two',
      { start: 9, end: 15 },
      [
        { x0: 140, y0: 101, x1: 180, y1: 113 },
        { x0: 50, y0: 120, x1: 60, y1: 132 },
      ],
    ],
    ['text that no run covers', { start: 23, end: 30 }, []],
  ])('%s', (_, span, expected) => {
    expect(boxesOf({ runs, text: 'x'.repeat(30) }, span)).toEqual(expected);
  });

  test('narrow letters take less of a run than wide ones', () => {
    const text = 'illiWWWW';
    const [box] = boxesOf({ runs: [run(0, 8, 0, 0)], text }, { start: 0, end: 4 });
    expect(box?.x1).toBeLessThan(25);
  });
});
