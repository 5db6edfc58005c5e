import { RunError } from '../case/index.ts';
import { assertMasked, type FlatTable, type Mask, MaskError } from '../report/index.ts';

/**
 * The last look at the public tables. Returns the error with which the run has to end once the working edition is written,
 * or null where no private string of the mask stands in them.
 */
export function refuseTables(tables: readonly FlatTable[], mask: Mask): RunError | null {
  const cells = tables.flatMap(({ rows }) => rows.flat().filter((cell) => typeof cell === 'string'));
  try {
    assertMasked('the public tables', cells.join('\n\n'), mask);
    return null;
  } catch (error) {
    if (!(error instanceof MaskError)) throw error;
    return new RunError(`${error.message}: name them in a --mask file and write the report again`);
  }
}
