import { findBatesGaps } from '../../ingest/bates-gaps.ts';

const numbered = (...list: (string | null)[]) => list.map((bates, at) => ({ page: at + 1, bates }));

describe('gaps in Bates numbers', () => {
  test('are named by their first and last number and their count', () => {
    expect(findBatesGaps(numbered('EPD-000011', 'EPD-000012', 'EPD-000016', 'EPD-000017'))).toEqual([
      { first: 'EPD-000013', last: 'EPD-000015', count: 3, before: 2, behind: 3 },
    ]);
  });

  test.each([
    ['a row without one', ['A-0001', 'A-0002', 'A-0003']],
    ['pages without a number that stand where it would', ['A-0001', null, null, 'A-0004']],
    ['another series', ['A-0001', 'B-0100']],
    ['numbers that go back', ['A-0009', 'A-0003']],
    ['a page without a number at either end', [null, 'A-0001', null]],
  ])('are not found in %s', (_, list) => {
    expect(findBatesGaps(numbered(...list))).toEqual([]);
  });

  test('are smaller by the pages between that show no number', () => {
    expect(findBatesGaps(numbered('A-0001', null, 'A-0006'))).toMatchObject([{ count: 3 }]);
  });
});
