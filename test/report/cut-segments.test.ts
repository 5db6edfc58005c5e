import { cutSegments, type Mark } from '../../report/cut-segments.ts';

const TEXT = 'one two three four';
const mark = (start: number, end: number, index: number): Mark => ({
  start,
  end,
  place: { number: 1, index },
});

describe('cutting a text at its quotes', () => {
  test('a text without quotes stays whole', () => {
    expect(cutSegments(TEXT, [])).toEqual([{ text: TEXT, marked: false, quotes: [] }]);
  });

  test('no text is lost and none is doubled, however quotes overlap', () => {
    const cut = cutSegments(TEXT, [mark(0, 7, 1), mark(4, 13, 2), mark(4, 7, 3), mark(14, 18, 4)]);
    expect(cut.map((segment) => segment.text).join('')).toBe(TEXT);
    expect(cut.filter((segment) => segment.marked).map((segment) => segment.text)).toEqual([
      'one ',
      'two',
      ' three',
      'four',
    ]);
    expect(cut.flatMap((segment) => segment.quotes.map((quote) => quote.index))).toEqual([1, 2, 3, 4]);
  });

  test('a quote that began before the stretch goes on in it, without beginning again', () => {
    expect(cutSegments(TEXT, [mark(0, 7, 1)], 4)).toEqual([
      { text: 'two', marked: true, quotes: [] },
      { text: ' three four', marked: false, quotes: [] },
    ]);
  });

  test('a quote outside the stretch marks nothing', () => {
    expect(cutSegments(TEXT, [mark(0, 3, 1)], 4, 7)).toEqual([{ text: 'two', marked: false, quotes: [] }]);
  });
});
