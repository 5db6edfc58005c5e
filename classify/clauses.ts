import { isSpace } from './lines.ts';
import type { TextPart } from './split-parts.ts';

/** A sentence or a clause of one part of a body, `[start, end)` in UTF-16 units, without space at its ends. */
export interface Clause {
  start: number;
  end: number;
  part: TextPart;
}

// A sentence ends at . ! ? before space and a capital, digit or quote; a line ends one where it is short or the next is blank
// or a list; semicolons and dashes with space around them separate clauses.
const BREAK =
  /(?<![.!?])[.!?]+["')\]]*(?=\s+["'([]?[\p{Lu}\d█[])|(?<![.!?])[.!?]+["')\]]*\s*\n|;\s|\s{1,200}--?-?\s{1,200}|\s[–—]\s|\n/gu;
const ABBREVIATION =
  /\b(?:mr|mrs|ms|dr|st|ave|rd|blvd|sgt|lt|det|ofc|capt|dep|inv|cpl|tpr|no|nos|vs|v|jr|sr|dept|inc|co|u\.s|approx|misd|agg|poss|ref|ext|apt|a\.m|p\.m|sa|ssa|atty|pros|immig)\.$/i;
const WRAPPED = 58;
/** With what an entry of a log, a list or a chat begins: a number or time, a name before a time, a label. */
const LEAD = /^\W{0,4}(?:#?\d[\d:./-]*|[\p{L}\d.]{2,12}\s+\d{1,2}:\d\d|[^\s:]{1,15}:(?=\s))/u;
const ENUMERATED = /^\W{0,2}(?:\(?[a-z]\)|\(?\d{1,2}[.)])\s/i;
/** A number with a full stop at the start of a line: "1. Juan Lopez" is one entry. */
const LISTED = /^[\s>]*\(?\d{1,2}$/;
/** A redaction mark that has not ended: "[REDACTED - b7A]" is one word. */
const IN_MARK = /\[[^\]\n]{0,20}(?:redacted|withheld)[^\]\n]{0,40}$/i;

/** The sentences of a part, in order. Lines that were wrapped in the middle of a sentence are one. */
export function splitClauses(body: string, part: TextPart): Clause[] {
  const text = body.slice(part.start, part.end);
  const clauses: Clause[] = [];
  const widthAt = paragraphWidths(text);
  let from = 0;
  let lineStart = 0;
  const push = (to: number): void => {
    let start = from;
    let end = to;
    while (start < end && (text[start] === '>' || isSpace(text.charCodeAt(start)))) start += 1;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
    if (end - start > 1) clauses.push({ start: part.start + start, end: part.start + end, part });
    from = to;
  };
  for (const match of text.matchAll(BREAK)) {
    const end = match.index + match[0].length;
    if (
      match[0].startsWith('.') &&
      ABBREVIATION.test(text.slice(Math.max(0, match.index - 8), match.index + 1))
    ) {
      continue;
    }
    if (/[–—-]/.test(match[0]) && IN_MARK.test(text.slice(Math.max(0, match.index - 70), match.index)))
      continue;
    if (match.index - lineStart < LONGEST_NUMBER && LISTED.test(text.slice(lineStart, match.index))) continue;
    if (match[0] === '\n') {
      const line = text.slice(lineStart, match.index);
      lineStart = end;
      if (goesOn(line, text.slice(end, end + LONGEST_LEAD), widthAt(end))) continue;
    }
    if (match[0].endsWith('\n')) lineStart = end;
    push(end);
  }
  push(text.length);
  return clauses;
}

/** Letters in which a line's lead and first word lie; of a number before a full stop. */
const LONGEST_LEAD = 40;
const LONGEST_NUMBER = 12;
/** A gap between columns, and a label: such lines stand each for itself, the latter before a capital. */
const GAP = /\s{3}|\t|\|/;
const LABELLED = /^[^:]{1,28}:\s/;
/** Lines of a paragraph from which their lengths tell where a program broke them, and the length of the longest then. */
const FEWEST_LINES = 3;
const NARROWEST = 30;

/**
 * True where a line that a program broke goes on in the next, and that does not begin an entry of its own. Before a capital the
 * first word of the next line has to have been too long for the paragraph's width (0: unknown), for a writer's own lines
 * begin with capitals.
 */
function goesOn(line: string, next: string, width: number): boolean {
  const start = next.replace(/^>[> \t]*/, '');
  const word = /^\S+/.exec(start)?.[0] ?? '';
  if (word === '' || /^\s/.test(next) || ENUMERATED.test(start) || /[.!?:]\s*$/.test(line)) return false;
  if (GAP.test(line) || GAP.test(start)) return false;
  const isFull = width >= NARROWEST && line.length + 1 + word.length > width;
  if (/^[\p{Ll}\d(]/u.test(word)) {
    if (line.length < WRAPPED && !isFull) return false;
  } else if (!(isFull && /^\p{Lu}/u.test(word)) || LABELLED.test(line) || LABELLED.test(start)) return false;
  const lead = LEAD.exec(start)?.[0];
  const before = LEAD.exec(line.replace(/^[>\s]+/, ''))?.[0];
  if (lead === undefined || before === undefined) return true;
  const isNumber = (text: string): boolean => /^\W*\d/.test(text);
  return !(isNumber(lead) && isNumber(before)) && shapeOf(lead) !== shapeOf(before);
}

function shapeOf(lead: string): string {
  return lead.replace(/\d/g, '9').replace(/\p{L}+/gu, 'a');
}

/**
 * By the start of a line the width at which its paragraph was broken: that of its longest line, where in no line but the last
 * the next one's first word would have had room. 0 for other paragraphs, and for those of too few lines to tell.
 */
function paragraphWidths(text: string): (lineStart: number) => number {
  const widths = new Map<number, number>();
  if (!hasLines(text, FEWEST_LINES)) return () => 0;
  let lines: { start: number; end: number }[] = [];
  const close = (): void => {
    const width = lines.reduce((most, { start, end }) => Math.max(most, end - start), 0);
    const isFull = lines.every(({ start, end }, at) => {
      const next = lines[at + 1];
      if (next === undefined) return true;
      const word = /^[>\s]*\S+/.exec(text.slice(next.start, next.start + LONGEST_LEAD))?.[0] ?? '';
      return end - start + 1 + word.length > width;
    });
    // Entries of a list that happen to be as long as one another all begin with capitals.
    const isText = lines.some(({ start }) => /^[>\s]*\p{Ll}/u.test(text.slice(start, start + LONGEST_LEAD)));
    if (isFull && isText && lines.length >= FEWEST_LINES)
      for (const { start } of lines) widths.set(start, width);
    lines = [];
  };
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    if (!/[^\s>]/.test(text.slice(start, end))) close();
    else lines.push({ start, end });
    start = end + 1;
  }
  close();
  return (lineStart) => widths.get(lineStart) ?? 0;
}

/** True where the text has at least so many lines. */
function hasLines(text: string, least: number): boolean {
  let at = 0;
  for (let lines = 1; lines < least; lines += 1) {
    at = text.indexOf('\n', at) + 1;
    if (at === 0) return false;
  }
  return true;
}
