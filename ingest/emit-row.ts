import { guardPiece } from './guard-piece.ts';
import type { Item } from './item.ts';
import { rowItem, type TableFile, type TableRow } from './table-row.ts';
import type { Tally } from './tally.ts';

/** Hands on one promised row of a table; one on which the code breaks down is counted as failed. */
export async function emitRow(row: TableRow, file: TableFile, tally: Tally): Promise<void> {
  const item = guardPiece<Item | null>(
    () => rowItem(row, file),
    () => null,
    { says: 'The row could not be read', where: `${file.sheet ?? ''}row ${row.number}` },
    (problem) => tally.fail(problem),
  );
  if (item !== null) await tally.keepItem(item);
}
