import { type Info, parse as parseCsv } from 'csv-parse/sync';
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';

/** A file that people wrote and that cannot be taken as it is: one line with file, line and what is wrong there. */
export class SupplementError extends Error {
  constructor(name: string, line: number | null, fault: string) {
    super(line === null ? `${name}: ${fault}` : `${name}, line ${line}: ${fault}`);
    this.name = 'SupplementError';
  }
}

/** One entry of a list with the line on which it begins. */
export interface Entry {
  line: number;
  fields: Record<string, unknown>;
}

function readYaml(name: string, text: string): Entry[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: 'core' });
  const [error] = document.errors;
  if (error !== undefined) {
    const [first = ''] = error.message.split('\n');
    throw new SupplementError(
      name,
      error.linePos?.[0].line ?? null,
      first.replace(/ at line \d+, column \d+:?$/, ''),
    );
  }
  if (document.contents === null) return [];
  if (!isSeq(document.contents)) {
    throw new SupplementError(name, 1, 'a list is wanted, each entry begun by "- "');
  }
  return document.contents.items.map((node) => {
    const range = isMap(node) ? node.range : null;
    const line = range === null || range === undefined ? 1 : lines.linePos(range[0]).line;
    if (!isMap(node)) throw new SupplementError(name, line, 'an entry is no list of names and values');
    return { line, fields: node.toJS(document) as Record<string, unknown> };
  });
}

function readCsv(name: string, text: string): Entry[] {
  try {
    const rows: { record: Record<string, string>; info: Info }[] = parseCsv(text, {
      columns: true,
      bom: true,
      info: true,
      skip_empty_lines: true,
    });
    return rows.map(({ record, info }) => ({ line: info.lines, fields: record }));
  } catch (error) {
    const [first = 'it cannot be read as CSV'] = (error instanceof Error ? error.message : '').split('\n');
    throw new SupplementError(name, null, first);
  }
}

/**
 * The entries of a list that a person wrote: YAML, or CSV with a header where the name ends in `.csv`. An empty file has none.
 *
 * @throws SupplementError
 */
export function readEntries(name: string, text: string): Entry[] {
  return name.toLowerCase().endsWith('.csv') ? readCsv(name, text) : readYaml(name, text);
}

/** Names that an entry may carry; a misspelt one would otherwise be dropped in silence. */
export function checkNames(name: string, { line, fields }: Entry, known: readonly string[]): void {
  for (const field of Object.keys(fields)) {
    if (!known.includes(field)) {
      throw new SupplementError(name, line, `"${field}" is not known here; known are ${known.join(', ')}`);
    }
  }
}

/** A text of an entry; empty where it is not given. Dates and numbers count as the text that stands there. */
export function textOf(name: string, { line, fields }: Entry, field: string): string {
  const value = fields[field];
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new SupplementError(name, line, `"${field}" is to be a text`);
}

export function neededText(name: string, entry: Entry, field: string): string {
  const text = textOf(name, entry, field);
  if (text === '') throw new SupplementError(name, entry.line, `"${field}" is missing`);
  return text;
}

/** An ISO date, which has to be a day of the calendar. */
export function dateOf(name: string, entry: Entry, field: string): string {
  const text = neededText(name, entry, field);
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  if (day === null || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text) {
    throw new SupplementError(name, entry.line, `"${field}" is to be a date such as 2026-01-31`);
  }
  return text;
}
