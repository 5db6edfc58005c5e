import type { SheetRow } from './sheet-cells.ts';
import { isHeading } from './table-columns.ts';

/** Titles and notes may stand above the heading: it is looked for in this many rows. */
const TITLE_ROWS = 12;
/** Share of the usual number of filled cells that a heading must fill. */
const WIDE_ENOUGH = 0.6;

/** A sheet as a table. */
export interface SheetTable {
  /** Names of the columns; empty where the sheet has none. */
  headings: string[];
  /** The rows under the heading. */
  rows: SheetRow[];
  /** The rows above it: titles, notes. */
  above: SheetRow[];
}

function filled({ cells }: SheetRow): number {
  return cells.filter((cell) => cell.trim() !== '').length;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** The table of a sheet; null where it is none: a list of one column, a letter, a form of a few cells. */
export function sheetTable(rows: SheetRow[]): SheetTable | null {
  const usual = median(rows.map(filled));
  const at = rows
    .slice(0, Math.min(TITLE_ROWS, rows.length - 1))
    .findIndex((row) => isHeading(row.cells) && filled(row) >= WIDE_ENOUGH * usual);
  if (at >= 0) return { headings: rows[at]?.cells ?? [], rows: rows.slice(at + 1), above: rows.slice(0, at) };
  return usual >= 2 && rows.length > 1 ? { headings: [], rows, above: [] } : null;
}
