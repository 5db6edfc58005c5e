import type { Copy } from './link-copy.ts';

/** Positions (in the list of copies) that share a key: a Message-ID, a minute, or a piece of text. Ascending. */
export type Block = number[];

/** Positions fit into 21 bits beside a 32-bit key in one exact number: two million items. */
const MOST_ITEMS = 2 ** 21;

/** More items than this share a piece of text only where it is a signature or a form, which says nothing. */
const MOST_SHARING = 300;

/**
 * Groups of items among which copies are to be looked for, so that no item is compared with all others: those with one
 * Message-ID, sent in one minute (of the wall clock, or of UTC where the zone is known), or sharing one of the smallest
 * hashes of their text. For n items of bounded length: O(n log n) time, 15 n numbers of memory.
 */
export function findCandidates(copies: readonly Copy[]): Block[] {
  if (copies.length >= MOST_ITEMS) throw new RangeError(`cannot link ${copies.length} items at once`);
  const byText = blocksOf(copies, textKeys).filter((block) => block.length <= MOST_SHARING);
  return [...blocksOf(copies, headerKeys), ...byText];
}

function headerKeys(copy: Copy): number[] {
  const keys = copy.messageId === null ? [] : [hashText(copy.messageId)];
  const moment = copy.moment;
  if (moment?.wall != null) {
    keys.push(mix(moment.wall, 1));
    if (moment.offset !== null) keys.push(mix(moment.wall - moment.offset, 2));
  }
  return keys;
}

function textKeys(copy: Copy): number[] {
  return copy.sketch;
}

function blocksOf(copies: readonly Copy[], keysOf: (copy: Copy) => number[]): Block[] {
  const entries: number[] = [];
  copies.forEach((copy, at) => {
    for (const key of new Set(keysOf(copy))) entries.push(key * MOST_ITEMS + at);
  });
  const sorted = Float64Array.from(entries).sort();
  const blocks: Block[] = [];
  let block: Block = [];
  let key = -1;
  for (const entry of sorted) {
    const next = Math.floor(entry / MOST_ITEMS);
    if (next !== key) {
      if (block.length > 1) blocks.push(block);
      block = [];
      key = next;
    }
    block.push(entry - next * MOST_ITEMS);
  }
  if (block.length > 1) blocks.push(block);
  return blocks;
}

function mix(value: number, kind: number): number {
  let hash = Math.imul((value | 0) ^ Math.imul(kind, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mix(hash, 4);
}
