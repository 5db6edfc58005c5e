import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { codes, ingestBytes } from './ingest-bytes.ts';

/** Mailboxes that come with the library, since nothing writes the format. */
const SAMPLES = join(
  dirname(createRequire(__filename).resolve('pst-extractor/package.json')),
  'example/testdata',
);
const ENRON = readFileSync(join(SAMPLES, 'enron.pst'));
const OFFLINE = readFileSync(join(SAMPLES, 'pstextractortestpdf@outlook.com.ost'));

test('reads every message that the folders of a mailbox count, with its files', async () => {
  const { file, items, children } = await ingestBytes(ENRON);
  expect(file).toMatchObject({
    media_type: 'application/vnd.ms-outlook-pst',
    status: 'read',
    items_expected: 71,
    items_emitted: 71,
    items_failed: 0,
  });
  const own = items.filter(({ origin }) => origin === 'native');
  expect(own).toHaveLength(71);
  expect(children).toHaveLength(70);
  const owners = new Set(own.map(({ item_id }) => item_id));
  expect(children.every(({ parent_id }) => owners.has(parent_id ?? ''))).toBe(true);
  expect(own.filter(({ date, from }) => date === null || from === '')).toEqual([]);
  expect(own.every(({ headers_raw }) => headers_raw['x-folder'] !== undefined)).toBe(true);
});

test('reads an offline mailbox of the newer form past the first block of a long folder', async () => {
  const { file } = await ingestBytes(OFFLINE);
  expect(file).toMatchObject({ status: 'read', items_expected: 162, items_emitted: 162, items_failed: 0 });
});

test('messages whose bytes are destroyed are counted as failed and the others are read', async () => {
  const broken = Buffer.from(ENRON);
  const start = Math.floor(broken.length * 0.3);
  broken.fill(0, start, start + 200_000);
  const { file, items } = await ingestBytes(broken);
  expect(file.status).toBe('partial');
  expect(file.items_expected).toBe(file.items_emitted + file.items_failed);
  expect(file.items_expected).toBeGreaterThanOrEqual(71);
  expect(items.filter(({ origin }) => origin === 'native')).toHaveLength(file.items_emitted);
  expect(file.items_emitted).toBeGreaterThan(20);
});

test.each([0.1, 0.5, 0.95])('a mailbox cut off at %d of its length is named, not lost', async (share) => {
  const { file } = await ingestBytes(ENRON.subarray(0, Math.floor(ENRON.length * share)));
  expect(file.items_expected).toBe(file.items_emitted + file.items_failed);
  expect(file.status).not.toBe('read');
  expect(codes(file)).not.toEqual([]);
});

test('a mailbox locked with a key of Windows is named', async () => {
  const locked = Buffer.from(ENRON.subarray(0, 4096));
  locked[[14, 15].includes(locked[10] ?? 0) ? 461 : 513] = 2;
  const { file } = await ingestBytes(locked);
  expect(file.status).toBe('unreadable');
  expect(codes(file)).toEqual(['encrypted']);
});
