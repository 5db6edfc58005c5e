import XLSX, { type BookType, type WorkSheet } from '@e965/xlsx';
import { sha256Hex } from '../../ingest/index.ts';
import { buildOle, packagedFile } from './build-ole.ts';
import { buildZip } from './build-zip.ts';
import { codes, ingestBytes } from './ingest-bytes.ts';

type Rows = (string | number | boolean | Date | null)[][];

function sheetOf(rows: Rows): WorkSheet {
  return XLSX.utils.aoa_to_sheet(rows, { UTC: true });
}

function book(sheets: WorkSheet[], bookType: BookType): Buffer {
  const file = XLSX.utils.book_new();
  for (const [index, sheet] of sheets.entries()) XLSX.utils.book_append_sheet(file, sheet, `S${index}`);
  return Buffer.from(XLSX.write(file, { type: 'buffer', bookType }) as Buffer);
}

const MAIL: Rows = [
  ['Police Department'],
  ['Mail of 2016'],
  [],
  ['Date', 'From', 'To', 'Subject', 'Body'],
  [new Date(Date.UTC(2016, 2, 4)), 'jdoe@city.example', 'aroe@dhs.example', 'Hold', 'Please hold him.'],
  [new Date(Date.UTC(2016, 2, 5, 9, 30)), 'aroe@dhs.example', 'jdoe@city.example', 'Re: Hold', 'Done.'],
];
const FORMATS: [BookType, string][] = [
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['xlsb', 'application/vnd.ms-excel.sheet.binary.macroenabled.12'],
  ['biff8', 'application/vnd.ms-excel'],
  ['biff5', 'application/vnd.ms-excel'],
  ['ods', 'application/vnd.oasis.opendocument.spreadsheet'],
];

test.each(FORMATS)(
  'a workbook of the form %s gives a message a row, with its days as days',
  async (type, mediaType) => {
    const { file, items } = await ingestBytes(book([sheetOf(MAIL)], type));
    expect(file).toMatchObject({ media_type: mediaType, status: 'read', items_failed: 0 });
    const rows = items.filter(({ origin }) => origin === 'row');
    expect(
      rows.map(({ kind, part, date, from, to, subject, body }) => [
        kind,
        part,
        date,
        from,
        to,
        subject,
        body,
      ]),
    ).toEqual([
      ['email', 'row 5', '2016-03-04', 'jdoe@city.example', 'aroe@dhs.example', 'Hold', 'Please hold him.'],
      ['email', 'row 6', '2016-03-05T09:30:00', 'aroe@dhs.example', 'jdoe@city.example', 'Re: Hold', 'Done.'],
    ]);
    expect(items.find(({ origin }) => origin === 'document')?.body).toBe('Police Department\nMail of 2016');
    expect(file.items_emitted).toBe(3);
  },
);

test('every sheet is read, with its number in the place of its rows; a letter in one is read as text', async () => {
  const log: Rows = [
    ['When', 'Who'],
    ['2016-03-04', 'Doe'],
    ['2016-03-05', 'Roe'],
  ];
  const letter: Rows = [['Dear all,'], ['please see the list.']];
  const { items } = await ingestBytes(book([sheetOf(log), sheetOf(letter), sheetOf(log)], 'xlsx'));
  expect(items.map(({ part, body }) => [part, body])).toEqual([
    ['sheet 1 row 2', 'When: 2016-03-04\nWho: Doe'],
    ['sheet 1 row 3', 'When: 2016-03-05\nWho: Roe'],
    ['sheet 3 row 2', 'When: 2016-03-04\nWho: Doe'],
    ['sheet 3 row 3', 'When: 2016-03-05\nWho: Roe'],
    ['p1.1', 'Dear all,\nplease see the list.'],
  ]);
  expect(new Set(items.map(({ item_id }) => item_id)).size).toBe(5);
});

const CELLS: [string, XLSX.CellObject, string][] = [
  ['a long number', { t: 'n', v: 630155501234567 }, '630155501234567'],
  ['a share', { t: 'n', v: 0.5, z: '0%' }, '50%'],
  ['a time of day', { t: 'n', v: 0.5, z: 'h:mm' }, '12:00:00'],
  ['a truth', { t: 'b', v: true }, 'TRUE'],
  ['a formula with its kept value', { t: 'n', v: 7, f: '3+4' }, '7'],
  ['text with a comment', { t: 's', v: 'held', c: [{ a: 'x', t: 'call first' }] }, 'held [call first]'],
];

test.each(CELLS)('a cell shows %s', async (_, cell, text) => {
  const sheet = sheetOf([
    ['Name', 'Value'],
    ['one', 'x'],
    ['two', 'y'],
  ]);
  sheet.B2 = cell;
  const { items } = await ingestBytes(book([sheet], 'xlsx'));
  expect(items[0]?.body).toBe(`Name: one\nValue: ${text}`);
});

test('formulas are not worked out, and a sheet that keeps no result of them says so', async () => {
  const sheet = sheetOf([
    ['Name', 'Value'],
    ['one', 'x'],
    ['two', 'y'],
  ]);
  sheet.B2 = { t: 'n', f: 'WEBSERVICE("http://x.example")' };
  const { file, items } = await ingestBytes(book([sheet], 'xlsx'));
  expect(items[0]?.body).toBe('Name: one');
  expect(file.status).toBe('partial');
  expect(codes(file)).toEqual(['truncated']);
});

test('a table without a heading has its columns by number', async () => {
  const { items } = await ingestBytes(
    book(
      [
        sheetOf([
          [1, 2, 3],
          [4, 5, 6],
        ]),
      ],
      'xlsx',
    ),
  );
  expect(items[0]?.body).toBe('Column 1: 1\nColumn 2: 2\nColumn 3: 3');
});

test('rows beyond the limit are not read, and the file says so', async () => {
  const rows: Rows = [
    ['When', 'Who'],
    ...Array.from({ length: 9 }, (_, index) => [`2016-03-0${index + 1}`, 'x']),
  ];
  const { file, items } = await ingestBytes(book([sheetOf(rows)], 'xlsx'), { limits: { max_rows: 4 } });
  expect(items).toHaveLength(3);
  expect(file.status).toBe('partial');
  expect(codes(file)).toEqual(['truncated']);
});

test('of a workbook with more cells than fit as many rows are read as fit, and the other sheets whole', async () => {
  // What cannot be packed, so that the file is as large as its words.
  const noise = (row: number) => sha256Hex(Buffer.from(String(row)));
  const rows: Rows = [
    ['When', 'Note'],
    ...Array.from({ length: 6000 }, (_, row) => ['2016-03-01', noise(row)]),
  ];
  const few: Rows = [
    ['When', 'Who'],
    ['2016-03-02', 'x'],
  ];
  const { file, items } = await ingestBytes(book([sheetOf(rows), sheetOf(few)], 'xlsx'), {
    limits: { max_cells: 4004 },
  });
  const [long, short] = ['sheet 1', 'sheet 2'].map((name) =>
    items.filter(({ part }) => part?.startsWith(name)),
  );
  expect([long?.length, short?.length]).toEqual([1999, 1]);
  expect(file.issues).toMatchObject([{ code: 'truncated', where: 'sheet 1' }]);
});

test('a workbook that would unpack out of all proportion is not opened', async () => {
  const bomb = buildZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'xl/workbook.xml', content: '<workbook/>' },
    { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(3_000_000, 0x20) },
  ]);
  const { file } = await ingestBytes(bomb, { limits: { ratio_floor_bytes: 1_000_000 } });
  expect(file.status).toBe('unreadable');
  expect(codes(file)).toEqual(['suspicious-compression']);
});

test('a workbook without words is empty, a broken one damaged', async () => {
  expect(codes((await ingestBytes(book([sheetOf([])], 'xlsx'))).file)).toEqual(['empty-file']);
  const whole = book([sheetOf(MAIL)], 'biff8');
  const { file } = await ingestBytes(whole.subarray(0, Math.floor(whole.length / 2)));
  expect(file.items_expected).toBe(file.items_emitted + file.items_failed);
  expect(file.status).not.toBe('read');
});

test('a file dropped into a document comes out of the object it lies in', async () => {
  const object = buildOle({ '\u0001Ole10Native': packagedFile('list.txt', 'two names') });
  const { file, children } = await ingestBytes(object);
  expect(file.status).toBe('read');
  expect(children.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()])).toEqual([
    ['file.bin!/list.txt', 'two names'],
  ]);
  const other = await ingestBytes(buildOle({ Drawing: Buffer.from('lines and boxes') }));
  expect(codes(other.file)).toEqual(['unsupported-format']);
});
