import type { CellObject, DenseWorkSheet } from '@e965/xlsx';
import XLSX from '@e965/xlsx';

const MILLISECONDS = 1000;

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** A day and time as a workbook counts them, in ISO 8601 without a zone; a time alone where no day is counted. */
function serialText(serial: number, date1904: boolean): string | null {
  const parts = XLSX.SSF.parse_date_code(serial, { date1904 });
  if (!parts) return null;
  const { y, m, d, H, M, S } = parts;
  const time = H + M + S === 0 && serial >= 1 ? '' : `${two(H)}:${two(M)}:${two(Math.floor(S))}`;
  const day = serial < 1 ? '' : `${String(y).padStart(4, '0')}-${two(m)}-${two(d)}`;
  return [day, time].filter((part) => part !== '').join('T');
}

function dateText(date: Date): string {
  const text = new Date(Math.round(date.getTime() / MILLISECONDS) * MILLISECONDS).toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
}

function numberText(cell: CellObject, value: number, date1904: boolean): string {
  const format = typeof cell.z === 'string' ? cell.z : '';
  if (format !== '' && XLSX.SSF.is_date(format)) {
    const text = serialText(value, date1904);
    if (text !== null) return text;
  }
  // Without a format of its own a long number (a case, a telephone) would be shown rounded.
  return format === '' || format === 'General' ? String(value) : (cell.w ?? String(value)).trim();
}

/**
 * The words of a cell: what the file itself keeps as its value. A formula is never worked out. Days are in ISO 8601, other numbers as the sheet shows them.
 */
export function cellText(cell: CellObject | undefined, date1904: boolean): string {
  if (cell === undefined) return '';
  const { v, w, t } = cell;
  const note = (cell.c ?? []).map((comment) => comment.t.trim()).filter((text) => text !== '');
  let text = '';
  if (t === 'n' && typeof v === 'number') text = numberText(cell, v, date1904);
  else if (v instanceof Date) text = dateText(v);
  else if (t === 'b') text = v ? 'TRUE' : 'FALSE';
  else if (t === 'e') text = w ?? '';
  else if (v !== undefined && v !== null) text = String(v);
  return [text.replace(/\r\n?/g, '\n'), ...note.map((words) => `[${words}]`)]
    .filter((part) => part !== '')
    .join(' ');
}

/** A row of a sheet with its number there, from 1. */
export interface SheetRow {
  number: number;
  cells: string[];
}

/** The rows of a sheet that hold words, without the empty cells at their ends. */
export function sheetRows(sheet: DenseWorkSheet, date1904: boolean): SheetRow[] {
  return (sheet['!data'] ?? []).flatMap((row, index) => {
    const cells = Array.from(row ?? [], (cell) => cellText(cell, date1904));
    while (cells.at(-1)?.trim() === '') cells.pop();
    return cells.length > 0 ? [{ number: index + 1, cells }] : [];
  });
}

/** True where a sheet has formulas and keeps the result of none: a program wrote it that leaves them to the reader's own. */
export function lacksResults(sheet: DenseWorkSheet): boolean {
  const formulas = (sheet['!data'] ?? []).flatMap((row) =>
    (row ?? []).filter((cell) => cell?.f !== undefined),
  );
  return formulas.length > 0 && formulas.every(({ v }) => v === undefined || v === '');
}
