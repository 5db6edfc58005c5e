import type { Copy } from './link-copy.ts';
import { compareMoments, type MomentMatch } from './link-moments.ts';
import { compareLists, comparePeople, type PersonMatch } from './people.ts';
import { countShared, editsInside, readsAlike, shinglesOf } from './text-similarity.ts';

/**
 * `copy`: these two are one message. `alike`: one message unless others are as like (a notice sent daily, a print from
 * another time zone): for the caller to weigh. `other`: two messages.
 */
export type CopyVerdict = 'copy' | 'alike' | 'other';

/** Letters up to which texts are compared by edits, not by shared neighbours. */
const SHORT = 60;
/** Shares of the shorter text (0–1), see `sharedText`. Five in a hundred letters misread in each of two prints leave about 0.6. */
const MOSTLY = 0.5;
const FAIRLY = 0.62;
/** Where nothing but text and sender hold two items together. */
const NEARLY_ALL = 0.72;
/** A few redacted words in each of two prints cut many neighbours. */
const PARTLY = 0.3;
/** Letters a text needs to stand for itself without a sender; with other headers unknown; and without any. */
const UNSIGNED = 25;
const TELLING = 60;
const VERY_LONG = 120;

/** Whether two items are copies of one message, by what their headers and own text say. Symmetric. */
export function compareCopies(a: Copy, b: Copy): CopyVerdict {
  if (a.messageId !== null && b.messageId !== null) return a.messageId === b.messageId ? 'copy' : 'other';
  const when = compareMoments(a.moment, b.moment);
  if (when === 'different') return 'other';
  if (when !== 'same' && !isLong(a, b)) return 'other';
  const from = fromMatch(a, b);
  if (from === 'different') return 'other';
  const subject = subjectMatch(a, b);
  const people = recipientsMatch(a, b);
  if (people === 'different') return 'other';
  const signs = { from, subject, people };
  return when === 'same' ? compareInOneMinute(a, b, signs) : compareApart(a, b, when, signs);
}

interface Signs {
  from: PersonMatch;
  subject: PersonMatch;
  people: PersonMatch;
}

function compareInOneMinute(a: Copy, b: Copy, { from, subject, people }: Signs): CopyVerdict {
  const shared = sharedText(a, b);
  if (from === 'same' && subject === 'same') {
    return shared >= (a.redacted || b.redacted ? PARTLY : MOSTLY) ? 'copy' : 'other';
  }
  if (subject === 'different')
    return isLong(a, b) && from === 'same' && shared >= NEARLY_ALL ? 'copy' : 'other';
  // Two people whose names are redacted may both have written "Thanks" in this minute.
  if (from === 'unknown' && Math.min(a.letters, b.letters) < UNSIGNED) return 'other';
  if ([from, subject, people].includes('same')) return shared >= FAIRLY ? 'copy' : 'other';
  return isLong(a, b) && shared >= NEARLY_ALL && areOneWhole(a, b) ? 'copy' : 'other';
}

function compareApart(a: Copy, b: Copy, when: MomentMatch, { from, subject }: Signs): CopyVerdict {
  if (subject === 'different' || !sameNumbers(a, b) || sharedText(a, b) < NEARLY_ALL) return 'other';
  const headed = from === 'same' && subject === 'same';
  if (when === 'near') return headed && zonesMayDiffer(a, b) ? 'copy' : 'other';
  if (when === 'shifted' || when === 'misread') return headed && zonesMayDiffer(a, b) ? 'alike' : 'other';
  if (from === 'same') return 'alike';
  return Math.min(a.letters, b.letters) >= VERY_LONG && areOneWhole(a, b) ? 'alike' : 'other';
}

/** For two items whose clocks are known to differ by what their dates do: whether all else fits, however short the text. */
export function compareShifted(a: Copy, b: Copy): boolean {
  if (excludeEachOther(a, b) || recipientsMatch(a, b) === 'different') return false;
  return fromMatch(a, b) === 'same' && subjectMatch(a, b) === 'same' && sharedText(a, b) >= FAIRLY;
}

/** True where two items cannot be one message, whatever else links them: other ids, or dates that exclude each other. */
export function excludeEachOther(a: Copy, b: Copy): boolean {
  if (a.messageId !== null && b.messageId !== null && a.messageId !== b.messageId) return true;
  const when = compareMoments(a.moment, b.moment);
  return when === 'different' || ((when === 'shifted' || when === 'misread') && !zonesMayDiffer(a, b));
}

function isLong(a: Copy, b: Copy): boolean {
  return Math.min(a.letters, b.letters) >= TELLING;
}

/** Where no header speaks for it, a text within a longer one may be a footer that stands under many. */
function areOneWhole(a: Copy, b: Copy): boolean {
  const [left, right] = [a.whole, b.whole];
  const openings = editsInside(left.slice(0, OPENING), right.slice(0, OPENING + 8));
  return (
    openings <= OPENING * OPENING_NOISE &&
    Math.min(left.length, right.length) >= NEARLY_ALL * Math.max(left.length, right.length)
  );
}

function fromMatch(a: Copy, b: Copy): PersonMatch {
  return a.from === null || b.from === null ? 'unknown' : comparePeople(a.from, b.from);
}

/** A cut subject is the beginning of the whole one; a missing or redacted one says nothing. */
function subjectMatch(a: Copy, b: Copy): PersonMatch {
  const [left, right] = [a.subject.key, b.subject.key];
  if (left === '' || right === '') {
    return left === right && a.item.subject.trim() !== '' && b.item.subject.trim() !== ''
      ? 'same'
      : 'unknown';
  }
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  const begins = short.length >= 8 && readsAlike(short, long.slice(0, short.length));
  if (!begins && !readsAlike(left, right)) return 'different';
  // An answer and a forward can leave in one minute under one subject; a misread "RE:" must not part two prints.
  return a.subject.kind === b.subject.kind ? 'same' : 'unknown';
}

/** Copied recipients do not stand for others: one text goes to two people, both times with a copy to the chief. */
function recipientsMatch(a: Copy, b: Copy): PersonMatch {
  const to = compareLists(a.to, b.to);
  if (to !== 'different') return to;
  const moved = compareLists(a.to, b.cc) === 'same' || compareLists(a.cc, b.to) === 'same';
  return moved ? 'unknown' : 'different';
}

/** Letters at the beginning of two texts that must be alike, and the share of them that may be misread in both prints. */
const OPENING = 32;
const OPENING_NOISE = 0.35;

/**
 * Share (0–1) of the shorter own text that stands in the longer one; 0 where they open differently, for a long common end
 * may be a signature that was not told apart. Short texts lose 1 for four edits in ten letters. Where one copy has no
 * text of its own (a print cut after its headers, all blacked out) nothing speaks for or against: 0.6.
 */
export function sharedText(a: Copy, b: Copy): number {
  const [short, long] = a.letters <= b.letters ? [a, b] : [b, a];
  if (short.letters === 0) return long.letters === 0 ? 1 : 0.6;
  const blackedOut = a.redacted || b.redacted;
  if (short.whole === long.whole) return 1;
  if (!blackedOut && !opensAlike(short.whole, long.whole)) return 0;
  if (short.letters < SHORT) {
    const edits = short.pieces.reduce((sum, piece) => sum + editsInside(piece, long.whole), 0);
    return Math.max(0, 1 - edits / (short.letters * 0.4));
  }
  const left = remembered(short);
  const right = remembered(long);
  return left.length === 0 ? 0 : countShared(left, right) / Math.min(left.length, right.length);
}

/** Share (0–1) of one text that stands anywhere in another: for a stretch quoted between inline answers. */
export function sharedStretch(part: Copy, whole: Copy): number {
  const left = remembered(part);
  return left.length === 0 ? 0 : countShared(left, remembered(whole)) / left.length;
}

/** A short text is the beginning of the long one ("Thanks" stands in any thank-you); a longer one opens with the same words. */
function opensAlike(short: string, long: string): boolean {
  const opening = short.slice(0, OPENING);
  const reach = short.length < OPENING ? Math.ceil(short.length * 1.2) : OPENING * 4;
  return editsInside(opening, long.slice(0, reach)) <= opening.length * OPENING_NOISE;
}

/** Shingles are made when first needed and only the latest are kept: those of a whole release would fill the memory. */
const KEPT = 4096;
const shingles = new Map<Copy, Uint32Array>();

function remembered(copy: Copy): Uint32Array {
  const known = shingles.get(copy);
  if (known !== undefined) return known;
  const made = shinglesOf(copy.pieces);
  if (shingles.size >= KEPT) shingles.clear();
  shingles.set(copy, made);
  return made;
}

/** No more than one number in five of the shorter list is missing from the other: a misread digit, not another day's count. */
function sameNumbers(a: Copy, b: Copy): boolean {
  const [few, many] = a.numbers.size <= b.numbers.size ? [a, b] : [b, a];
  const missing = [...few.numbers].filter((number) => !many.numbers.has(number)).length;
  return missing <= few.numbers.size / 5;
}

/** Two prints in one file come from one program in one zone, read by one reader; an hour between them is an hour. */
function zonesMayDiffer(a: Copy, b: Copy): boolean {
  return a.item.origin !== b.item.origin || a.item.file_id !== b.item.file_id || a.item.origin === 'quoted';
}
