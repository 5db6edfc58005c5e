import type { DenseWorkSheet, WorkBook } from '@e965/xlsx';

/** Rows of each sheet from which its size is told. */
export const SAMPLE_ROWS = 500;

function countCells(sheet: DenseWorkSheet): number {
  let count = 0;
  for (const row of sheet['!data'] ?? []) for (const cell of row ?? []) if (cell !== undefined) count += 1;
  return count;
}

/**
 * How many rows of each sheet fit when a workbook may hold `maxCells` cells, told from its first `SAMPLE_ROWS` rows: a sheet
 * with fewer is there whole, and a longer one is taken to go on as it began. Never less than the sample.
 */
export function rowsThatFit(sample: WorkBook, maxCells: number): number {
  let whole = 0;
  let perRow = 0;
  for (const sheet of Object.values(sample.Sheets) as DenseWorkSheet[]) {
    const cells = countCells(sheet);
    const rows = sheet['!data']?.length ?? 0;
    if (rows < SAMPLE_ROWS) whole += cells;
    else perRow += cells / rows;
  }
  if (perRow === 0) return Number.MAX_SAFE_INTEGER;
  return Math.max(SAMPLE_ROWS, Math.floor((maxCells - whole) / perRow));
}
