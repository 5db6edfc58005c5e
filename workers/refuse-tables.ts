import { RunError } from '../case/index.ts';
import { assertMasked, type FlatTable, type Mask, MaskError } from '../report/index.ts';

/** Ids made from content and stamps of the release: letters in them are nobody's name. */
const CODES: ReadonlySet<string> = new Set([
  'sha256',
  'file_id',
  'item_id',
  'exchange_id',
  'contact_id',
  'incident_id',
  'bates',
]);

/** The cells of a table in which a name could stand. */
export function namesAndWords({ columns, rows }: FlatTable): string[] {
  const read = columns.flatMap((name, i) => (CODES.has(name) ? [] : [i]));
  return rows.flatMap((row) => read.map((i) => row[i]).filter((cell) => typeof cell === 'string'));
}

/**
 * The last look at the public tables. Returns the error with which the run has to end once the working edition is written,
 * or null where no private string of the mask stands in them.
 */
export function refuseTables(tables: readonly FlatTable[], mask: Mask): RunError | null {
  const cells = tables.flatMap(namesAndWords);
  try {
    assertMasked('the public tables', cells.join('\n\n'), mask);
    return null;
  } catch (error) {
    if (!(error instanceof MaskError)) throw error;
    return new RunError(`${error.message}: name them in a --mask file and write the report again`);
  }
}
