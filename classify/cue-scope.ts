import { isDenied } from './cue-denial.ts';
import type { CueHit, Scope } from './cue-lexicon.ts';
import { hasMarkBefore } from './token-marks.ts';
import type { Token } from './tokenize.ts';

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

const AGES = new Set(['year', 'years', 'yr', 'yrs', 'yo', 'y/o', 'yoa', 'month', 'months']);
/** What is itself so many years old, where it stands beside the age. */
const THINGS = new Set(
  (
    'conviction convictions arrest arrests charge charges warrant warrants case cases visa visas ' +
    'order orders misdemeanor misdemeanors detainer detainers'
  ).split(' '),
);
/** From this number of years on it is a person's age even beside such a thing: "34 year old DUI arrest". */
const GROWN = 14;
const STREETS = new Set(
  'rd road st street ave avenue hwy highway ln lane dr drive pike blvd trail trl route rte town'.split(' '),
);
/** Marks behind which a question may open, and words before its first. */
const OPENING = ',;:.()"-–—';
const LINKS = new Set(['and', 'so', 'but', 'or', 'also']);
const ASKS = new Set(['can', 'could', 'do', 'does', 'did', 'are', 'is', 'will', 'would', 'any', 'you']);
/** With what else a question may begin, or a case that is only supposed. */
const SUPPOSES = new Set(
  (
    'who what when where why how which have has had was were should shall may might am if whether ' +
    "wondering isn't doesn't didn't aren't what's who's where's when's how's unless before once"
  ).split(' '),
);

/** Tokens before a cue and behind it among which a word of the past tells of it. */
const PAST_BEFORE = 3;
const PAST_AFTER = 4;
/** Tokens before and behind a cue among which the opening of a question is looked for. */
const ASKED_WITHIN = 30;

/** True where a question, or a case that is only supposed, opens at the place: "And where is", "2. If he", "tell me: is". */
function asksFrom(text: string, tokens: readonly Token[], at: number): boolean {
  const { text: word } = tokens[at]!;
  if (!ASKS.has(word) && !SUPPOSES.has(word)) return false;
  if (at === 0 || hasMarkBefore(text, tokens, at, OPENING)) return true;
  const { text: before } = tokens[at - 1]!;
  return before.startsWith('?') || (at === 1 && LINKS.has(before));
}

/** True where the question proper opens behind what is told: ", can you run him", "- any chance". */
function goesOnToAsk(text: string, tokens: readonly Token[], at: number): boolean {
  const { text: word } = tokens[at]!;
  if (!ASKS.has(word) || !hasMarkBefore(text, tokens, at, ',-–—')) return false;
  return word !== 'any' || tokens[at + 1]?.text === 'chance';
}

/** True where the clause asks and the cue belongs to the question: "booked for DUI, can you run him?" asks nothing of the DUI. */
function isAsked(text: string, tokens: readonly Token[], { from, to }: CueHit): boolean {
  if (tokens.at(-1)?.text.startsWith('?') !== true) return false;
  for (let at = from; at >= Math.max(0, from - ASKED_WITHIN); at -= 1) {
    if (asksFrom(text, tokens, at)) return true;
  }
  for (let at = to; at < Math.min(tokens.length, to + ASKED_WITHIN); at += 1) {
    if (goesOnToAsk(text, tokens, at)) return false;
  }
  return true;
}

/** True where "old" tells somebody's age: "34 year old male"; not that of a paper or a case: "a 2 year old arrest". */
function isAge(tokens: readonly Token[], at: number): boolean {
  if (!AGES.has(tokens[at - 1]?.text ?? '')) return false;
  const isThing = (place: number): boolean => THINGS.has(tokens[place]?.text ?? '');
  if (isThing(at - 3) || isThing(at - 4) || tokens[at - 3]?.text === 'than') return false;
  return Number(tokens[at - 2]?.text) >= GROWN || !(isThing(at + 1) || isThing(at + 2));
}

/** True where "Old" at the place is part of a name: "Old Mill Rd", "near Old Town". */
function isInName(text: string, tokens: readonly Token[], at: number, { from }: CueHit): boolean {
  const next = tokens[at + 1];
  if (next === undefined || from === at + 1) return false;
  if (STREETS.has(tokens[at + 2]?.text ?? '') || STREETS.has(tokens[at + 3]?.text ?? '')) return true;
  const { start, end } = tokens[at]!;
  return at > 0 && text.slice(start, end) === 'Old' && /\p{Lu}/u.test(text[next.start]!);
}

/** True for a word of the past that is one here: "34 years old", "prior to" and "Old Mill Rd" tell of none. */
function isPast(text: string, tokens: readonly Token[], at: number, hit: CueHit): boolean {
  const { text: word } = tokens[at]!;
  if (!PAST.has(word)) return YEAR.test(word);
  if (word === 'prior') return tokens[at + 1]?.text !== 'to';
  return word !== 'old' || !(isAge(tokens, at) || isInName(text, tokens, at, hit));
}

/**
 * The scope of a cue, from the words of its clause. Commas, semicolons and words like "but" end the reach of a
 * denial; "no wants or warrants" denies both. A denial that is part of the cue's own phrase ("no wants") does not turn it.
 */
export function scopeOf(text: string, tokens: readonly Token[], hit: CueHit): Scope {
  if (isDenied(text, tokens, hit)) return 'denied';
  if (isAsked(text, tokens, hit)) return 'asked';
  for (
    let at = Math.max(0, hit.from - PAST_BEFORE);
    at < Math.min(tokens.length, hit.to + PAST_AFTER);
    at += 1
  ) {
    if ((at < hit.from || at >= hit.to) && isPast(text, tokens, at, hit)) return 'past';
  }
  return 'told';
}
