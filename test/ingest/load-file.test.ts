import iconv from 'iconv-lite';
import { missingNumbers } from '../../ingest/bates-range.ts';
import { isLoadFile } from '../../ingest/load-file-columns.ts';
import { opticonDocuments } from '../../ingest/opticon.ts';
import { ingestBytes } from './ingest-bytes.ts';

function dat(...records: string[][]): string {
  return records.map((cells) => cells.map((cell) => `þ${cell}þ`).join('\u0014')).join('\r\n');
}

const TABLE = dat(
  [
    'BEGBATES',
    'ENDBATES',
    'FROM',
    'TO',
    'CC',
    'SUBJECT',
    'DATESENT',
    'TIMESENT',
    'CUSTODIAN',
    'NATIVEPATH',
    'EXTRACTEDTEXT',
  ],
  [
    'PD0001',
    'PD0002',
    'Doe, Jane <jdoe@city.example>',
    'aroe@dhs.example',
    '',
    'Hold',
    '20160304',
    '09:06',
    'Doe',
    '\\NATIVE\\PD0001.eml',
    'TEXT\\PD0001.txt',
  ],
  [
    'PD0003',
    'PD0003',
    'Peña',
    '',
    '',
    'Note',
    '03/05/2016',
    '',
    'Doe',
    '',
    'Held®until Monday, "sure", þþyesþþ',
  ],
);

test.each(['utf8', 'utf16le', 'win1252'])(
  'a load file in %s gives a record an item with its fields',
  async (encoding) => {
    const { file, items } = await ingestBytes(iconv.encode(TABLE, encoding));
    expect(file).toMatchObject({
      media_type: 'application/x-load-file',
      status: 'read',
      items_expected: 2,
      items_emitted: 2,
    });
    expect(items).toMatchObject([
      {
        kind: 'email',
        part: 'record 1',
        from: 'Doe, Jane <jdoe@city.example>',
        to: 'aroe@dhs.example',
        subject: 'Hold',
        date: '2016-03-04T09:06',
        body: '',
        headers_raw: {
          'bates-begin': 'PD0001',
          'bates-end': 'PD0002',
          custodian: 'Doe',
          'native-path': '\\NATIVE\\PD0001.eml',
          'text-path': 'TEXT\\PD0001.txt',
        },
      },
      { from: 'Peña', date: '2016-03-05', body: 'Held\nuntil Monday, "sure", þyesþ' },
    ]);
  },
);

test('a table with the places of natives and texts is a load file whatever parts its columns', async () => {
  const { file, items } = await ingestBytes(
    'UPI|File Name|From|Subject|Date Sent|Time Sent|native_link|text_link\n' +
      '00005|274.eml|postmaster@x.example|Failure|20020212|20:55|native/00005.eml|text/00005.txt\n',
  );
  expect(file.media_type).toBe('application/x-load-file');
  expect(items[0]).toMatchObject({ date: '2002-02-12T20:55', headers_raw: { 'bates-begin': '00005' } });
});

const HEADINGS: [string[], boolean][] = [
  [['BegDoc', 'EndDoc', 'Native Link'], true],
  [['DOCID', 'TextPath', 'From'], true],
  [['Bates Begin', 'Extracted Text Path'], true],
  [['DocID', 'Title', 'Text'], false],
  [['From', 'To', 'Subject', 'Body'], false],
  [['id', 'userId', 'searchDate', 'reason'], false],
];

test.each(HEADINGS)('the headings %j are those of a load file: %s', (headings, expected) => {
  expect(isLoadFile(headings)).toBe(expected);
});

test('a list of page images is known and holds no items', async () => {
  const list =
    'PD0001,VOL01,IMAGES\\001\\PD0001.TIF,Y,,,2\nPD0002,VOL01,IMAGES\\001\\PD0002.TIF,,,,\nPD0003,VOL01,IMAGES\\001\\PD0003.JPG,Y,,,1\n';
  const { file } = await ingestBytes(list);
  expect(file).toMatchObject({ media_type: 'application/x-opticon', status: 'read', items_expected: 0 });
  expect(opticonDocuments(list)).toEqual([
    {
      begin: 'PD0001',
      end: 'PD0002',
      images: ['IMAGES\\001\\PD0001.TIF', 'IMAGES\\001\\PD0002.TIF'],
      numbers: ['PD0001', 'PD0002'],
    },
    { begin: 'PD0003', end: 'PD0003', images: ['IMAGES\\001\\PD0003.JPG'], numbers: ['PD0003'] },
  ]);
});

const RANGES: [string, [string, string][], string[]][] = [
  [
    'none where they follow one another',
    [
      ['A01', 'A03'],
      ['A04', 'A04'],
    ],
    [],
  ],
  [
    'those between two records',
    [
      ['A01', 'A03'],
      ['A07', 'A07'],
    ],
    ['A04–A06'],
  ],
  [
    'none between series',
    [
      ['A01', 'A01'],
      ['B09', 'B09'],
    ],
    [],
  ],
  [
    'none where a family overlaps its parts',
    [
      ['A01', 'A09'],
      ['A02', 'A03'],
      ['A10', 'A10'],
    ],
    [],
  ],
  [
    'whatever the order of the records',
    [
      ['A09', 'A09'],
      ['A01', 'A07'],
    ],
    ['A08–A08'],
  ],
  [
    'none of what is no number',
    [
      ['cover', 'cover'],
      ['A01', ''],
    ],
    [],
  ],
];

test.each(RANGES)('missing numbers are %s', (_, ranges, missing) => {
  const found = missingNumbers(ranges.map(([begin, end]) => ({ begin, end })));
  expect(found.map(({ begin, end }) => `${begin}–${end}`)).toEqual(missing);
});
