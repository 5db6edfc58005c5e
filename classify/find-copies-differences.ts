import type { Item } from '../ingest/index.ts';
import { readPeople } from './people.ts';
import { splitSignature } from './people-signature.ts';
import { findRedactionMarks, foldText, readsAlike } from './text-similarity.ts';

/** Words that one copy of a message shows and another blacks out. */
export interface Uncovered {
  /** `[start, end)` in the `body` of the item that shows them. */
  start: number;
  end: number;
  quote: string;
}

interface Word {
  /** Folded; empty for a redaction. */
  text: string;
  start: number;
  end: number;
}

/** Words on either side of a redaction by which its place is found in the other copy. */
const CONTEXT = 3;
/** Words that one redaction may hide; beyond it, the places found do not belong together. */
const MOST_HIDDEN = 80;

/**
 * What `shown` has in the places that `hidden`, a copy of the same message, blacks out: in order, nothing twice. A place
 * is found by three words on each side (fewer at the ends of the text), read with tolerance for misread letters; where
 * they are not found, or found in two places, nothing is claimed.
 */
export function findUncovered(shown: Item, hidden: Item): Uncovered[] {
  const open = wordsOf(shown);
  const covered = wordsOf(hidden);
  const found = covered.flatMap((word, at): Uncovered[] => {
    if (word.text !== '') return [];
    const start = endOfContext(open, covered.slice(0, at));
    if (start === null) return [];
    const end = startOfContext(open, covered.slice(at + 1), start);
    const [first, last] = [open[start], end === null ? undefined : open[end - 1]];
    if (first === undefined || last === undefined || end === null || end <= start) return [];
    if (open.slice(start, end).every((other) => other.text === '')) return [];
    return [{ start: first.start, end: last.end, quote: shown.body.slice(first.start, last.end) }];
  });
  return found.filter((one, at) => at === 0 || one.start >= (found[at - 1]?.end ?? 0));
}

/** Words and redactions of an item's own text, redactions that touch as one. */
function wordsOf(item: Item): Word[] {
  const { text } = splitSignature(item, readPeople(item.from)[0]);
  const offset = item.body.indexOf(text);
  const marks = findRedactionMarks(text).map(([start, end]) => ({ text: '', start, end }));
  const words = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)].flatMap((match): Word[] => {
    const [start, end] = [match.index, match.index + match[0].length];
    if (marks.some((mark) => start < mark.end && end > mark.start)) return [];
    const folded = foldText(match[0]).join('');
    return folded === '' ? [] : [{ text: folded, start, end }];
  });
  const all = [...words, ...marks].sort((a, b) => a.start - b.start);
  return all
    .filter((word, at) => word.text !== '' || all[at - 1]?.text !== '')
    .map((word) => ({ ...word, start: word.start + offset, end: word.end + offset }));
}

/** The place in `open` right behind the words that end `before`; null where there is none or more than one. */
function endOfContext(open: readonly Word[], before: readonly Word[]): number | null {
  if (before.length === 0) return 0;
  const context = visible(before.slice(-CONTEXT).reverse()).reverse();
  return context.length === 0 ? null : only(placesOf(open, context, 0, open.length), context.length);
}

/** The first place in `open` from `from` on where the words that begin `after` stand. */
function startOfContext(open: readonly Word[], after: readonly Word[], from: number): number | null {
  if (after.length === 0) return open.length;
  const context = visible(after.slice(0, CONTEXT));
  return context.length === 0 ? null : (placesOf(open, context, from, from + MOST_HIDDEN)[0] ?? null);
}

/** Words up to the next redaction. */
function visible(words: readonly Word[]): Word[] {
  const end = words.findIndex((word) => word.text === '');
  return words.slice(0, end < 0 ? words.length : end);
}

function placesOf(open: readonly Word[], context: readonly Word[], from: number, to: number): number[] {
  const places: number[] = [];
  for (let at = from; at <= Math.min(to, open.length - context.length); at++) {
    if (context.every((word, nth) => readsAlike(word.text, open[at + nth]?.text ?? ''))) places.push(at);
  }
  return places;
}

function only(places: readonly number[], length: number): number | null {
  const [place, ...others] = places;
  return place === undefined || others.length > 0 ? null : place + length;
}
