import { parse } from 'csv-parse/sync';
import { detectTable } from './detect-table.ts';
import { emitQuoted } from './emit-quoted.ts';
import { guardPiece } from './guard-piece.ts';
import { issue } from './issue.ts';
import type { Item } from './item.ts';
import { loadColumns } from './load-file-columns.ts';
import { recordItem } from './load-file-record.ts';
import { opticonDocuments } from './opticon.ts';
import { loadText } from './read-text.ts';
import type { Reader } from './reader.ts';
import { Unreadable } from './unreadable.ts';

/** The signs of a Concordance load file: DC4 between fields, a thorn around them. */
const SEPARATOR = '\u0014';
const QUOTE = '\u00fe';
/** Characters from the beginning that show a delimited table's shape. */
const SAMPLE_CHARS = 256 * 1024;

function readRecords(text: string): string[][] {
  const dat = text.startsWith(QUOTE);
  const shape = dat ? null : detectTable(text.slice(0, SAMPLE_CHARS), text.length > SAMPLE_CHARS);
  if (!dat && !shape) throw new Unreadable('damaged', 'The columns of the load file cannot be told.');
  const records: string[][] = parse(text, {
    delimiter: shape?.delimiter ?? SEPARATOR,
    ...(dat ? { quote: QUOTE, escape: QUOTE } : {}),
    record_delimiter: ['\n', '\r\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    skip_records_with_empty_values: true,
  });
  return records.slice(shape?.heading ?? 0);
}

/**
 * Reads a load file (Concordance DAT, or a table of the same content): a record an item, with its numbers, its people and its
 * dates from the fields. Texts, natives and pictures beside it are bound to the records when the whole release is known.
 */
export const readLoadFile: Reader = async (reading) => {
  const { tally, limits } = reading;
  const [headings, ...records] = readRecords(await loadText(reading));
  if (headings === undefined) throw new Unreadable('empty-file', 'The load file has no headings.');
  const columns = loadColumns(headings);
  for (const [index, cells] of records.entries()) {
    if (index >= limits.max_rows)
      throw new Unreadable(
        'too-large',
        `The load file has more than ${limits.max_rows} records; the rest is not read.`,
      );
    tally.promise(1);
    const where = `row ${index + 1}`;
    const item = guardPiece<Item | null>(
      () => recordItem(cells, index + 1, columns, reading),
      () => null,
      { says: 'The record could not be read', where },
      (problem) => tally.fail(problem),
    );
    if (item === null) continue;
    await tally.keepItem(item);
    await emitQuoted(item, where, tally);
  }
};

/** Reads a list of page images (Opticon, OPT). It holds no words; its documents are bound to the records of the load file. */
export const readOpticon: Reader = async (reading) => {
  const documents = opticonDocuments(await loadText(reading));
  if (documents.length === 0)
    reading.tally.lose(issue('empty-file', 'The list of page images has no pages.'));
};
