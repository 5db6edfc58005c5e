import type { Cell, FlatTable } from './export-tables.ts';
import {
  contentTypes,
  LOOKS,
  ROOT_RELATIONS,
  SHEET_TAIL,
  STYLES,
  sharedStrings,
  sheetHead,
  workbook,
  workbookRelations,
} from './workbook-parts.ts';
import { type ZipPart, zipParts } from './zip-parts.ts';

/** Longest text that a cell of an .xlsx workbook holds, in UTF-16 units (ECMA-376 implementations' limit). */
const CELL_LIMIT = 32_767;
const LETTERS = 26;

/** Texts of cells with their number in the part that holds them all; in order of first use. */
type Texts = Map<string, number>;

/** "A", "Z", "AA": how a sheet names its columns, counted from 0. */
function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % LETTERS));
  return column < LETTERS ? last : columnName(Math.floor(column / LETTERS) - 1) + last;
}

function cellXml(value: Cell, place: string, look: number, texts: Texts): string {
  const style = look === LOOKS.plain ? '' : ` s="${look}"`;
  if (value === null || value === '') return style === '' ? '' : `<c r="${place}"${style}/>`;
  if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${place}" t="b"><v>${value ? 1 : 0}</v></c>`;
  const text = value.slice(0, CELL_LIMIT);
  let at = texts.get(text);
  if (at === undefined) {
    at = texts.size;
    texts.set(text, at);
  }
  return `<c r="${place}"${style} t="s"><v>${at}</v></c>`;
}

function* sheetXml(table: FlatTable, first: boolean, texts: Texts): Generator<string> {
  const { columns, rows, widths } = table;
  const names = columns.map((_column, i) => columnName(i));
  const row = (cells: readonly Cell[], number: number, look: number): string => {
    let xml = `<row r="${number}">`;
    for (const [i, cell] of cells.entries()) {
      const own = look === LOOKS.wrapped && typeof cell !== 'string' ? LOOKS.plain : look;
      xml += cellXml(cell, `${names[i] ?? columnName(i)}${number}`, own, texts);
    }
    return `${xml}</row>`;
  };
  yield sheetHead(first, widths);
  yield row(columns, 1, LOOKS.header);
  const look = widths === undefined ? LOOKS.plain : LOOKS.wrapped;
  for (const [i, cells] of rows.entries()) yield row(cells, i + 2, look);
  yield SHEET_TAIL;
}

/**
 * The tables as one workbook (Office Open XML), a sheet each, headers frozen. Text cells stay text, so no formula can run.
 * The same tables give the same bytes.
 */
export async function renderWorkbook(tables: readonly FlatTable[]): Promise<Uint8Array> {
  const texts: Texts = new Map();
  const parts: ZipPart[] = [
    { name: '[Content_Types].xml', text: [contentTypes(tables.length)] },
    { name: '_rels/.rels', text: [ROOT_RELATIONS] },
    { name: 'xl/workbook.xml', text: [workbook(tables.map(({ name }) => name))] },
    { name: 'xl/_rels/workbook.xml.rels', text: [workbookRelations(tables.length)] },
    { name: 'xl/styles.xml', text: [STYLES] },
    ...tables.map((table, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      text: sheetXml(table, i === 0, texts),
    })),
    { name: 'xl/sharedStrings.xml', text: sharedStrings(texts.keys()) },
  ];
  return zipParts(parts);
}
