import { parse } from 'csv-parse/sync';
import { isHeading } from './table-columns.ts';

const DELIMITERS = [',', ';', '\t', '|'];
/** Records of the sample that are looked at. */
const SAMPLE_RECORDS = 60;
/** Share of the records that must have the same number of columns. */
const REGULAR = 0.9;
/** Two columns are easily prose with a comma in each line: such a table needs this many records. */
const MIN_PAIRS = 4;
/** Columns that a table without a heading needs. */
const MIN_BARE_COLUMNS = 4;
/** Titles and notes may stand above the heading: it is looked for in this many records. */
const TITLE_RECORDS = 8;

export interface TableShape {
  delimiter: string;
  columns: number;
  /** Place of the heading among the records (0 is the first); null where there is none. */
  heading: number | null;
  /** Names of the columns; empty where there is no heading. */
  headings: string[];
}

function readSample(text: string, delimiter: string): string[][] {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      to: SAMPLE_RECORDS,
    });
  } catch {
    return [];
  }
}

function usualColumns(records: string[][]): { columns: number; share: number } {
  const counts = new Map<number, number>();
  for (const record of records) counts.set(record.length, (counts.get(record.length) ?? 0) + 1);
  const [columns, count] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
  return { columns, share: records.length > 0 ? count / records.length : 0 };
}

function tableShape(records: string[][], delimiter: string): TableShape | null {
  const { columns, share } = usualColumns(records);
  if (share < REGULAR || records.length < 2 || columns < 2) return null;
  const headed = records
    .slice(0, TITLE_RECORDS)
    .findIndex((record) => isHeading(record) && record.length === columns);
  // Commas make columns of any list of short lines; without a heading only a wide and regular table is one.
  if (headed < 0 && (columns < MIN_BARE_COLUMNS || share < 1)) return null;
  if (columns === 2 && (share < 1 || records.length < MIN_PAIRS)) return null;
  const headings = records[headed] ?? [];
  return { delimiter, columns, heading: headed < 0 ? null : headed, headings };
}

/**
 * The shape of a delimited table, found by equal numbers of columns in its records; null for any other text.
 * @param cut the text is the beginning of something longer: its last line is left out
 */
export function detectTable(text: string, cut: boolean): TableShape | null {
  const whole = cut ? text.slice(0, text.lastIndexOf('\n') + 1) : text;
  const shapes = DELIMITERS.flatMap((delimiter) => tableShape(readSample(whole, delimiter), delimiter) ?? []);
  return shapes.sort((a, b) => b.columns - a.columns)[0] ?? null;
}
