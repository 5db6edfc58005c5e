import { segmentPages } from '../../ingest/index.ts';
import { isSeparator } from '../../ingest/quoted-attribution.ts';
import { makePage } from './segment-fixtures.ts';

describe('what parts a message from the one it quotes', () => {
  test.each(['-----Original Message-----', '-----Loftus, Tina wrote: -----', 'Begin forwarded message:'])(
    '%s does',
    (text) => expect(isSeparator(text)).toBe(true),
  );

  test.each(['Loftus, Tina wrote:', '--- see below ---', '------', 'He wrote -- and wrote'])(
    '%s does not',
    (text) => expect(isSeparator(text)).toBe(false),
  );
});

const FILE = { file_id: 'f_0', path: '2015.pdf', sha256: '0'.repeat(64) };

describe('a Lotus Notes print', () => {
  const head =
    'Carbonell, Luis\tTo\tLoftus, Tina\n01/06/2015 06:03 AM\tcc\tPatrol\nbcc\nSubject RE: Black ice\n\nCopy.\n\n';
  const below =
    '-----Loftus, Tina wrote: -----\n\nTo: Patrol\nFrom: Loftus, Tina\nDate: 01/06/2015 05:52 AM\nSubject: Black ice\n\nAll units.';

  test('has its head where the value follows the longest label as the next word', () => {
    const { items } = segmentPages(FILE, [makePage(1, head + below)]);
    expect(items.map(({ origin, from, subject }) => [origin, from, subject])).toEqual([
      ['printed', 'Carbonell, Luis', 'RE: Black ice'],
      ['quoted', 'Loftus, Tina', 'Black ice'],
    ]);
    expect(items[0]?.parts.map(({ kind }) => kind)).toEqual(['new', 'quoted']);
  });
});

test('a rule on the top of a page over a quoted head is no owner’s name', () => {
  const text = Array.from({ length: 40 }, (_, i) => `Line ${i} of a long account of the night.`).join('\n');
  const message = (from: string, day: number, body: string) =>
    `From: ${from}\nSent: January ${day}, 2015 5:52 AM\nTo: Patrol\nSubject: Black ice\n\n${body}`;
  const pages = [9, 7, 5, 3].map((day, i) =>
    makePage(
      i + 1,
      `${i % 2 === 0 ? '' : '________________________________\n\n'}${message(`Writer ${day}`, i % 2 === 0 ? day + 10 : day, text)}`,
    ),
  );
  expect(segmentPages(FILE, pages).items.map(({ origin }) => origin)).toEqual([
    'printed',
    'quoted',
    'printed',
    'quoted',
  ]);
});
