/**
 * How much of one text stands in another, so that copies are known through OCR noise, other line breaks, quote marks,
 * cut ends and redactions. Texts are compared as runs of folded letters and digits ("pieces") between redaction marks.
 */

/** What a redaction leaves in the text; a copy redacted elsewhere has words here. */
const REDACTION =
  /\[?\s*redact(?:ed|ion)[^\]\n]{0,60}\]?|[█■▇▉]+|\[\s*\.{0,3}withheld[^\]\n]{0,40}\]|(?<![\w.])(?:\(?b\)?\s?\(\d\)(?:\s?\([a-f]\))?|[1-9]\d?\(\d{1,2}\)\s?\([a-z]{1,3}\)(?:\([ivx]+\))*)/giu;

/** Letters that recognisers take for one another, made one on both sides. */
const SHAPES: Record<string, string> = { '0': 'o', '1': 'l', i: 'l', '|': 'l', '!': 'l', '5': 's', '8': 'b' };

/** Small letters and digits without accents, spaces and punctuation, cut at redaction marks; never an empty piece. */
export function foldText(text: string): string[] {
  const pieces: string[] = [];
  for (const piece of text.split(REDACTION)) {
    const folded = decompose(piece)
      .toLowerCase()
      .replace(/[0158i]|(?<=\p{L})[|!](?=\p{L})/gu, (letter) => SHAPES[letter] ?? letter)
      .replace(/[^\p{L}\p{N}]+/gu, '')
      .replace(/rn/g, 'm')
      .replace(/vv/g, 'w');
    if (folded !== '') pieces.push(folded);
  }
  return pieces;
}

/** Letters without their accents; plain text, by far the most, is left as it is. */
function decompose(text: string): string {
  return /[^\0-\x7f]/.test(text) ? text.normalize('NFKD') : text;
}

/** Where redaction marks stand in a text, as `[start, end)`, in order. */
export function findRedactionMarks(text: string): [number, number][] {
  return [...text.matchAll(REDACTION)].map((mark) => [mark.index, mark.index + mark[0].length]);
}

/** True where the text carries a redaction mark. */
export function hasRedaction(text: string): boolean {
  REDACTION.lastIndex = 0;
  return REDACTION.test(text);
}

const SHINGLE = 5;

/** Hashes (32 bit) of every five neighbouring letters of each piece, without repeats, in ascending order. */
export function shinglesOf(pieces: readonly string[]): Uint32Array {
  const room = pieces.reduce((sum, piece) => sum + Math.max(0, piece.length - SHINGLE + 1), 0);
  const hashes = new Uint32Array(room);
  let filled = 0;
  hashNeighbours(pieces, SHINGLE, (hash) => {
    hashes[filled++] = hash;
  });
  hashes.sort();
  let kept = 0;
  for (let at = 0; at < room; at++) {
    if (at === 0 || hashes[at] !== hashes[at - 1]) hashes[kept++] = hashes[at] ?? 0;
  }
  return hashes.slice(0, kept);
}

/** The `count` smallest of the hashes of every `length` neighbouring letters, ascending: texts that are alike share some. */
export function smallestHashes(pieces: readonly string[], length: number, count: number): number[] {
  const smallest: number[] = [];
  hashNeighbours(pieces, length, (hash) => {
    if (smallest.length === count && hash >= (smallest[count - 1] ?? 0)) return;
    let at = smallest.length;
    while (at > 0 && (smallest[at - 1] ?? 0) > hash) at--;
    if (at > 0 && smallest[at - 1] === hash) return;
    smallest.splice(at, 0, hash);
    if (smallest.length > count) smallest.pop();
  });
  return smallest;
}

/** Multiplier of the rolling hash, odd and with bits all over; any such number serves. */
const BASE = 0x01000193;

/** A polynomial hash of each window of `length` letters, rolled on by one letter at a time, mixed to spread evenly. */
function hashNeighbours(pieces: readonly string[], length: number, visit: (hash: number) => void): void {
  let leaving = 1;
  for (let at = 1; at < length; at++) leaving = Math.imul(leaving, BASE);
  for (const piece of pieces) {
    let rolling = 0;
    for (let at = 0; at < piece.length; at++) {
      if (at >= length) rolling = (rolling - Math.imul(piece.charCodeAt(at - length), leaving)) | 0;
      rolling = (Math.imul(rolling, BASE) + piece.charCodeAt(at)) | 0;
      if (at >= length - 1) visit(mixed(rolling));
    }
  }
}

function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** How many hashes two ascending lists share. */
export function countShared(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = a[i] ?? 0;
    const y = b[j] ?? 0;
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return shared;
}

/**
 * Edits (insert, delete, replace) that turn `short` into some stretch of `long`: its beginning and end in `long` are
 * free, for signatures cut off. Time is the product of the lengths, so both are first cut to `limit` letters.
 */
export function editsInside(short: string, long: string, limit = 400): number {
  const needle = short.slice(0, limit);
  const hay = long.slice(0, limit * 2);
  let row = new Uint16Array(hay.length + 1);
  for (let i = 1; i <= needle.length; i++) {
    const next = new Uint16Array(hay.length + 1);
    next[0] = i;
    for (let j = 1; j <= hay.length; j++) {
      const cost = needle.charCodeAt(i - 1) === hay.charCodeAt(j - 1) ? 0 : 1;
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost);
    }
    row = next;
  }
  return row.reduce((least, edits) => Math.min(least, edits), needle.length);
}

/** Edits that turn one text into the other, whole; both are first cut to `limit` letters. */
export function editsBetween(a: string, b: string, limit = 400): number {
  const left = a.slice(0, limit);
  const right = b.slice(0, limit);
  let row = Uint16Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let i = 1; i <= left.length; i++) {
    const next = new Uint16Array(right.length + 1);
    next[0] = i;
    for (let j = 1; j <= right.length; j++) {
      const cost = left.charCodeAt(i - 1) === right.charCodeAt(j - 1) ? 0 : 1;
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost);
    }
    row = next;
  }
  return row[right.length] ?? 0;
}

/** True where two short texts differ by no more than recognisers make them: one edit in five letters. */
export function readsAlike(a: string, b: string, share = 0.2): boolean {
  if (a === b) return true;
  const longer = Math.max(a.length, b.length);
  if (longer === 0) return true;
  const allowed = Math.floor(longer * share);
  if (Math.abs(a.length - b.length) > allowed || allowed === 0) return false;
  return editsBetween(a, b) <= allowed;
}
