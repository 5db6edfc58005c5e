import { read as readWorkbook, utils } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';

/** A row of a sheet as it came back: cells by the name of their column, and its number in the spreadsheet. */
export interface SheetRow {
  /** The number that a spreadsheet shows beside the row; the header is 1. */
  row: number;
  cells: Record<string, string>;
}

/** Begins every .xlsx file, which is a zip archive. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** Text of a CSV file: UTF-8, or what older spreadsheets write where it is not. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The separator of the first line: spreadsheets set to some languages write semicolons or tabs. */
function separatorOf(text: string): string {
  const line = text.slice(0, Math.max(0, text.search(/[\r\n]|$/)));
  const count = (sign: string) => line.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function rowsOfCsv(bytes: Uint8Array): string[][] {
  const text = decode(bytes);
  return parse(text, { delimiter: separatorOf(text), bom: true, relax_column_count: true });
}

function rowsOfWorkbook(bytes: Uint8Array): string[][] {
  const book = readWorkbook(bytes, { type: 'array' });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (sheet === undefined) return [];
  return utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: '', blankrows: true });
}

/**
 * A filled sheet, CSV or .xlsx by its bytes. Columns are told by their names, in any order; cells are trimmed. Rows without a
 * unit are left out.
 *
 * @throws Error with a sentence where the file is no table, or lacks the columns `unit`, `relevance` and `verdict`.
 */
export function readSheet(bytes: Uint8Array): SheetRow[] {
  const isZip = ZIP.every((byte, i) => bytes[i] === byte);
  const [head = [], ...rows] = isZip ? rowsOfWorkbook(bytes) : rowsOfCsv(bytes);
  const names = head.map((name) => String(name).trim().toLowerCase());
  for (const name of ['unit', 'relevance', 'verdict']) {
    if (!names.includes(name)) throw new Error(`it has no column "${name}" in its first row`);
  }
  return rows
    .map((row, i) => ({
      row: i + 2,
      cells: Object.fromEntries(names.map((name, at) => [name, String(row[at] ?? '').trim()])),
    }))
    .filter(({ cells }) => cells.unit !== '');
}
