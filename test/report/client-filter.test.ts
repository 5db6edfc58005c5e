import { compareCells, parseFilter, passes } from '../../report/client/filter.ts';

const ROW: Record<string, string> = {
  verdict: 'mixed',
  year: '2015',
  review: '1',
  nature: 'status-check info-request',
  component: '',
};
const values = (field: string): string => ROW[field] ?? '';
const text = (): string => 'ames, pat wrote about the student';

describe('the table’s filter', () => {
  test.each([
    ['', {}],
    ['verdict=mixed', { verdict: ['mixed'] }],
    ['verdict=status-only,mixed&review=1', { verdict: ['status-only', 'mixed'], review: ['1'] }],
    ['verdict=&review=1', { review: ['1'] }],
    ['=mixed', {}],
    ['mixed', {}],
  ])('%j is read as %j', (query, filter) => {
    expect(parseFilter(query)).toEqual(filter);
  });

  test.each([
    ['', 'no filter'],
    ['verdict=mixed', 'the value'],
    ['verdict=status-only,mixed', 'one of the values'],
    ['nature=info-request', 'one value of a list'],
    ['verdict=mixed&year=2015&review=1', 'every field'],
    ['text=Student', 'a word in any case'],
    ['text=student,pat', 'every word, in any order'],
  ])('%j lets the row pass: %s', (query, _why) => {
    expect(passes(parseFilter(query), values, text)).toBe(true);
  });

  test.each([
    ['verdict=status-only', 'another value'],
    ['nature=info', 'half a value'],
    ['component=ERO', 'an empty list'],
    ['verdict=mixed&year=2016', 'one field of two'],
    ['text=student,brock', 'one word of two'],
    ['unheard=1', 'a field that the row has not'],
  ])('%j keeps it out: %s', (query, _why) => {
    expect(passes(parseFilter(query), values, text)).toBe(false);
  });

  test('the row’s text is asked for only where there are words to search for', () => {
    const asked = jest.fn(text);
    passes(parseFilter('verdict=mixed'), values, asked);
    passes(parseFilter('verdict=administrative&text=student'), values, asked);
    expect(asked).not.toHaveBeenCalled();
  });

  test.each([
    [['10', '9', '-1'], true, false, ['-1', '9', '10']],
    [['10', '9', '-1'], false, false, ['-1', '10', '9']],
    [['b', '', 'a'], false, false, ['a', 'b', '']],
    [['b', '', 'a'], false, true, ['b', 'a', '']],
    [['0.51', '0.9', ''], true, true, ['0.9', '0.51', '']],
  ])('sorts %j (numbers: %j, descending: %j) as %j', (cells, numeric, descending, sorted) => {
    expect([...cells].sort((a, b) => compareCells(a, b, numeric, descending))).toEqual(sorted);
  });
});
