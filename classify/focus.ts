import { isOfImmigration } from './base-rate.ts';
import type { CoderInput, EvidenceSpan } from './coding.ts';
import type { ReadItem } from './read-item.ts';

/** Records of fewer words are short enough to be read as a whole. */
const FEWEST_WORDS = 120;
/** A record of entries has so many lines, or so many paragraphs. */
const FEWEST_LINES = 4;
const FEWEST_PARAGRAPHS = 8;

const LINE = /\n/g;
const PARAGRAPH = /\n[ \t\r]*\n/g;

/** What is left of a long record of entries. */
export interface Focus {
  input: CoderInput;
  /** Each entry that is left: its place in the new body, `[from, to)`, and where it stands in the old one. */
  entries: { from: number; to: number; start: number }[];
}

/** Where the entries of a record begin: its paragraphs where there are many, else its lines; null for prose of a few paragraphs. */
function entriesOf(body: string): number[] | null {
  const startsBehind = (gap: RegExp): number[] => [
    0,
    ...Array.from(body.matchAll(gap), ({ 0: { length }, index }) => index + length),
  ];
  const paragraphs = startsBehind(PARAGRAPH);
  if (paragraphs.length >= FEWEST_PARAGRAPHS) return paragraphs;
  // A few paragraphs tell one thing.
  const lines = paragraphs.length < FEWEST_LINES ? startsBehind(LINE) : [];
  return lines.length >= FEWEST_LINES ? lines : null;
}

/**
 * A long record of entries, such as a shift log, with only those that show something of immigration: what stands in the others
 * is other business, whose crimes and people would be taken for the contact's. Null for other items, among them all that are of several
 * messages, and where nothing would be left out or nothing left.
 */
export function focusOn({ input, clauses, speakers }: ReadItem): Focus | null {
  if (speakers.length > 1) return null;
  const words = clauses.reduce((sum, { tokens }) => sum + tokens.length, 0);
  if (words < FEWEST_WORDS) return null;
  const { body } = input;
  const starts = entriesOf(body);
  if (starts === null) return null;
  const telling: number[] = [];
  // Clauses, and the cues in them, come in the order in which they begin.
  let at = 0;
  for (const { where, start, tokens, cues } of clauses) {
    if (where !== 'body') continue;
    for (const hit of cues) {
      if (!isOfImmigration(hit)) continue;
      const place = start + tokens[hit.from]!.start;
      while (at + 1 < starts.length && starts[at + 1]! <= place) at += 1;
      if (telling.at(-1) !== at) telling.push(at);
    }
  }
  const left: Focus = { input, entries: [] };
  let text = '';
  for (const number of telling) {
    const start = starts[number]!;
    const entry = body.slice(start, starts[number + 1]);
    left.entries.push({ from: text.length, to: text.length + entry.length, start });
    text += entry;
  }
  if (text === '' || text.trim() === body.trim()) return null;
  return { ...left, input: { ...input, body: text } };
}

/** A quote from what is left as it stands in the whole record; null where it goes over the border of an entry. */
export function placeBack(span: EvidenceSpan, { entries }: Focus): EvidenceSpan | null {
  if (span.where !== 'body') return span;
  const entry = entries.find(({ from, to }) => span.start >= from && span.end <= to);
  if (entry === undefined) return null;
  const shift = entry.start - entry.from;
  return { ...span, start: span.start + shift, end: span.end + shift };
}
