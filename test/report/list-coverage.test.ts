import { joinRanges, listCoverage } from '../../report/list-coverage.ts';
import { file, item, page, sample } from './sample.ts';

describe('what was read', () => {
  const input = sample();
  const coverage = listCoverage(input.files, input.pages, input.items);

  test('every file is read, read in part, unreadable or a duplicate', () => {
    expect(coverage.by_status).toEqual({ read: 1, partial: 1, unreadable: 1, duplicate: 1 });
  });

  test('items promised are items out and items failed', () => {
    expect(coverage).toMatchObject({ items_expected: 10, items_emitted: 9, items_failed: 1 });
  });

  test('pages are counted by how they were read, and the unread ones named', () => {
    expect(coverage.by_method).toEqual({ text: 2, ocr: 0, blank: 0, unread: 1 });
    expect(coverage.unread).toEqual([
      { file_id: 'f_2015.pdf', path: '2015.pdf', pages: 1, ranges: [{ first: 3, last: 3 }] },
    ]);
  });

  test('redactions and missing dates are counted on messages once', () => {
    expect(coverage).toMatchObject({
      items_without_date: 1,
      items_redacted: 2,
      pages_redacted: 1,
      redactions: 2,
    });
  });

  test('months without an item between the first and the last are joined', () => {
    expect(coverage).toMatchObject({ first_month: '2015-01', last_month: '2016-01' });
    expect(coverage.empty_months).toEqual([
      { first: '2015-02', last: '2015-02', months: 1 },
      { first: '2015-04', last: '2015-04', months: 1 },
      { first: '2015-06', last: '2015-11', months: 6 },
    ]);
  });

  test('a year alone, or no date, makes no month', () => {
    const none = listCoverage([file('a')], [page('a', 1, '')], [item('i', 'a', 1, '', { date: '2015' })]);
    expect(none).toMatchObject({ first_month: null, last_month: null, empty_months: [] });
  });

  test.each([
    [[], []],
    [[4], [[4, 4]]],
    [
      [9, 3, 4, 5, 4],
      [
        [3, 5],
        [9, 9],
      ],
    ],
  ])('pages %j are the ranges %j', (numbers, ranges) => {
    expect(joinRanges(numbers)).toEqual(ranges.map(([first, last]) => ({ first, last })));
  });
});
