import type { Cell, FlatTable } from './export-tables.ts';

/** Longest text that a cell of an .xlsx workbook holds, in UTF-16 units (ECMA-376 implementations' limit). */
const CELL_LIMIT = 32_767;

/** The tables as one workbook (Office Open XML), a sheet each, headers frozen. Text cells stay text, so no formula can run. */
export async function renderWorkbook(tables: FlatTable[]): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
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

/** Where the zip format keeps what is needed here (APPNOTE 4.3), in bytes. */
const END = { signature: 0x06054b50, size: 22, entries: 10, directory: 16 } as const;
const ENTRY = { size: 46, time: 12, name: 28, extra: 30, comment: 32, part: 42 } as const;
const PART = { time: 10 } as const;
/** Midnight of 1 January 1980, the first moment that the format can hold: time in the lower half, day in the upper. */
const FIXED_TIME = 0x0021_0000;

/** The library stamps each part with the time of writing; the same case has to give the same bytes. */
function withoutClock(workbook: Uint8Array): Uint8Array {
  const bytes = Buffer.from(workbook);
  const end = bytes.length - END.size;
  if (end < 0 || bytes.readUInt32LE(end) !== END.signature) throw new Error('a workbook without its end');
  let at = bytes.readUInt32LE(end + END.directory);
  for (let entry = bytes.readUInt16LE(end + END.entries); entry > 0; entry--) {
    bytes.writeUInt32LE(FIXED_TIME, at + ENTRY.time);
    bytes.writeUInt32LE(FIXED_TIME, bytes.readUInt32LE(at + ENTRY.part) + PART.time);
    const tail = bytes.readUInt16LE(at + ENTRY.name) + bytes.readUInt16LE(at + ENTRY.extra);
    at += ENTRY.size + tail + bytes.readUInt16LE(at + ENTRY.comment);
  }
  return bytes;
}
