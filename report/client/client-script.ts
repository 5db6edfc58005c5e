import { compareCells, parseFilter, passes } from './filter.ts';
import { startLateBlocks } from './late-blocks.ts';
import { plainWords, readRows, sortKey, splitExhibits } from './row-text.ts';
import { startTable } from './start-table.ts';

/** Rows shown at a time: as many as a browser lays out at once without a pause. */
export const ROWS_SHOWN = 200;

/**
 * The script that goes into the report: the source of the functions themselves, so that what the tests try is what the
 * reader runs. It reads nothing but the page it stands in.
 */
export function clientScript(): string {
  const logic = {
    parseFilter,
    passes,
    compareCells,
    plainWords,
    readRows,
    sortKey,
    splitExhibits,
    startLateBlocks,
  };
  const sources = [...Object.values(logic), startTable].map(String);
  return `'use strict';\n(() => {\n${sources.join('\n')}\nstartTable(document, { ${Object.keys(logic).join(', ')} }, ${ROWS_SHOWN});\n})();\n`;
}
