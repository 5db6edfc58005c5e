import { guardPiece } from './guard-piece.ts';
import type { Issue } from './issue.ts';
import type { Item } from './item.ts';
import { quotedItems } from './quoted-items.ts';
import type { Tally } from './tally.ts';

/** The messages quoted in an item; none where the code breaks down on its text, which holds their words all the same. */
export function quotedOf(item: Item, where: string, tell: (problem: Issue) => void): Item[] {
  const says = 'The messages quoted in it could not be told apart';
  return guardPiece(
    () => quotedItems(item),
    () => [],
    { says, where },
    tell,
  );
}

/** Hands on the messages quoted in an item. */
export async function emitQuoted(item: Item, where: string, tally: Tally): Promise<void> {
  for (const quoted of quotedOf(item, where, (problem) => tally.lose(problem))) await tally.extraItem(quoted);
}
