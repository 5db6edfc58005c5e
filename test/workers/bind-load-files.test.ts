import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type Item, sha256Hex } from '../../ingest/index.ts';
import { openStore, readJson } from '../../store/index.ts';
import { type IngestResult, type LedgerRow, readItems } from '../../workers/artifacts.ts';
import { bindLoadFiles } from '../../workers/bind-load-files.ts';
import { runIngest } from '../../workers/ingest-stage.ts';
import { ReleasePaths } from '../../workers/release-paths.ts';
import { temporaryFolder } from '../temporary-folder.ts';

interface Bound {
  rows: Map<string, LedgerRow>;
  items: Item[];
}

/** Reads a release of these files and binds its load files. */
async function bind(files: Record<string, string>): Promise<Bound> {
  const folder = temporaryFolder();
  const store = openStore(join(folder, 'store'));
  const places = new Map<string, string>();
  const rows: LedgerRow[] = [];
  for (const [path, content] of Object.entries(files)) {
    const location = join(folder, 'release', path);
    mkdirSync(dirname(location), { recursive: true });
    writeFileSync(location, content);
    const sha256 = sha256Hex(content);
    places.set(sha256, location);
    const bytes = Buffer.byteLength(content);
    const job = { location: { path: location }, sha256, bytes, depth: 0, stretches: null, recognised: null };
    await runIngest(store, { ...job, passwords: [], key: sha256 });
    const { file } = await readJson<IngestResult>(join(store.path('ingest', sha256), 'result.json'));
    const artifact = relative(store.root, store.path('ingest', sha256));
    rows.push({ file: { ...file, path }, artifact, parent_id: null });
  }
  const bound = await bindLoadFiles(store, rows, (sha256) => places.get(sha256) ?? null);
  const items: Item[] = [];
  for (const row of bound) {
    const own: Item[] = [];
    for await (const item of readItems(store, row)) own.push(item);
    expect(own.filter(({ origin }) => origin !== 'quoted')).toHaveLength(row.file.items_emitted);
    expect(row.file.items_expected).toBe(row.file.items_emitted + row.file.items_failed);
    items.push(...own);
  }
  return { rows: new Map(bound.map((row) => [row.file.path, row])), items };
}

function dat(...records: string[][]): string {
  return records.map((cells) => cells.map((cell) => `þ${cell}þ`).join('\u0014')).join('\r\n');
}

const HEADINGS = ['BEGBATES', 'ENDBATES', 'FROM', 'SUBJECT', 'DATESENT', 'NATIVEPATH', 'TEXTPATH'];
const NATIVE =
  'From: Doe, Jane <jdoe@city.example>\nTo: a@dhs.example\nSubject: Hold\nMessage-ID: <1@x.example>\n' +
  'Date: Fri, 4 Mar 2016 09:06:07 -0600\n\nPlease hold him.\n';
const TEXT =
  'From: Doe, Jane\nSent: Friday, March 4, 2016 9:06 AM\nTo: Roe, Al\nSubject: Hold\n\nPlease hold him.\n';

test('a document that came as native, text and record counts once, as its native with the numbers of the record', async () => {
  const { rows, items } = await bind({
    'VOL01/DATA/load.dat': dat(HEADINGS, [
      'PD0001',
      'PD0002',
      'Doe, Jane',
      'Hold',
      '03/04/2016',
      'D:\\VOL01\\NATIVE\\PD0001.eml',
      '.\\TEXT\\PD0001.txt',
    ]),
    'VOL01/Native/PD0001.eml': NATIVE,
    'VOL01/Text/PD0001.txt': TEXT,
  });
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({
    path: 'VOL01/Native/PD0001.eml',
    message_id: '<1@x.example>',
    body: 'Please hold him.',
    headers_raw: { 'bates-begin': 'PD0001', 'bates-end': 'PD0002', subject: 'Hold' },
  });
  expect([...rows.values()].map(({ file }) => [file.path, file.status, file.items_emitted])).toEqual([
    ['VOL01/DATA/load.dat', 'read', 0],
    ['VOL01/Native/PD0001.eml', 'read', 1],
    ['VOL01/Text/PD0001.txt', 'read', 0],
  ]);
});

test('without a native the text is the document, with what only the record knows', async () => {
  const { items } = await bind({
    'load.dat': dat(HEADINGS, [
      'PD0001',
      'PD0001',
      'Doe, Jane <jdoe@city.example>',
      'Hold',
      '03/04/2016',
      '',
      'TEXT\\PD0001.txt',
    ]),
    'TEXT/PD0001.txt': 'Please hold him until Monday. Thank you for your help with this.',
  });
  expect(items).toMatchObject([
    {
      path: 'TEXT/PD0001.txt',
      kind: 'email',
      from: 'Doe, Jane <jdoe@city.example>',
      subject: 'Hold',
      date: '2016-03-04',
      headers_raw: { 'bates-begin': 'PD0001' },
    },
  ]);
});

test('a record without words stays an item, and what it names in vain is said at the load file', async () => {
  const { rows, items } = await bind({
    'load.dat': dat(HEADINGS, [
      'PD0001',
      'PD0001',
      'Doe, Jane',
      'Hold',
      '03/04/2016',
      'NATIVE\\PD0001.msg',
      'TEXT\\PD0001.txt',
    ]),
  });
  expect(items).toMatchObject([{ part: 'record 1', subject: 'Hold', body: '' }]);
  expect(rows.get('load.dat')?.file).toMatchObject({
    status: 'partial',
    issues: [
      { code: 'missing-attachment', where: 'record 1' },
      { code: 'missing-attachment', where: 'record 1' },
    ],
  });
});

test('a record of a family is attached to the one that the family begins with', async () => {
  const { items } = await bind({
    'load.dat': dat(
      [...HEADINGS, 'BEGATTACH'],
      ['PD0001', 'PD0001', 'Doe, Jane', 'Hold', '03/04/2016', 'NATIVES\\PD0001.eml', '', 'PD0001'],
      ['PD0002', 'PD0002', '', '', '', '', 'TEXT\\PD0002.txt', 'PD0001'],
    ),
    'NATIVES/PD0001.eml': NATIVE,
    'TEXT/PD0002.txt': 'A list of names that was attached to the mail.',
  });
  const [mail, list] = items;
  expect(mail).toMatchObject({ subject: 'Hold', parent_id: null });
  expect(list).toMatchObject({ path: 'TEXT/PD0002.txt', parent_id: mail?.item_id });
});

test('numbers that no record has are named', async () => {
  const record = (number: string) => [number, number, 'Doe', 'x', '03/04/2016', '', ''];
  const { rows } = await bind({ 'load.dat': dat(HEADINGS, record('PD0001'), record('PD0005')) });
  expect(rows.get('load.dat')?.file).toMatchObject({
    status: 'read',
    issues: [{ code: 'bates-gap', message: 'No record has the numbers PD0002 to PD0004.' }],
  });
});

test('page images that a list names in vain are said, and a release without load files is left as it is', async () => {
  const images = 'PD0001,VOL,IMAGES\\PD0001.TIF,Y,,,1\nPD0002,VOL,IMAGES\\PD0002.TIF,Y,,,1\n';
  const { rows } = await bind({
    'load.dat': dat(HEADINGS, ['PD0001', 'PD0001', 'Doe', 'x', '03/04/2016', '', '']),
    'load.opt': images,
  });
  expect(rows.get('load.opt')?.file.issues.map(({ code, where }) => [code, where])).toEqual([
    ['missing-attachment', 'document 1'],
    ['missing-attachment', 'document 2'],
  ]);
  const alone = await bind({ 'a.txt': TEXT, 'load.opt': images });
  expect(alone.rows.get('load.opt')?.file.issues).toEqual([]);
});

test('a picture of a page has the number that the list of page images gives it', async () => {
  const { rows } = await bind({
    'load.dat': dat(HEADINGS, ['PD0001', 'PD0002', 'Doe', 'x', '03/04/2016', '', 'TEXT\\PD0001.txt']),
    'load.opt': 'PD0001,VOL,IMAGES\\1.tif,Y,,,2\nPD0002,VOL,IMAGES\\2.tif,,,,\n',
    'TEXT/PD0001.txt': TEXT,
    'IMAGES/1.tif': 'the first picture',
    'IMAGES/2.tif': 'the second picture',
  });
  const numbers = ['IMAGES/1.tif', 'IMAGES/2.tif', 'TEXT/PD0001.txt'].map((path) => rows.get(path)?.bates);
  expect(numbers).toEqual(['PD0001', 'PD0002', undefined]);
});

const STATED: [string, string | null][] = [
  ['NATIVE\\001\\a.eml', 'vol1/native/001/a.eml'],
  ['Z:\\prod\\VOL1\\NATIVE\\001\\A.EML', 'vol1/native/001/a.eml'],
  ['.\\native\\002\\a.eml', 'vol1/native/002/a.eml'],
  ['a.eml', null],
  ['b.eml', 'vol1/b.eml'],
  ['elsewhere/b.eml', null],
  ['missing/x.eml', null],
];

test.each(STATED)('the stated place %j is %j', (stated, path) => {
  const release = ['vol1/native/001/a.eml', 'vol1/native/002/a.eml', 'vol1/b.eml', 'vol1/load.dat'];
  expect(new ReleasePaths(release).find(stated, 'vol1/load.dat')).toBe(path);
});
