import type { Copy } from './link-copy.ts';
import type { Groups } from './link-groups.ts';
import { countShared, readsAlike, shinglesOf } from './text-similarity.ts';

/** Letters below which two rows or documents are not told to be copies: "ICE assist" stands in many rows. */
const SHORTEST_ROW = 30;
const SHORTEST_DOCUMENT = 200;
/** Share (0–1) of each of two attachments that stands in the other. */
const MOSTLY = 0.5;
/** Letters up to which attachments are compared letter by letter. */
const SHORT = 60;
/** Attachments of one message that are compared with one another. */
const MOST_ATTACHED = 200;

/** Joins rows and stand-alone documents that two files repeat letter for letter, and attachments of copies of a message. */
export function joinLikeDocuments(copies: readonly Copy[], groups: Groups): void {
  joinRepeated(copies, groups, rowKey);
  joinRepeated(copies, groups, documentKey);
  joinAttachments(copies, groups);
}

/**
 * The first with these words in one file is the first in another, the second the second: a row that a log repeats stays
 * repeated.
 */
function joinRepeated(copies: readonly Copy[], groups: Groups, keyOf: (copy: Copy) => string | null): void {
  const first = new Map<string, number>();
  const counted = new Map<string, number>();
  copies.forEach((copy, at) => {
    const key = keyOf(copy);
    if (key === null) return;
    const inFile = `${copy.item.file_id} ${key}`;
    const nth = (counted.get(inFile) ?? 0) + 1;
    counted.set(inFile, nth);
    const other = first.get(`${nth} ${key}`);
    if (other === undefined) first.set(`${nth} ${key}`, at);
    else groups.join(other, at);
  });
}

/** Only rows that name a time or number of their own. */
function rowKey({ item, letters, numbers, pieces }: Copy): string | null {
  if (item.origin !== 'row' || letters < SHORTEST_ROW) return null;
  if (![...numbers].some((number) => number.length >= 4)) return null;
  return `${item.date ?? ''} ${pieces.join(' ')}`;
}

/** All letters must agree: a form filled in for another person differs in a name. */
function documentKey({ item, letters, pieces }: Copy): string | null {
  if (item.origin !== 'document' || item.parent_id !== null || letters < SHORTEST_DOCUMENT) return null;
  return pieces.join(' ');
}

/**
 * One attachment under two copies of its message, also through reading noise. A flyer attached to two different messages
 * stays with each of them: taken from one, its exchange would lose words.
 */
function joinAttachments(copies: readonly Copy[], groups: Groups): void {
  const position = new Map(copies.map((copy, at) => [copy.item.item_id, at]));
  const byMessage = new Map<number, number[]>();
  copies.forEach(({ item }, at) => {
    const parent = item.parent_id === null ? undefined : position.get(item.parent_id);
    if (item.origin !== 'document' || parent === undefined) return;
    const message = groups.rootOf(parent);
    const attached = byMessage.get(message);
    if (attached === undefined) byMessage.set(message, [at]);
    else attached.push(at);
  });
  for (const attached of byMessage.values()) {
    if (attached.length > MOST_ATTACHED) continue;
    for (const [place, at] of attached.entries()) {
      const other = attached.slice(0, place).find((before) => isSameAttachment(copies[before]!, copies[at]!));
      if (other !== undefined) groups.join(other, at);
    }
  }
}

function isSameAttachment(a: Copy, b: Copy): boolean {
  if (a.item.parent_id === b.item.parent_id) return false;
  if (Math.min(a.letters, b.letters) < SHORT) return readsAlike(a.whole, b.whole);
  const left = shinglesOf(a.pieces);
  const right = shinglesOf(b.pieces);
  return countShared(left, right) >= MOSTLY * Math.max(left.length, right.length);
}
