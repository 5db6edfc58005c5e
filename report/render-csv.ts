import { stringify } from 'csv-stringify/sync';
import type { FlatTable } from './export-tables.ts';

/**
 * A table as CSV (RFC 4180, UTF-8, `\n` line ends). A text cell that a spreadsheet would run as a formula gets an
 * apostrophe in front (OWASP, CSV injection): records come from strangers.
 */
export function renderCsv({ columns, rows }: FlatTable): string {
  return stringify(rows, {
    header: true,
    columns: columns.map((column) => ({ key: column })),
    escape_formulas: true,
    cast: { boolean: (value) => String(value) },
  });
}
