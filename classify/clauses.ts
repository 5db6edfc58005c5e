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
/** A redaction mark that has not ended: "[REDACTED - b7A]" is one word. */
const IN_MARK = /\[[^\]\n]{0,20}(?:redacted|withheld)[^\]\n]{0,40}$/i;

/** The sentences of a part, in order. Lines that were wrapped in the middle of a sentence are one. */
export function splitClauses(body: string, part: TextPart): Clause[] {
  const text = body.slice(part.start, part.end);
  const clauses: Clause[] = [];
  let from = 0;
  let lineStart = 0;
  const push = (to: number): void => {
    let start = from;
    let end = to;
    while (start < end && /\s|>/.test(text[start] ?? '')) start += 1;
    while (end > start && /\s/.test(text[end - 1] ?? '')) end -= 1;
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
    if (match[0] === '\n') {
      const long = match.index - lineStart >= WRAPPED;
      const next = text.slice(end, end + 1);
      lineStart = end;
      if (long && /[\p{Ll}\d(]/u.test(next)) continue;
    }
    if (match[0].endsWith('\n')) lineStart = end;
    push(end);
  }
  push(text.length);
  return clauses;
}
