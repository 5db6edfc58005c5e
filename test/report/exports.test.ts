import { read, utils } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { type FlatTable, flatTables, renderCsv, renderWorkbook } from '../../report/index.ts';

const TABLE = {
  name: 'evidence',
  columns: ['quote', 'page', 'needs_review'],
  rows: [
    ['=HYPERLINK("http://example.example")', 3, true],
    ['+1 309 555 0101, "call me"\nsecond line', null, false],
    ['plain', 1, false],
  ],
};

describe('CSV', () => {
  test('puts an apostrophe before what a spreadsheet would run, and quotes what needs quoting', () => {
    expect(renderCsv(TABLE)).toBe(
      'quote,page,needs_review\n' +
        '"\'=HYPERLINK(""http://example.example"")",3,true\n' +
        '"\'+1 309 555 0101, ""call me""\nsecond line",,false\n' +
        'plain,1,false\n',
    );
  });

  test('of an empty case holds the headers', () => {
    const tables = flatTables({
      files: [],
      pages: [],
      items: [],
      exchanges: [],
      findings: [],
      claim_checks: [],
    });
    for (const table of tables.filter(({ name }) => name !== 'summary')) {
      expect(renderCsv(table)).toBe(`${table.columns.join(',')}\n`);
    }
  });

  test('of an empty case holds every number of the summary, each nought', () => {
    const empty = { files: [], pages: [], items: [], exchanges: [], findings: [], claim_checks: [] };
    const summary = flatTables(empty).find(({ name }) => name === 'summary');
    const values = new Set(summary?.rows.map((row) => row[1]));
    expect(values).toEqual(new Set([0]));
    expect(summary?.rows.map((row) => row[0])).toContain('strict_high');
  });
});

describe('the workbook', () => {
  const open = async (cell: string) => {
    const bytes = await renderWorkbook([{ name: 'a', columns: ['x'], rows: [[cell]] }]);
    const parts = unzipSync(bytes);
    return Object.values(parts)
      .map((part) => new TextDecoder().decode(part))
      .join('\n');
  };

  test('is the same bytes for the same tables', async () => {
    const first = await renderWorkbook([TABLE]);
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect(Buffer.from(await renderWorkbook([TABLE])).equals(Buffer.from(first))).toBe(true);
  });

  test('keeps a formula as text', async () => {
    const text = await open('=1+1');
    expect(text).toContain('=1+1');
    expect(text).not.toContain('<f>');
  });

  test('holds no character that XML forbids', async () => {
    const text = await open('bell\u0007 and lone \ud800 and \uffff.');
    expect(text).toContain('bell and lone  and .');
  });

  test('cuts a cell at what the format can hold', async () => {
    expect((await open('y'.repeat(40_000))).match(/y{9,}/)?.[0]).toHaveLength(32_767);
  });

  test('reads back as what was written, a sheet each with its header and its kinds of cells', async () => {
    const rows: FlatTable['rows'] = [
      [' a & <b> "c"\nd\t', 1.5, true],
      ['_x0041_', null, false],
      ['', -1e21, null],
    ];
    const tables = [
      { name: 'first', columns: ['text', 'number', 'flag'], rows, widths: [10, 20.5, 8] },
      { name: 'second', columns: Array.from({ length: 30 }, (_, i) => `c${i}`), rows: [] },
    ];
    const book = read(await renderWorkbook(tables), { type: 'array' });
    expect(book.SheetNames).toEqual(['first', 'second']);
    const cells = utils.sheet_to_json(book.Sheets.first!, { header: 1, defval: null });
    expect(cells).toEqual([
      ['text', 'number', 'flag'],
      [' a & <b> "c"\nd\t', 1.5, true],
      ['_x0041_', null, false],
      [null, -1e21, null],
    ]);
    expect(book.Sheets.second?.AD1?.v).toBe('c29');
  });

  test('holds a text that stands in many cells once', async () => {
    const parts = unzipSync(
      await renderWorkbook([{ name: 'a', columns: ['x'], rows: [['twice'], ['twice']] }]),
    );
    const strings = new TextDecoder().decode(parts['xl/sharedStrings.xml']);
    expect(strings.split('twice')).toHaveLength(2);
  });
});
