import type { CueHit, Scope } from './cue-lexicon.ts';
import type { Token } from './tokenize.ts';

const DENIES = new Set([
  'no',
  'not',
  'never',
  'none',
  'without',
  'w/o',
  'neg',
  'zero',
  'nor',
  'neither',
  'nothing',
  'denies',
  'denied',
  "isn't",
  "wasn't",
  "aren't",
  "weren't",
  "don't",
  "doesn't",
  "didn't",
  "hasn't",
  "haven't",
  "won't",
  "can't",
  'cannot',
  'dropped',
  'dismissed',
]);
const DENIES_AFTER = new Set([
  'neg',
  'negative',
  'unfounded',
  'dismissed',
  'dropped',
  'denied',
  'clear',
  'none',
  'no',
]);
/** Words that end what a "no" before them reaches: "no warrants, but a suspended licence". */
const ENDS = new Set([
  'but',
  'however',
  'although',
  'though',
  'except',
  'only',
  'still',
  'just',
  'because',
  'so',
  'and',
]);
const PAST = new Set([
  'ago',
  'old',
  'prior',
  'priors',
  'previous',
  'previously',
  'former',
  'formerly',
  'past',
  'history',
  "'90s",
]);
const YEAR = /^(?:'\d\d|(?:19|20)\d\d)$/;

/** Tokens before a cue that a denial reaches over, and after it. */
const REACH = 4;
const REACH_AFTER = 2;

/** True where one of the marks stands between the two places. */
function hasMark(text: string, from: number, to: number, marks: string): boolean {
  for (let at = from; at < to; at += 1) if (marks.includes(text[at]!)) return true;
  return false;
}

/**
 * The scope of a cue, from the words of its clause. Commas, semicolons and words like "but" end the reach of a
 * denial; "no wants or warrants" denies both. A denial that is part of the cue's own phrase ("no wants") does not turn it.
 */
export function scopeOf(text: string, tokens: readonly Token[], hit: CueHit): Scope {
  for (let at = hit.from - 1; at >= Math.max(0, hit.from - REACH); at -= 1) {
    const token = tokens[at]!;
    if (hasMark(text, token.end, tokens[at + 1]!.start, ',;:.()')) break;
    if (ENDS.has(token.text) && token.text !== 'and') break;
    if (DENIES.has(token.text)) return 'denied';
  }
  for (let at = hit.to; at < Math.min(tokens.length, hit.to + REACH_AFTER); at += 1) {
    const token = tokens[at]!;
    if (hasMark(text, tokens[at - 1]!.end, token.start, ',;.()') || ENDS.has(token.text)) break;
    if (DENIES_AFTER.has(token.text)) return 'denied';
  }
  if (tokens.at(-1)?.text.startsWith('?') === true) return 'asked';
  for (let at = Math.max(0, hit.from - 3); at < Math.min(tokens.length, hit.to + REACH); at += 1) {
    if (at >= hit.from && at < hit.to) continue;
    const { text: word } = tokens[at]!;
    if (PAST.has(word) || YEAR.test(word)) return 'past';
  }
  return 'told';
}
