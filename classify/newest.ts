import type { ReadItem } from './read-item.ts';

/** The newest of several messages as an item of its own, and how much of the verdict it says by itself. */
export interface Newest {
  item: ReadItem;
  /** From 0 to `MOST`, not including it. */
  share: number;
}

/** Share that a long newest message comes near to, and the words with which it has half of that. */
const MOST = 0.5;
const HALF = 80;

/**
 * The newest message of an item that quotes older ones, without these. It tells what came of what they asked, and drowns in them where they
 * are long; the shorter it is, the less it says without what it answers. Null where there are no older messages, or nothing newer than them.
 */
export function newestOf(item: ReadItem): Newest | null {
  if (item.speakers.length < 2) return null;
  const clauses = item.clauses.filter(({ message }) => message === 0);
  if (clauses.length === item.clauses.length) return null;
  let words = 0;
  for (const { where, kind, tokens } of clauses) {
    if (where === 'body' && kind !== 'signature') words += tokens.length;
  }
  if (words === 0) return null;
  return {
    item: { ...item, clauses, speakers: item.speakers.slice(0, 1) },
    share: (MOST * words) / (words + HALF),
  };
}
