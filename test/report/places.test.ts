import type { Place } from '../../report/audit.ts';
import type { Html } from '../../report/html.ts';
import { type Links, partWords } from '../../report/render-html-parts.ts';
import { placeList } from '../../report/render-html-places.ts';

const links: Links = {
  edition: 'working',
  hasPage: () => false,
  hasMessage: () => false,
  contact: () => undefined,
};
const plain = (html: Html): string => html.text.replace(/<[^>]+>/g, '');
const at = (
  origin: string,
  path: string,
  pages: [number, number] | null,
  part: string | null = null,
): Place => ({
  file_id: `f_${path}`,
  path,
  page_start: pages?.[0] ?? null,
  page_end: pages?.[1] ?? null,
  part,
  origin,
});

describe('where a message stands', () => {
  test.each([
    ['12', 'message 12'],
    ['12/2.1', 'message 12, part 2.1'],
    ['5/q1/q2', 'message 5'],
    ['row 7', 'row 7'],
  ])('the part %j is %j', (part, words) => {
    expect(partWords(part)).toBe(words);
  });

  test('copies are named by kind and file, each place once', () => {
    const places = [
      at('printed', 'a.pdf', [47, 47]),
      at('quoted', 'a.pdf', [48, 48]),
      at('quoted', 'a.pdf', [51, 52]),
      at('quoted', 'a.pdf', [48, 48]),
      at('quoted', 'b.mbox', null, '2/q1'),
      at('quoted', 'b.mbox', null, '2/q1/q1'),
      at('quoted', 'b.mbox', null, '3/q1'),
    ];
    expect(plain(placeList(places, links, true))).toBe(
      'printed on a.pdf p. 47; quoted in a.pdf pp. 48, 51–52; quoted in b.mbox message 2, message 3',
    );
  });

  test('without the kind, places in one file stand together', () => {
    const places = [at('printed', 'a.pdf', [1, 1]), at('quoted', 'a.pdf', [2, 2])];
    expect(plain(placeList(places, links, false))).toBe('a.pdf pp. 1, 2');
  });
});
