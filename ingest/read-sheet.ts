import { readFile } from 'node:fs/promises';
import type { DenseWorkSheet, WorkBook } from '@e965/xlsx';
import { emitInserted } from './emit-inserted.ts';
import { emitRow } from './emit-row.ts';
import { emitText } from './emit-text.ts';
import { issue } from './issue.ts';
import { readOfficeZip } from './office-zip.ts';
import { insertedFiles, oleStreams } from './ole-objects.ts';
import { quietly } from './quietly.ts';
import type { Reader, Reading } from './reader.ts';
import { lacksResults, type SheetRow, sheetRows } from './sheet-cells.ts';
import { rowsThatFit, SAMPLE_ROWS } from './sheet-size.ts';
import { sheetTable } from './sheet-table.ts';
import { columnRoles } from './table-columns.ts';
import type { TableFile } from './table-row.ts';
import { Unreadable } from './unreadable.ts';

const ZIP = Buffer.from('PK');
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** A workbook smaller than this holds no more cells than fit, however well it is packed. */
const SAMPLED_BYTES = 256 * 1024;

async function openBook(bytes: Buffer, rows: number): Promise<WorkBook> {
  const { default: XLSX } = await import('@e965/xlsx');
  // Workbooks older than 1997 are in code pages, whose tables come apart from the library.
  XLSX.set_cptable?.(await import('@e965/xlsx/dist/cpexcel'));
  try {
    return quietly(() =>
      XLSX.read(bytes, {
        type: 'buffer',
        dense: true,
        cellNF: true,
        cellHTML: false,
        sheetRows: rows,
      }),
    );
  } catch (error) {
    if (error instanceof Error && /password|encrypt/i.test(error.message))
      throw new Unreadable('encrypted', 'The workbook is locked with a password.');
    throw error;
  }
}

/** The book with as many rows of each sheet as fit, and how many these are. */
async function openFitting({ source, limits }: Reading, bytes: Buffer) {
  const fit =
    source.bytes < SAMPLED_BYTES
      ? limits.max_rows
      : rowsThatFit(await openBook(bytes, SAMPLE_ROWS), limits.max_cells);
  const most = Math.min(fit, limits.max_rows);
  // One more than is read shows that there are more; a row that says that it repeats itself takes some bytes all the same.
  return { book: await openBook(bytes, Math.min(source.bytes, most + 1)), most };
}

async function emitRows(
  rows: SheetRow[],
  headings: string[],
  sheet: string,
  reading: Reading,
): Promise<void> {
  const { source, file_id, tally } = reading;
  const { path, sha256, parent_id } = source;
  const roles = columnRoles(headings);
  const file: TableFile = { file_id, path, sha256, parent_id, headings, roles, sheet };
  tally.promise(rows.length);
  for (const row of rows) await emitRow(row, file, tally);
}

function asText(rows: SheetRow[]): string {
  return rows.map(({ cells }) => cells.join('\t')).join('\n');
}

/**
 * Reads a workbook (xlsx, xls, ods and their kin) sheet by sheet, hidden ones too. It promises one item a row under a heading;
 * sheets that are no tables are read as text.
 */
export const readSheet: Reader = async (reading) => {
  const { source, tally } = reading;
  const bytes = await readFile(source.location);
  if (bytes.subarray(0, ZIP.length).equals(ZIP)) await readOfficeZip(reading, { check: true });
  else if (bytes.subarray(0, COMPOUND.length).equals(COMPOUND))
    await emitInserted(insertedFiles(oleStreams(bytes)), reading);
  const { book, most } = await openFitting(reading, bytes);
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const texts: string[] = [];
  for (const [index, name] of book.SheetNames.entries()) {
    const page = (book.Sheets[name] ?? {}) as DenseWorkSheet;
    const rows = sheetRows(page, date1904).filter(({ number }) => number <= most);
    if (lacksResults(page))
      tally.lose(issue('truncated', 'The sheet keeps no results of its formulas.', `sheet ${index + 1}`));
    const table = sheetTable(rows);
    const text = asText(table?.above ?? rows);
    if (text !== '') texts.push(text);
    // The only sheet needs no number.
    const sheet = book.SheetNames.length > 1 ? `sheet ${index + 1} ` : '';
    if (table !== null) await emitRows(table.rows, table.headings, sheet, reading);
    if ((page['!data']?.length ?? 0) > most)
      tally.lose(
        issue(
          'truncated',
          `The sheet has more than ${most} rows; the rest is not read. Saved as CSV it is read whole.`,
          `sheet ${index + 1}`,
        ),
      );
  }
  if (texts.length > 0 || !tally.hasOutput) await emitText(texts.join('\n\n'), reading);
};
