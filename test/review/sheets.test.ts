import { read, utils, write } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { type FrameUnit, renderCsv, renderWorkbook, type SampleDraw } from '../../report/index.ts';
import { checkSheet } from '../../review/check-sheet.ts';
import { parseAnswer } from '../../review/parse-answer.ts';
import { readSheet } from '../../review/read-sheet.ts';
import { newCodes } from '../../review/record-sheets.ts';
import { buildCodeList, buildSheet, SHEET_COLUMNS } from '../../review/write-sheet.ts';
import { exchange, file, item, page } from '../report/sample.ts';

const FIRST = item('i_1', 'a.pdf', 1, '=HYPERLINK("http://x.example"), he said, "now"\nand then\r\nmore', {
  subject: '+1 309 555 0101',
});
const SECOND = item('i_2', 'b.mbox', null, 'Ok; will do');
const UNITS: FrameUnit[] = [
  { unit: 'x_a', kind: 'exchange', stratum: 'status-only.review' },
  { unit: 'i_2', kind: 'item', stratum: 'item-alone' },
  { unit: 'f_scan.pdf#7', kind: 'page', stratum: 'page-unread' },
];
const RECORDS = {
  exchanges: [{ ...exchange('a', 'status-only', [FIRST, SECOND]), subject: '+1 309 555 0101' }],
  items: [FIRST, SECOND],
  files: [{ ...file('scan.pdf') }],
  pages: [page('scan.pdf', 7, '', { method: 'unread' })],
};
const SHEET = buildSheet(1, UNITS, RECORDS);

type Filled = Record<string, string>;

/** What a spreadsheet does: opens the sheet, has cells filled in, saves it. */
function fillCsv(text: string, answers: Record<string, Filled>, delimiter = ','): Buffer {
  const rows = parse(text, { columns: true, bom: true }) as Filled[];
  const filled = rows.map((row) => ({ ...row, ...answers[row.unit ?? ''] }));
  return Buffer.from(stringify(filled, { header: true, delimiter }));
}

function fillWorkbook(bytes: Uint8Array, answers: Record<string, Filled>): Buffer {
  const book = read(bytes, { type: 'array' });
  const name = book.SheetNames[0] ?? '';
  const sheet = book.Sheets[name];
  if (sheet === undefined) throw new Error('no sheet');
  const rows = utils.sheet_to_json<Filled>(sheet, { defval: '' });
  book.Sheets[name] = utils.json_to_sheet(rows.map((row) => ({ ...row, ...answers[row.unit ?? ''] })));
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

const ANSWERS: Record<string, Filled> = {
  x_a: {
    relevance: 'Contact',
    purpose: 'civil immigration',
    conduct: 'none',
    coder: 'Zoë Ruiz',
    note: '=1+1, "quoted"\nsecond line',
  },
  i_2: { verdict: 'not-contact' },
};

const DRAW: SampleDraw = {
  sample: 1,
  drawn_on: '2026-03-02',
  seed: 's',
  coders: 1,
  model: 'm',
  lexicon: 'l',
  case_sha256: '',
  frame_sha256: '',
  strata: UNITS.map(({ stratum }) => ({ stratum, population: 1, drawn: 1 })),
  units: UNITS.map(({ unit }) => unit),
};
const FACTS = { name: 'sheet.csv', coder: null, date: '2026-03-09', settles: false };

describe('the sheet', () => {
  const rows = SHEET.rows.map((row) => Object.fromEntries(SHEET.columns.map((name, i) => [name, row[i]])));

  test('holds what a coder needs, every message of an exchange, and where it stands', () => {
    expect(rows[0]).toMatchObject({ row: 1, sample: 1, unit: 'x_a', where: 'a.pdf p. 1; b.mbox (1)' });
    expect(rows[0]?.text).toContain('[2 of 2]');
    expect(rows[0]?.text).toContain('Ok; will do');
    expect(rows[1]).toMatchObject({ unit: 'i_2', where: 'b.mbox (1)' });
    expect(rows[2]).toMatchObject({ unit: 'f_scan.pdf#7', where: 'scan.pdf p. 7' });
    expect(rows[2]?.text).toContain('Nothing could be read on this page');
  });

  test('tells nothing of what the model made of it', () => {
    for (const text of [renderCsv(SHEET), JSON.stringify(rows)]) {
      expect(text).not.toMatch(/status-only|review|item-alone|page-unread|model|0\.8|k_a|n_a/);
    }
  });

  test('has empty cells to fill in', () => {
    for (const name of ['relevance', 'purpose', 'conduct', 'verdict', 'coder', 'note']) {
      expect(rows.map((row) => row[name])).toEqual(['', '', '']);
    }
  });

  test('runs no formula of a record', () => {
    const cells = parse(renderCsv(SHEET)) as string[][];
    for (const cell of cells.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  });

  test('cuts a text that no cell could hold, and says so', () => {
    const long = item('i_2', 'b.mbox', null, 'word '.repeat(20_000));
    const [, cut] = buildSheet(1, UNITS, { ...RECORDS, items: [FIRST, long] }).rows;
    const text = String(cut?.[SHEET_COLUMNS.indexOf('text')]);
    expect(text.length).toBeLessThanOrEqual(32_000);
    expect(text).toMatch(/cut here: read on in the file\]$/);
  });
});

describe('a filled sheet comes back', () => {
  const csv = `\ufeff${renderCsv(SHEET)}`;
  const check = (bytes: Uint8Array) => checkSheet(readSheet(bytes), DRAW, FACTS);
  const expected = {
    coder: 'Zoë Ruiz',
    missing: 1,
    faults: [],
    codes: [
      {
        sample: 1,
        unit: 'x_a',
        coder: 'Zoë Ruiz',
        date: '2026-03-09',
        settles: false,
        relevance: 'contact',
        purpose: 'civil-immigration',
        conduct: 'none',
        verdict: 'status-only',
        note: '=1+1, "quoted"\nsecond line',
      },
      {
        sample: 1,
        unit: 'i_2',
        coder: 'Zoë Ruiz',
        date: '2026-03-09',
        settles: false,
        relevance: 'none',
        purpose: null,
        conduct: null,
        verdict: 'not-contact',
        note: '',
      },
    ],
  };

  test('as CSV, with commas, quotes, lines and formulas in it', () => {
    expect(check(fillCsv(csv, ANSWERS))).toEqual(expected);
  });

  test('as CSV with semicolons or tabs, as spreadsheets of some languages save it', () => {
    expect(check(fillCsv(csv, ANSWERS, ';'))).toEqual(expected);
    expect(check(fillCsv(csv, ANSWERS, '\t'))).toEqual(expected);
  });

  test('as CSV in an older encoding', () => {
    const latin = Buffer.from(fillCsv(csv, ANSWERS).toString('utf8').replace(/…|–/g, ' '), 'latin1');
    expect(check(latin)).toEqual(expected);
  });

  test('as a workbook', async () => {
    const bytes = await renderWorkbook([SHEET, buildCodeList()]);
    expect(check(fillWorkbook(bytes, ANSWERS))).toEqual(expected);
  });

  test('with its rows sorted otherwise and columns added', () => {
    const rows = parse(csv, { columns: true, bom: true }) as Filled[];
    const filled = rows.map((row) => ({ mine: 'x', ...row, ...ANSWERS[row.unit ?? ''] })).reverse();
    const found = check(Buffer.from(stringify(filled, { header: true })));
    expect(found.faults).toEqual([]);
    expect(found.codes.map(({ unit }) => unit)).toEqual(['i_2', 'x_a']);
  });

  test('and is refused where it is no sheet', () => {
    expect(() => readSheet(Buffer.from('a,b\n1,2\n'))).toThrow('no column "unit"');
  });
});

describe('answers', () => {
  test.each<[string, Filled, unknown]>([
    ['nothing', {}, null],
    ['only a note', { note: 'hm' }, null],
    ['a verdict', { verdict: 'mixed' }, { relevance: 'contact', verdict: 'mixed' }],
    ['no contact', { verdict: 'Not contact' }, { relevance: 'none', verdict: 'not-contact' }],
    ['a mention', { relevance: 'mention' }, { relevance: 'mention', verdict: 'not-contact' }],
    [
      'a purpose that is enough',
      { relevance: 'contact', purpose: 'criminal' },
      { verdict: 'criminal-investigation' },
    ],
    [
      'all three',
      { relevance: 'contact', purpose: 'civil-immigration', conduct: 'alleged-crime' },
      { verdict: 'mixed' },
    ],
    [
      'answers and the verdict that follows',
      { relevance: 'contact', purpose: 'unclear', verdict: 'undetermined' },
      { verdict: 'undetermined' },
    ],
    [
      'a contact with a verdict',
      { relevance: 'contact', verdict: 'administrative' },
      { verdict: 'administrative' },
    ],
    ['a contact alone', { relevance: 'contact' }, { fault: expect.stringContaining('leave it open') }],
    [
      'civil without a conduct',
      { relevance: 'contact', purpose: 'civil-immigration' },
      { fault: expect.stringContaining('status-only, mixed') },
    ],
    [
      'a verdict that does not follow',
      { relevance: 'mention', verdict: 'mixed' },
      { fault: expect.stringContaining('does not follow') },
    ],
    [
      'a word that is no code',
      { verdict: 'civil' },
      { fault: expect.stringContaining('"civil" is no verdict') },
    ],
    [
      'a purpose of a mention',
      { relevance: 'mention', purpose: 'criminal' },
      { fault: expect.stringContaining('where relevance is contact') },
    ],
    [
      'a purpose alone',
      { purpose: 'criminal' },
      { fault: expect.stringContaining('where relevance is contact') },
    ],
  ])('of %s', (_case, cells, expected) => {
    const found = parseAnswer(cells);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toMatchObject(expected as object);
  });
});

describe('a faulty sheet names every wrong row', () => {
  const row = (number: number, cells: Filled) => ({ row: number, cells });

  test('with its number, its unit and what is wrong', () => {
    const found = checkSheet(
      [
        row(2, { unit: 'x_a', sample: '1', verdict: 'civil', coder: 'Ana' }),
        row(3, { unit: 'x_zz', verdict: 'mixed' }),
        row(4, { unit: 'i_2', sample: '2', verdict: 'mixed' }),
        row(5, { unit: 'f_scan.pdf#7', verdict: 'mixed' }),
        row(6, { unit: 'f_scan.pdf#7', verdict: 'mixed' }),
      ],
      DRAW,
      FACTS,
    );
    expect(found.faults).toEqual([
      expect.stringContaining('sheet.csv row 2 (x_a): "civil" is no verdict'),
      'sheet.csv row 3 (x_zz): it was not drawn in sample 1',
      'sheet.csv row 4 (i_2): it is of sample 2, not of sample 1',
      'sheet.csv row 6 (f_scan.pdf#7): the unit stands in row 5 as well',
    ]);
  });

  test('and asks who coded it', () => {
    const rows = [row(2, { unit: 'x_a', verdict: 'mixed' })];
    expect(checkSheet(rows, DRAW, FACTS).faults[0]).toContain('give --coder <name>');
    expect(checkSheet(rows, DRAW, { ...FACTS, coder: 'Ana' })).toMatchObject({ coder: 'Ana', faults: [] });
    const two = [
      ...rows,
      row(3, { unit: 'i_2', coder: 'Lee' }),
      row(4, { unit: 'f_scan.pdf#7', coder: 'Ana' }),
    ];
    expect(checkSheet(two, DRAW, FACTS).faults[0]).toContain('more than one coder (Lee, Ana)');
    expect(checkSheet(two, DRAW, { ...FACTS, coder: 'Ana' }).faults[0]).toContain('names Lee as its coder');
  });
});

describe('what is recorded', () => {
  const [code] = checkSheet(
    [{ row: 2, cells: { unit: 'x_a', verdict: 'mixed', coder: 'Ana' } }],
    DRAW,
    FACTS,
  ).codes;

  test('is what the case does not hold yet: the same answers again add nothing, others do', () => {
    if (code === undefined) throw new Error('no code');
    const held = [{ draw: DRAW, frame: UNITS, codes: [code] }];
    expect(newCodes([{ draw: DRAW, frame: UNITS, codes: [] }], [code])).toEqual([code]);
    expect(newCodes(held, [{ ...code, date: '2026-04-01' }])).toEqual([]);
    expect(newCodes(held, [{ ...code, verdict: 'status-only' }])).toHaveLength(1);
    expect(newCodes(held, [{ ...code, coder: 'Lee' }])).toHaveLength(1);
    expect(newCodes(held, [{ ...code, settles: true }])).toHaveLength(1);
  });
});
