import { parse } from 'csv-parse/sync';

const DELIMITERS = [',', ';', '\t', '|'];
/** Records of the sample that are looked at. */
const SAMPLE_RECORDS = 60;
/** Share of the records that must have the same number of columns. */
const REGULAR = 0.9;
/** Two columns are easily prose with a comma in each line: such a table needs this many records. */
const MIN_PAIRS = 4;

export interface TableShape {
  delimiter: string;
  columns: number;
}

function readSample(text: string, delimiter: string): string[][] {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
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

/** Names of columns are short and do not end as sentences do. */
function isHeading(record: string[] | undefined): boolean {
  const filled = (record ?? []).filter((cell) => cell.trim() !== '');
  return filled.length >= 2 && filled.every((cell) => cell.length <= 60 && !/[.!?]\s*$/.test(cell));
}

function isTable(records: string[][], delimiter: string): TableShape | null {
  const { columns, share } = usualColumns(records);
  const regular = share >= REGULAR && records.length >= 2 && isHeading(records[0]);
  if (!regular || columns < 2) return null;
  if (columns === 2 && (share < 1 || records.length < MIN_PAIRS)) return null;
  return { delimiter, columns };
}

/**
 * The shape of a delimited table, found by equal numbers of columns in its records; null for any other text.
 * @param cut the text is the beginning of something longer: its last line is left out
 */
export function detectTable(text: string, cut: boolean): TableShape | null {
  const whole = cut ? text.slice(0, text.lastIndexOf('\n') + 1) : text;
  const shapes = DELIMITERS.flatMap((delimiter) => isTable(readSample(whole, delimiter), delimiter) ?? []);
  return shapes.sort((a, b) => b.columns - a.columns)[0] ?? null;
}
