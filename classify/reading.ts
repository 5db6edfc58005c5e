import type { CoderInput } from './coding.ts';
import { type Focus, focusOn } from './focus.ts';
import type { Lexicons } from './lexicons.ts';
import { newestOf } from './newest.ts';
import { type ReadItem, readItem } from './read-item.ts';
import { FOCUS } from './training-settings.ts';

/** An item as a whole, and the part of it that is scored a second time by itself. */
export interface Reading {
  item: ReadItem;
  part: ReadPart | null;
}

/** The entries about immigration of a long record, or the newest of several messages. */
export interface ReadPart {
  item: ReadItem;
  /** How much of the scores it says, 0 to 1. */
  share: number;
  /** Where its words stand in the whole; null for a newest message, whose places are those of the whole. */
  focus: Focus | null;
}

/** Reads an item and its part. */
export function readWithPart(input: CoderInput, lexicons: Lexicons): Reading {
  const item = readItem(input, lexicons);
  const focus = focusOn(item);
  if (focus !== null) return { item, part: { item: readItem(focus.input, lexicons), share: FOCUS, focus } };
  const newest = newestOf(item);
  return { item, part: newest && { ...newest, focus: null } };
}

/** Scores of the whole, of which those of the part say their share. */
export function mixScores(whole: ArrayLike<number>, part: ArrayLike<number>, share: number): Float64Array {
  const mixed = new Float64Array(whole.length);
  for (let at = 0; at < mixed.length; at += 1) mixed[at] = (1 - share) * whole[at]! + share * part[at]!;
  return mixed;
}
