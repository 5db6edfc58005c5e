import { emitMessage } from '../../ingest/emit-message.ts';
import { emitRow } from '../../ingest/emit-row.ts';
import { guardPiece } from '../../ingest/guard-piece.ts';
import type { Issue, Item } from '../../ingest/index.ts';
import { LIMITS, segmentPages, unreadPage } from '../../ingest/index.ts';
import type { Reading } from '../../ingest/reader.ts';
import { columnRoles } from '../../ingest/table-columns.ts';
import { Tally } from '../../ingest/tally.ts';
import { linkedItem } from '../records.ts';

const breaks = (): never => {
  throw new TypeError('broken on purpose');
};

function collect() {
  const items: Item[] = [];
  const tally = new Tally({ page() {}, item: (item) => void items.push(item), child() {} });
  return { items, tally };
}

describe('a step on one piece of a file', () => {
  const trouble = { says: 'The row could not be read', where: 'row 7' };

  test('that breaks down is named with the error, and something stands for the piece', () => {
    const told: Issue[] = [];
    expect(
      guardPiece(
        breaks,
        () => 'instead',
        trouble,
        (problem) => void told.push(problem),
      ),
    ).toBe('instead');
    expect(told).toEqual([
      {
        code: 'crash',
        message: 'The row could not be read (TypeError: broken on purpose).',
        where: 'row 7',
      },
    ]);
  });

  test('that does not is left alone', () => {
    expect(guardPiece(() => 'done', breaks, trouble, breaks)).toBe('done');
  });

  test('for which the machine is to blame ends the reading', () => {
    const full = () => {
      throw new RangeError('Array buffer allocation failed');
    };
    expect(() =>
      guardPiece(
        full,
        () => null,
        trouble,
        () => {},
      ),
    ).toThrow('allocation failed');
  });
});

test('a row on which the code breaks down is counted as failed, and the rows behind it are read', async () => {
  const { items, tally } = collect();
  const file = {
    file_id: 'f_1',
    path: 'log.csv',
    sha256: '0'.repeat(64),
    parent_id: null,
    headings: ['Date', 'Call'],
    roles: columnRoles(['Date', 'Call']),
    sheet: 'sheet 2 ',
  };
  const cell = { trim: breaks } as unknown as string;
  tally.promise(3);
  await emitRow({ number: 2, cells: ['2015-01-06', 'one'] }, file, tally);
  await emitRow({ number: 3, cells: ['2015-01-07', cell] }, file, tally);
  await emitRow({ number: 4, cells: ['2015-01-08', 'three'] }, file, tally);
  expect(items.map(({ part }) => part)).toEqual(['sheet 2 row 2', 'sheet 2 row 4']);
  expect(tally.sums()).toMatchObject({
    status: 'partial',
    items_expected: 3,
    items_emitted: 2,
    items_failed: 1,
    issues: [{ code: 'crash', where: 'sheet 2 row 3' }],
  });
});

test('a message whose quotations break the code is kept whole, and named', async () => {
  const { items, tally } = collect();
  const item = linkedItem({ part: '12' });
  Object.defineProperty(item, 'body', { get: breaks });
  tally.promise(1);
  await emitMessage(
    async () => ({ item, messages: [], files: [], lost: [] }),
    { file_id: 'f_1', path: 'box.mbox', sha256: '', part: '12', parent_id: null },
    { tally, limits: LIMITS } as Reading,
  );
  expect(items).toEqual([item]);
  expect(tally.sums()).toMatchObject({
    status: 'partial',
    items_emitted: 1,
    items_failed: 0,
    issues: [{ code: 'crash', where: 'message 12' }],
  });
});

describe('a printed message on which the code breaks down', () => {
  const mail = (day: number, words: string) =>
    `From: Petrick, Dana\nSent: Monday, May ${day}, 2017 9:00 AM\nTo: Aldous, Finn\nSubject: matter ${day}\n\n${words}\n\n`;
  const text = mail(1, 'The first of them.') + mail(2, 'The second one.') + mail(3, 'The third.');
  const pages = [{ ...unreadPage('f_1', 4), method: 'text' as const, text, chars: text.length }];
  const file = { file_id: 'f_1', path: 'a.pdf', sha256: '0'.repeat(64) };

  test('is kept as a document with all its words, and the others are messages', () => {
    const { items: whole, issues: none } = segmentPages(file, pages);
    const byPart = new Map(whole.map((item) => [item.part, item]));
    const { items, issues } = segmentPages(file, pages, {
      paged: true,
      make: (_file, _stretch, _lines, part) => (part === 'p4.2' ? breaks() : byPart.get(part)!),
    });
    expect(whole.map(({ kind }) => kind)).toEqual(['email', 'email', 'email']);
    expect(items.map(({ kind, part }) => [kind, part])).toEqual([
      ['email', 'p4.1'],
      ['document', 'p4.2'],
      ['email', 'p4.3'],
    ]);
    expect(items[1]).toMatchObject({
      item_id: whole[1]?.item_id,
      body: mail(2, 'The second one.').trim(),
      page_start: 4,
      page_end: 4,
      page_offsets: [{ page: 4, start: 0 }],
    });
    expect(none).toEqual([]);
    expect(issues).toMatchObject([{ code: 'crash', where: 'page 4' }]);
  });
});
