import { unzipSync, zipSync } from 'fflate';
import writeExcelFile from 'write-excel-file/node';
import type { Cell, FlatTable } from './export-tables.ts';

/** Longest text that a cell of an .xlsx workbook holds, in UTF-16 units (ECMA-376 implementations' limit). */
const CELL_LIMIT = 32_767;
/** The time stamp of every part, so that the same tables give the same bytes: the first that the zip format can hold. */
const FIXED_TIME = new Date('1980-01-01T00:00:00');

/** The tables as one workbook (Office Open XML), a sheet each, headers frozen. Text cells stay text, so no formula can run. */
export async function renderWorkbook(tables: FlatTable[]): Promise<Uint8Array> {
  const sheets = tables.map(({ name, columns, rows, widths }) => ({
    sheet: name,
    stickyRowsCount: 1,
    ...(widths === undefined ? {} : { columns: widths.map((width) => ({ width })) }),
    data: [
      columns.map((column) => ({ value: column, fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map((cell) => toCell(cell, widths !== undefined))),
    ],
  }));
  return withoutClock(await writeExcelFile(sheets).toBuffer());
}

function toCell(value: Cell, wrap: boolean) {
  if (value === null) return null;
  if (typeof value === 'string') {
    const cell = { value: value.slice(0, CELL_LIMIT), type: String };
    return wrap ? { ...cell, wrap, alignVertical: 'top' as const } : cell;
  }
  return typeof value === 'number' ? { value, type: Number } : { value, type: Boolean };
}

/** The library stamps each part with the time of writing; the same case has to give the same bytes. */
function withoutClock(workbook: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(workbook)).sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(parts), { mtime: FIXED_TIME, level: 6 });
}
