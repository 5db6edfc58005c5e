import { type Page, segmentPages } from '../../ingest/index.ts';
import { makePage } from './segment-fixtures.ts';

const FILE = { file_id: 'f_0', path: '2015.pdf', sha256: '0'.repeat(64) };
const LINE = 12;
const HEAD = ['From: Tina Loftus', 'Sent: January 6, 2015 5:52 AM', 'To: Patrol', 'Subject: Black ice', ''];

/** A page of lines one below the other from the top margin, and a foot. */
function laidOut(number: number, lines: string[], foot = `LG-${number}`): Page {
  const rows = [...lines.map((text, i) => [60 + i * LINE, text] as const), [770, foot] as const];
  let text = '';
  const runs: Page['runs'] = [];
  for (const [y0, row] of rows) {
    if (text !== '') text += '\n';
    if (row !== '') {
      const place = { x0: 70, y0, x1: 70 + row.length * 5, y1: y0 + 10, size: 10, font: 'f1' };
      runs.push({ start: text.length, end: text.length + row.length, ...place });
    }
    text += row;
  }
  return makePage(number, text, { runs });
}

const prose = (count: number) =>
  Array.from({ length: count }, (_, i) => `Line ${i} of an account of the night that somebody typed.`);
const FULL = 58 - HEAD.length;
const NAMES = ['Ana Example 03/03/1994', 'Bo Example 08/19/1989', 'Cy Example 12/27/1998'];

describe('where a page turns inside a message', () => {
  test('a paragraph of three lines that had no room is still the message’s', () => {
    const pages = [
      laidOut(1, [...HEAD, ...prose(FULL)]),
      laidOut(2, [...prose(3)]),
      laidOut(3, [...HEAD, ...prose(FULL - 4)]),
      laidOut(4, [...NAMES, '', 'Tina Loftus']),
    ];
    const { items } = segmentPages(FILE, pages);
    expect(items.map(({ kind, page_start, page_end }) => [kind, page_start, page_end])).toEqual([
      ['email', 1, 2],
      ['email', 3, 4],
    ]);
    expect(items[1]?.body).toContain(NAMES[2]);
  });

  test('behind a page with room enough something else begins', () => {
    const pages = [
      laidOut(1, [...HEAD, ...prose(FULL)]),
      laidOut(2, [...prose(3)]),
      laidOut(3, [...HEAD, ...prose(FULL - 20)]),
      laidOut(4, [...NAMES, '', 'Roster of the night']),
    ];
    const { items } = segmentPages(FILE, pages);
    expect(items.map(({ kind, page_start }) => [kind, page_start])).toEqual([
      ['email', 1],
      ['email', 3],
      ['form', 4],
    ]);
  });

  test('the foot of a page of a few lines is no text', () => {
    const pages = [1, 2, 3, 4].map((n) =>
      laidOut(n, n % 2 === 1 ? [...HEAD, ...prose(FULL)] : ['and that is all of it.'], `Sheet ${n}`),
    );
    for (const { body } of segmentPages(FILE, pages).items) expect(body).not.toContain('Sheet');
  });
});
