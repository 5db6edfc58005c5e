import type { Item } from '../ingest/index.ts';
import { joinAlike, type Pair } from './find-copies-alike.ts';
import { findCandidates } from './find-copies-candidates.ts';
import { compareCopies, excludeEachOther } from './find-copies-compare.ts';
import { joinLikeDocuments } from './find-copies-documents.ts';
import { joinHeadless } from './find-copies-headless.ts';
import { joinUnlessExcluded } from './find-copies-join.ts';
import { joinByKnownShift } from './find-copies-shifted.ts';
import { joinBySurroundings } from './find-copies-surroundings.ts';
import { type Copy, createCopyReader } from './link-copy.ts';
import { Groups } from './link-groups.ts';

/** In a block with more groups than this only the latest are compared: a signature shared by thousands is no sign of a copy. */
const MOST_COMPARED = 40;
/** Copies of one message in a block that the next is compared with: one may be cut or redacted. */
const MOST_OF_A_GROUP = 3;

/**
 * Finds the copies of each message, document and row: groups of items, every item in exactly one. The result does not
 * depend on the order of `items`. Merges only what nothing speaks against; see `docs/linking.md`.
 */
export function findCopies(items: readonly Item[]): Copy[][] {
  const copies = items.map(createCopyReader()).sort((a, b) => (a.item.item_id < b.item.item_id ? -1 : 1));
  const groups = new Groups(copies.length);
  const alike = joinCopies(copies, groups);
  joinBySurroundings(copies, groups);
  joinAlike(copies, groups, alike);
  joinByKnownShift(copies, groups);
  joinHeadless(copies, groups);
  joinBySurroundings(copies, groups);
  joinLikeDocuments(copies, groups);
  return copies.flatMap((_, at) =>
    groups.rootOf(at) === at ? [groups.membersOf(at).map((member) => copies[member]!)] : [],
  );
}

/** Joins what is certainly one message; returns the pairs that are so only if nothing else is as like. */
function joinCopies(copies: readonly Copy[], groups: Groups): Pair[] {
  const alike: Pair[] = [];
  const judged = new Set<number>();
  for (const block of findCandidates(copies)) {
    const seen: number[] = [];
    for (const at of block) {
      if (!isMessage(copies[at]!)) continue;
      const latest = seen.slice(-MOST_COMPARED);
      for (const other of latest) {
        if (groups.rootOf(other) === groups.rootOf(at)) continue;
        if (excludeEachOther(copies[other]!, copies[at]!)) continue;
        const pair = other * copies.length + at;
        if (judged.has(pair)) continue;
        judged.add(pair);
        const verdict = compareCopies(copies[other]!, copies[at]!);
        if (verdict === 'copy') joinUnlessExcluded(copies, groups, other, at);
        else if (verdict === 'alike') alike.push([other, at]);
      }
      const known = latest.filter((other) => groups.rootOf(other) === groups.rootOf(at)).length;
      if (known < MOST_OF_A_GROUP) seen.push(at);
    }
  }
  return alike;
}

/** Messages have headers to be known by; rows and documents have only their text, and are left to stricter rules. */
function isMessage(copy: Copy): boolean {
  return copy.item.origin !== 'row' && copy.item.origin !== 'document';
}
