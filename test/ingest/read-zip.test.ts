import { buildZip, type ZipEntry } from './build-zip.ts';
import { codes, ingestBytes } from './ingest-bytes.ts';

const GOOD: ZipEntry = { name: 'mail/a.eml', content: 'From: a@x.example\nSubject: x\n\ny' };

test('hands on every entry as a file and counts what the directory lists, less its folders', async () => {
  const zip = buildZip([{ name: 'mail/', content: '' }, GOOD, { name: 'b.txt', content: 'words' }]);
  const { file, children } = await ingestBytes(zip);
  expect(file).toMatchObject({
    media_type: 'application/zip',
    status: 'read',
    items_expected: 2,
    items_emitted: 2,
    items_failed: 0,
  });
  expect(children.map((child) => [child.path, Buffer.from(child.bytes).toString()])).toEqual([
    ['file.bin!/mail/a.eml', GOOD.content],
    ['file.bin!/b.txt', 'words'],
  ]);
});

const FAILING: [string, ZipEntry, string][] = [
  ['damaged', { name: 'bad.txt', content: 'some words that are packed', damaged: true }, 'unreadable-entry'],
  ['encrypted', { name: 'bad.txt', content: 'x', flags: 1 }, 'encrypted'],
  ['a symbolic link', { name: 'bad.txt', content: '/etc/passwd', mode: 0o120777 }, 'unsafe-path'],
  ['packed by an unknown method', { name: 'bad.txt', content: 'x', method: 98 }, 'unreadable-entry'],
  [
    'of another size than the directory says',
    { name: 'bad.txt', content: 'x'.repeat(99), size: 7 },
    'unreadable-entry',
  ],
  ['larger than allowed', { name: 'bad.txt', content: 'y'.repeat(5000) }, 'too-large'],
];

test.each(FAILING)(
  'an entry that is %s is named and counted as failed, and the others are read',
  async (_, bad, code) => {
    const { file, children } = await ingestBytes(buildZip([bad, GOOD]), {
      limits: { max_entry_bytes: 4000 },
    });
    expect(file).toMatchObject({ status: 'partial', items_expected: 2, items_emitted: 1, items_failed: 1 });
    expect(file.issues).toEqual([expect.objectContaining({ code, where: 'entry bad.txt' })]);
    expect(children.map((child) => child.path)).toEqual(['file.bin!/mail/a.eml']);
  },
);

const PATHS: [string, string, boolean][] = [
  ['../../x.txt', 'file.bin!/x.txt', true],
  ['/etc/x.txt', 'file.bin!/etc/x.txt', true],
  ['C:\\x.txt', 'file.bin!/C_/x.txt', true],
  ['a\\b\\x.txt', 'file.bin!/a/b/x.txt', false],
  ['./a//x.txt', 'file.bin!/a/x.txt', false],
  ['a..b/x..txt', 'file.bin!/a..b/x..txt', false],
  ['été/ñ.txt', 'file.bin!/été/ñ.txt', false],
];

test.each(PATHS)('the name %j gives the path %j', async (name, path, unsafe) => {
  const { file, children } = await ingestBytes(buildZip([{ name, content: 'words' }]));
  expect(children.map((child) => child.path)).toEqual([path]);
  expect(codes(file)).toEqual(unsafe ? ['unsafe-path'] : []);
});

test('two entries of one name are two files', async () => {
  const { children } = await ingestBytes(buildZip([GOOD, GOOD]));
  expect(children.map((child) => child.path)).toEqual(['file.bin!/mail/a.eml', 'file.bin!/mail/a.eml (2)']);
});

test('a zip whose directory is cut off is damaged', async () => {
  const zip = buildZip([GOOD]);
  const { file } = await ingestBytes(zip.subarray(0, zip.length - 40));
  expect(file).toMatchObject({ status: 'unreadable', media_type: 'application/zip' });
  expect(codes(file)).toEqual(['damaged']);
});

test('what a damaged directory still promises is counted as failed', async () => {
  const zip = buildZip([GOOD, { name: 'b.txt', content: 'x' }, { name: 'c.txt', content: 'y' }]);
  const second = zip.indexOf(
    Buffer.from('PK\x01\x02', 'latin1'),
    zip.indexOf(Buffer.from('PK\x01\x02', 'latin1')) + 1,
  );
  zip.write('XX', second, 'latin1');
  const { file } = await ingestBytes(zip);
  expect(file).toMatchObject({ status: 'partial', items_expected: 3, items_emitted: 1, items_failed: 2 });
  expect(codes(file)).toEqual(expect.arrayContaining(['damaged', 'missing-messages']));
});

describe('a zip made to do harm', () => {
  test('is not unpacked where an entry grows out of all proportion', async () => {
    const bomb = { name: 'bomb', content: Buffer.alloc(3_000_000) };
    const { file, children } = await ingestBytes(buildZip([bomb]), {
      limits: { ratio_floor_bytes: 1_000_000 },
    });
    expect(codes(file)).toEqual(['suspicious-compression']);
    expect(children).toEqual([]);
  });

  test('is read no further than the limit of entries, the rest counted as failed', async () => {
    const entries = Array.from({ length: 5 }, (_, index) => ({ name: `${index}.txt`, content: 'x' }));
    const { file, children } = await ingestBytes(buildZip(entries), { limits: { max_entries: 3 } });
    expect(children).toHaveLength(3);
    expect(file).toMatchObject({ status: 'partial', items_expected: 5, items_emitted: 3, items_failed: 2 });
    expect(codes(file)).toContain('too-many-entries');
  });

  test('is read no further than the limit of unpacked bytes', async () => {
    const entries = Array.from({ length: 4 }, (_, index) => ({
      name: `${index}.txt`,
      content: 'x'.repeat(100),
    }));
    const { file, children } = await ingestBytes(buildZip(entries), { limits: { max_unpacked_bytes: 250 } });
    expect(children).toHaveLength(2);
    expect(file.items_failed).toBe(2);
  });

  test('whose entries grow out of all proportion only together is read no further than is honest', async () => {
    const entries = [1, 2, 3, 4].map((number) => ({ name: `${number}.txt`, content: Buffer.alloc(60_000) }));
    const { file, children } = await ingestBytes(buildZip(entries), {
      limits: { ratio_floor_bytes: 100_000 },
    });
    expect(children).toHaveLength(2);
    expect(file).toMatchObject({ status: 'partial', items_expected: 4, items_emitted: 2, items_failed: 2 });
    expect(codes(file)).toContain('suspicious-compression');
  });

  test('does not take the honest entries with it', async () => {
    const bomb = { name: 'bomb', content: Buffer.alloc(3_000_000) };
    const { file, children } = await ingestBytes(buildZip([bomb, GOOD]), {
      limits: { ratio_floor_bytes: 1_000_000 },
    });
    expect(children).toHaveLength(1);
    expect(file).toMatchObject({ status: 'partial', items_expected: 2, items_emitted: 1, items_failed: 1 });
  });

  test('is not opened in too many containers', async () => {
    const inner = buildZip([GOOD]);
    const { children } = await ingestBytes(buildZip([{ name: 'inner.zip', content: inner }]), {
      depth: 1,
      limits: { max_depth: 2 },
    });
    const { file } = await ingestBytes(children[0]!.bytes, { depth: 2, limits: { max_depth: 2 } });
    expect(codes(file)).toEqual(['too-deep']);
  });
});
