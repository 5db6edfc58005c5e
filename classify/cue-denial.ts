import type { CueHit } from './cue-lexicon.ts';
import { endsCharge, isLifted, isTakenAway, isTurned, liftsNext, takesAway } from './disposals.ts';
import { hasMarkBefore } from './token-marks.ts';
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
]);
const DENIES_AFTER = new Set(['neg', 'negative', 'denied', 'clear', 'none', 'no']);
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
/** What a "no" or a refusal before it is said of, so that it says nothing of what comes behind "and", "on" or "in". */
const OWN = new Set(
  (
    'license licence lic insurance bond bail injury injuries doubt remorse id answer interest ' +
    'problem problems showing wonder'
  ).split(' '),
);
const OWN_KIND = new Set([
  'valid',
  'apparent',
  'visible',
  'serious',
  'reported',
  "driver's",
  'drivers',
  'driver',
]);
const REFUSED = new Set(['denied', 'denies']);
/** Denials of a noun, which may open a list. */
const LISTS = new Set(['no', 'without', 'w/o', 'zero', 'neg', 'neither', 'nor']);
const OR = new Set(['or', 'nor']);
/** Kinds of cues that a court, a prosecutor or a witness can take back. */
const CHARGE = /^(?:off\.|crime\.word|infraction|warrant\.)/;
const OFFENCE = /^(?:off\.|crime\.word|infraction)/;

/** Tokens before a cue that a denial reaches over, and after it. */
const REACH = 4;
const REACH_AFTER = 2;
/** Tokens of a list that a denial at its head reaches over, and of one of its entries. */
const LIST_REACH = 8;
const ENTRY = 2;

/** True where the denial at the place is of a thing of its own, and no "or" carries it on: "no insurance and meth", but not "no ID theft". */
function deniesOther(tokens: readonly Token[], at: number, from: number): boolean {
  const { text: denial } = tokens[at]!;
  if (!LISTS.has(denial) && !REFUSED.has(denial)) return false;
  const noun = OWN_KIND.has(tokens[at + 1]?.text ?? '') ? at + 2 : at + 1;
  if (noun >= from || !OWN.has(tokens[noun]!.text)) return false;
  if (tokens[noun]!.text === 'id' && noun + 1 === from) return false;
  for (let between = noun + 1; between < from; between += 1) if (OR.has(tokens[between]!.text)) return false;
  return true;
}

/** True where the words before the cue deny it. A suspect who denies an offence takes nothing from what is alleged. */
function isDeniedBefore(text: string, tokens: readonly Token[], { name, from }: CueHit): boolean {
  const isCharge = CHARGE.test(name);
  const isStatus = name.startsWith('status');
  for (let at = from - 1; at >= Math.max(0, from - REACH); at -= 1) {
    const token = tokens[at]!;
    if (hasMarkBefore(text, tokens, at + 1, ',;:.()|')) break;
    if (ENDS.has(token.text) && token.text !== 'and') break;
    const ends = isCharge ? takesAway(tokens, at) : liftsNext(tokens, at);
    if (ends) return !isTurned(tokens, at);
    if (!DENIES.has(token.text)) continue;
    if (REFUSED.has(token.text) && OFFENCE.test(name)) return false;
    if (!isStatus && deniesOther(tokens, at, from)) continue;
    return true;
  }
  return isInDeniedList(text, tokens, from);
}

/** True where the cue stands in a list that a "no" opens and an "or" ends: "no drugs, guns or contraband". */
function isInDeniedList(text: string, tokens: readonly Token[], from: number): boolean {
  // The cue itself is a word of its entry.
  let entry = 1;
  let commas = 0;
  let joined = false;
  for (let at = from - 1; at >= Math.max(0, from - LIST_REACH); at -= 1) {
    const { text: word } = tokens[at]!;
    if (hasMarkBefore(text, tokens, at + 1, ';:.()|')) return false;
    if (hasMarkBefore(text, tokens, at + 1, ',')) {
      commas += 1;
      entry = 0;
    }
    if (LISTS.has(word)) return commas > 0 && (joined || endsInOr(text, tokens, from));
    if (OR.has(word)) {
      // A comma behind the last of the list ends it: "no wants or warrants, DUI arrest".
      if (commas > 0 && !joined) return false;
      joined = true;
      entry = 0;
      continue;
    }
    if (ENDS.has(word)) return false;
    entry += 1;
    if (entry > ENTRY) return false;
  }
  return false;
}

/** True where the list goes on from the place, by short entries, to an "or". */
function endsInOr(text: string, tokens: readonly Token[], from: number): boolean {
  let entry = 0;
  for (let at = from; at < Math.min(tokens.length, from + LIST_REACH); at += 1) {
    const { text: word } = tokens[at]!;
    if (at > from && hasMarkBefore(text, tokens, at, ';:.()|')) return false;
    if (at > from && hasMarkBefore(text, tokens, at, ',')) entry = 0;
    if (OR.has(word)) return tokens[at + 1]?.text !== 'not';
    if (ENDS.has(word)) return false;
    entry += 1;
    if (entry > ENTRY) return false;
  }
  return false;
}

/** True where the words behind the cue deny it. */
function isDeniedAfter(text: string, tokens: readonly Token[], { name, from, to }: CueHit): boolean {
  const isCharge = CHARGE.test(name);
  for (let at = to; at < Math.min(tokens.length, to + REACH_AFTER); at += 1) {
    const { text: word } = tokens[at]!;
    if (hasMarkBefore(text, tokens, at, ',;.()') || ENDS.has(word)) break;
    if (isCharge ? endsCharge(tokens, at) : isLifted(tokens, at)) return !isTurned(tokens, at);
    if (!DENIES_AFTER.has(word)) continue;
    if (word === 'denied' && (name.startsWith('off.') || isMotion(tokens, from))) continue;
    return true;
  }
  return isCharge && isTakenAway(text, tokens, to);
}

/** True where what is denied is a motion about the cue: "motion to quash the warrant denied". */
function isMotion(tokens: readonly Token[], from: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - REACH); at -= 1) {
    if (tokens[at]!.text === 'motion') return true;
  }
  return false;
}

/** True where the words around the cue deny it: those before it in its list or stretch, or those behind it. */
export function isDenied(text: string, tokens: readonly Token[], hit: CueHit): boolean {
  return isDeniedBefore(text, tokens, hit) || isDeniedAfter(text, tokens, hit);
}
