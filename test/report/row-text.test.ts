import { plainWords, readRows, sortKey, splitExhibits } from '../../report/client/row-text.ts';

const ROWS = `
<tr id="r-x_1" data-verdict="mixed" data-nature="status-check policy" data-flow="">
<td data-sort="12" data-label="No."><a href="#c-x_1">12</a></td>
<td data-label="People">Local police: Zoe O&#39;Brien</td>
</tr>
<tr id="r-x_2" data-verdict="status-only">
<td data-sort="" data-label="No.">7</td>
<td data-label="People">Ames &amp; Brock</td>
</tr>
`;

describe('a row of the table as a piece of HTML', () => {
  test('keeps its id, the fields that filters look at, and its cells', () => {
    const rows = readRows(ROWS);
    expect(rows.map(({ id }) => id)).toEqual(['r-x_1', 'r-x_2']);
    expect(rows[0]?.fields).toEqual({ verdict: 'mixed', nature: 'status-check policy', flow: '' });
    expect(rows[1]?.html).toMatch(/^<tr id="r-x_2"[\s\S]*Ames &amp; Brock<\/td>\n<\/tr>$/);
  });

  test('no rows come of no table', () => {
    expect(readRows('')).toEqual([]);
  });

  test.each([
    [0, 0, '12', 'the key in the cell'],
    [0, 1, "local police: zoe o'brien", 'the words, where there is no key'],
    [1, 0, '', 'an empty key is one'],
    [1, 1, 'ames & brock', 'words with their entities read'],
    [1, 9, '', 'no such column'],
  ])('row %d is sorted in column %d by %j: %s', (row, column, key, _why) => {
    expect(sortKey(readRows(ROWS)[row]?.html ?? '', column, plainWords)).toBe(key);
  });
});

describe('the words of a piece of HTML', () => {
  test.each([
    ['<p class="detainer">He <mark>has</mark> one</p>', 'detainer', false, 'a class is no word'],
    ['de<mark>tain</mark>er', 'detainer', true, 'a mark inside a word parts nothing'],
    ['<dt>Date</dt><dd>2015</dd>', 'date2015', false, 'cells stay apart'],
    ['&lt;b&gt; &quot;A&amp;B&quot;', '<b> "a&b"', true, 'entities are read'],
    ['&amp;lt;', '&lt;', true, 'once'],
  ])('%j holds %j: %s', (html, words, holds, _why) => {
    expect(plainWords(html).includes(words)).toBe(holds);
  });
});

test('exhibits are parted by their heads, each under the id of its body', () => {
  const one = (id: string, words: string) =>
    `<details class="exhibit">\n<summary>${words}</summary>\n<div class="body" id="${id}"><details class="folded">Quoted ${words}</details></div></details>\n`;
  const parts = splitExhibits(`${one('c-x_1', 'first')}${one('c-x_2', 'second')}`);
  expect(parts.map(([id]) => id)).toEqual(['c-x_1', 'c-x_2']);
  expect(parts.map(([, html]) => /Quoted (\w+)/.exec(html)?.[1])).toEqual(['first', 'second']);
});
