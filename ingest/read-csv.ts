import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import iconv from 'iconv-lite';
import { detectTable, type TableShape } from './detect-table.ts';
import { emitRow } from './emit-row.ts';
import { issue } from './issue.ts';
import type { Reader, Reading } from './reader.ts';
import { columnRoles } from './table-columns.ts';
import type { TableFile } from './table-row.ts';
import { Unreadable } from './unreadable.ts';

/** Characters from the beginning that show the table's shape. */
const SAMPLE_CHARS = 256 * 1024;
/** A cell longer than this is a quotation mark that is never closed. */
const MAX_RECORD_CHARS = 4 * 1024 * 1024;

function decoded({ source, format }: Reading): AsyncIterable<string | Buffer> {
  return createReadStream(source.location).pipe(iconv.decodeStream(format.encoding ?? 'utf-8'));
}

async function findShape(reading: Reading): Promise<TableShape> {
  let sample = '';
  let cut = false;
  for await (const chunk of decoded(reading)) {
    sample += String(chunk);
    cut = sample.length >= SAMPLE_CHARS;
    if (cut) break;
  }
  const shape = detectTable(sample, cut);
  if (!shape) throw new Unreadable('damaged', 'The columns of the table cannot be told.');
  return shape;
}

/** Reads a delimited table row by row. It promises one item a record; the heading and what stands above it are none. */
export const readCsv: Reader = async (reading) => {
  const { source, file_id, format, tally, limits } = reading;
  if (format.guessed)
    tally.note(
      issue('encoding-guessed', `The text was taken to be ${format.encoding}; nothing in it says so.`),
    );
  const shape = await findShape(reading);
  const { path, sha256, parent_id } = source;
  const file: TableFile = { file_id, path, sha256, parent_id, headings: [], roles: columnRoles([]) };
  const parser = parse({
    delimiter: shape.delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: MAX_RECORD_CHARS,
  });
  createReadStream(source.location)
    .on('error', (error) => parser.destroy(error))
    .pipe(iconv.decodeStream(format.encoding ?? 'utf-8'))
    .pipe(parser);
  let number = 0;
  for await (const cells of parser as AsyncIterable<string[]>) {
    number += 1;
    if (number === (shape.heading ?? -1) + 1) {
      file.headings = cells;
      file.roles = columnRoles(cells);
      continue;
    }
    if (number > limits.max_rows)
      throw new Unreadable(
        'too-large',
        `The table has more than ${limits.max_rows} rows; the rest is not read.`,
      );
    tally.promise(1);
    await emitRow({ number, cells }, file, tally);
  }
};
