import { findCandidates } from './find-copies-candidates.ts';
import type { Copy } from './link-copy.ts';
import type { Groups } from './link-groups.ts';
import { countShared, shinglesOf } from './text-similarity.ts';

/** Letters below which two rows or documents are not told to be copies: "ICE assist" stands in many rows. */
const SHORTEST_ROW = 30;
const SHORTEST_DOCUMENT = 200;
/** Share (0–1) of each text that stands in the other. */
const MOSTLY = 0.5;
/** In a block of more documents only the latest are compared. */
const MOST_COMPARED = 20;

/** Joins rows that two files repeat word for word, and documents that are one in all but reading noise. */
export function joinLikeDocuments(copies: readonly Copy[], groups: Groups): void {
  joinRows(copies, groups);
  const position = new Map(copies.map((copy, at) => [copy.item.item_id, at]));
  const parentOf = (copy: Copy): number | null => {
    const parent = copy.item.parent_id === null ? undefined : position.get(copy.item.parent_id);
    return parent === undefined ? null : groups.rootOf(parent);
  };
  for (const block of findCandidates(copies)) {
    const seen: number[] = [];
    for (const at of block) {
      const copy = copies[at]!;
      if (copy.item.origin !== 'document' || copy.letters < SHORTEST_DOCUMENT) continue;
      for (const other of seen.slice(-MOST_COMPARED)) {
        if (groups.rootOf(other) === groups.rootOf(at)) continue;
        if (isSameDocument(copies[other]!, copy, parentOf)) groups.join(other, at);
      }
      seen.push(at);
    }
  }
}

/**
 * One attachment under two copies of its message, also through reading noise; or one stand-alone document in two files,
 * only if all its letters agree: a form filled in for another person differs in a name. A flyer attached to two
 * different messages stays with each of them: taken from one, its exchange would lose words.
 */
function isSameDocument(a: Copy, b: Copy, parentOf: (copy: Copy) => number | null): boolean {
  const parent = parentOf(a);
  if (parent !== parentOf(b)) return false;
  if (parent === null) return a.item.file_id !== b.item.file_id && a.pieces.join(' ') === b.pieces.join(' ');
  if (a.item.parent_id === b.item.parent_id) return false;
  const left = shinglesOf(a.pieces);
  const right = shinglesOf(b.pieces);
  return countShared(left, right) >= MOSTLY * Math.max(left.length, right.length);
}

/**
 * The first row with these words in one file is the first in another, the second the second: a row that a log repeats
 * stays repeated. Only rows that name a time or number of their own.
 */
function joinRows(copies: readonly Copy[], groups: Groups): void {
  const first = new Map<string, number>();
  const counted = new Map<string, number>();
  copies.forEach((copy, at) => {
    if (copy.item.origin !== 'row' || copy.letters < SHORTEST_ROW) return;
    if (![...copy.numbers].some((number) => number.length >= 4)) return;
    const words = `${copy.item.date ?? ''} ${copy.pieces.join(' ')}`;
    const inFile = `${copy.item.file_id} ${words}`;
    const nth = (counted.get(inFile) ?? 0) + 1;
    counted.set(inFile, nth);
    const key = `${nth} ${words}`;
    const other = first.get(key);
    if (other === undefined) first.set(key, at);
    else groups.join(other, at);
  });
}
