import type { Page, TextRun } from '../../ingest/index.ts';
import { maskBoxes } from '../../report/mask-boxes.ts';
import { maskOf } from './mask-sample.ts';
import { page } from './sample.ts';

const TEXT = 'Stopped Tomasz Wierzba there.\nNo crime.';
const mask = maskOf([TEXT]);

/** Runs of a page, one a line, letters six points wide. */
function withRuns(text: string): TextRun[] {
  let start = 0;
  return text.split('\n').map((line, i) => {
    const run = {
      start,
      end: start + line.length,
      x0: 72,
      x1: 72 + 6 * line.length,
      y0: 100 + 14 * i,
      y1: 110 + 14 * i,
      size: 10,
      font: 'a',
    };
    start += line.length + 1;
    return run;
  });
}

const drawn = (change: Partial<Page> = {}): Page =>
  page('a.pdf', 1, TEXT, { runs: withRuns(TEXT), ...change });

test('a box covers the masked words with room to spare, and not the line', () => {
  const [box, ...others] = maskBoxes(drawn(), mask)!;
  expect(others).toEqual([]);
  expect(box!.x0).toBeLessThanOrEqual(72 + 6 * 8);
  expect(box!.x1).toBeGreaterThanOrEqual(72 + 6 * 22);
  expect(box!.x0).toBeGreaterThan(72 + 6 * 4);
  expect(box!.x1).toBeLessThan(72 + 6 * 29);
  expect([box!.y0 < 100, box!.y1 > 110, box!.y1 < 114]).toEqual([true, true, true]);
});

test('a page without private words has no boxes', () => {
  const text = 'No crime at all.';
  expect(maskBoxes(page('a.pdf', 1, text, { runs: withRuns(text) }), mask)).toEqual([]);
});

test.each([
  ['read by a recogniser', { method: 'ocr' as const }],
  ['that nobody has read', { method: 'unread' as const }],
  ['without places of words', { runs: [] }],
  ['of which a masked word has no place', { runs: withRuns(TEXT).slice(1) }],
])('a page %s shows no picture', (_what, change) => {
  expect(maskBoxes(drawn(change), mask)).toBeNull();
});
