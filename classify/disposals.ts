import { hasMarkBefore } from './token-marks.ts';
import type { Token } from './tokenize.ts';

/** What became of a charge that came to nothing, where the one word says so. */
const ENDED = new Set([
  'dismissed',
  'dropped',
  'unfounded',
  'acquitted',
  'expunged',
  'vacated',
  'recanted',
  'unarrested',
  'no-billed',
  'no-bill',
  'no-filed',
  'no-file',
  'no-papered',
  'no-paper',
]);
/** Words that say so only in certain company: "DA declined", but "declined the breath test"; "judge tossed it", but "tossed the bag". */
const ENDED_BY_COURT = new Set(['declined', 'tossed']);
const COURT = new Set([
  'da',
  'ada',
  'ausa',
  'usao',
  'sao',
  'prosecutor',
  'prosecutors',
  'pros',
  'prosecution',
  'state',
  'court',
  'courts',
  'judge',
  'magistrate',
  'jury',
  'attorney',
]);
/** With what a refusal to prosecute goes on. */
const TO_PROSECUTE = new Set(['prosecute', 'prosecution', 'charge', 'charges', 'file', 'filing', 'indict']);
/** "dropped off at the jail", "dropped a detainer", "vacated the premises": something else was done. */
const NOT_ENDED_BEFORE = new Set([
  'off',
  'at',
  'in',
  'with',
  'w',
  'from',
  'back',
  'his',
  'this',
  'that',
  'my',
  'two',
  'names',
  'numbers',
  'him',
  'her',
  'them',
  'out',
  'down',
  'a',
  'an',
  'paper',
  'paperwork',
  'premises',
  'house',
  'apartment',
]);
/** What may stand between a charge and the word for its end; any other word may be another charge. */
const BETWEEN = new Set([
  ...(
    'charge charges case cases count counts arrest arrests conviction convictions citation ' +
    'citations was were got get been be have has had is are later all both since then ' +
    'subsequently eventually but and by the it that which they county degree'
  ).split(' '),
  ...COURT,
]);
const FURTHEST = 5;

/** What else may be declined than a charge: "the state declined extradition". */
const NO_CHARGE = new Set(['extradition', 'bail', 'plea', 'offer']);
/** Who declines what was asked of them, and no charge: "told ICE about the burglary and they declined". */
const ASKED = new Set(['they', 'it', 'he', 'she', 'ice', 'ero', 'hsi', 'bp', 'cbp', 'ins', 'agents']);

const PASSIVE = new Set(['was', 'were', 'been', 'be', 'being', 'got', 'is', 'are']);
/** What a court is said to have dismissed, or when, where the charge has been named before. */
const SAME = new Set('charge charges case cases count counts matter same next following day'.split(' '));

const NEGATIONS = new Set(
  (
    "not never isn't wasn't aren't weren't don't doesn't didn't hasn't haven't won't can't cannot " +
    "hadn't wouldn't"
  ).split(' '),
);

const LESSENED = new Set(['reduced', 'amended', 'pled', 'plead', 'pleaded', 'pleads', 'dropped', 'lowered']);
const SMALL = new Set(['ticket', 'tickets', 'cite', 'citation', 'infraction', 'violation']);
const SMALL_KIND = new Set([
  'a',
  'an',
  'the',
  'traffic',
  'civil',
  'minor',
  'municipal',
  'simple',
  'noncriminal',
]);

/** True where "dropped", "declined" and the like stand at the place and say that a charge came to nothing. */
export function endsCharge(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]!.text;
  const next = tokens[at + 1]?.text ?? '';
  if (ENDED_BY_COURT.has(word)) {
    if (COURT.has(tokens[at - 1]?.text ?? '')) return !NO_CHARGE.has(next);
    if (next === 'by') return COURT.has(tokens[at + 2]?.text ?? '') || COURT.has(tokens[at + 3]?.text ?? '');
    return word === 'declined' && (TO_PROSECUTE.has(next) || TO_PROSECUTE.has(tokens[at + 2]?.text ?? ''));
  }
  if (ENDED.has(word)) {
    const object = next === 'the' ? (tokens[at + 2]?.text ?? '') : next;
    return !NOT_ENDED_BEFORE.has(object);
  }
  return word.startsWith('nolle') || (/^nol(?:-|$)/.test(word) && /pros/.test(word + next));
}

/** Of what is no charge, these alone say that it is gone: a hold may be dropped, but nobody is acquitted of a visa. */
const LIFTED = new Set(['dropped', 'dismissed', 'vacated', 'unfounded']);

/** True where a paper, a status or a call is said at the place to be gone. */
export function isLifted(tokens: readonly Token[], at: number): boolean {
  return LIFTED.has(tokens[at]!.text) && endsCharge(tokens, at);
}

/** True where the two or three words before the place turn it round: "were not dropped", "will not be dropped". */
export function isTurned(tokens: readonly Token[], at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 3); before -= 1) {
    const word = tokens[before]!.text;
    if (NEGATIONS.has(word)) return true;
    if (!BETWEEN.has(word)) return false;
  }
  return false;
}

/** True where what is gone stands before: "the count was dismissed the day …"; "was acquitted of", "is dismissed on" go on to it. */
function pointsBack(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.text;
  return PASSIVE.has(tokens[at - 1]?.text ?? '') && next !== 'of' && next !== 'on';
}

/** True where what is gone is named behind: "and the prosecutor dismissed the larceny". */
function pointsOn(tokens: readonly Token[], at: number): boolean {
  if (PASSIVE.has(tokens[at - 1]?.text ?? '')) return false;
  return tokens[at + 1]?.text === 'the' && !SAME.has(tokens[at + 2]?.text ?? '');
}

/** True where the words at the place say of the charge behind them that it is gone: "acquitted of", "cleared of", "unrelated to". */
export function takesAway(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]!.text;
  if (word === 'cleared') return tokens[at + 1]?.text === 'of';
  if (word === 'unrelated') return tokens[at + 1]?.text === 'to';
  return endsCharge(tokens, at) && !pointsBack(tokens, at);
}

/** True where the paper or status behind the place is said to be gone: "dropped the hold". */
export function liftsNext(tokens: readonly Token[], at: number): boolean {
  return isLifted(tokens, at) && tokens[at]!.text !== 'unfounded' && !pointsBack(tokens, at);
}

/** True where "to a ticket" or the like goes on from the place. */
function goesDownToTicket(tokens: readonly Token[], at: number): boolean {
  let to = at + 1;
  if (tokens[to]?.text === 'down' || tokens[to]?.text === 'guilty') to += 1;
  if (tokens[to]?.text !== 'to') return false;
  to += 1;
  while (to < at + 5 && SMALL_KIND.has(tokens[to]?.text ?? '')) to += 1;
  return SMALL.has(tokens[to]?.text ?? '') && tokens[to + 1]?.text !== 'of';
}

/**
 * True where the charge that ends before `from` is said to have come to nothing, or to a ticket: "DUI charges were all dropped",
 * "robbery (dismissed)", "DUI reduced to a ticket". Only words that are no charge of their own may stand between.
 */
export function isTakenAway(text: string, tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < Math.min(tokens.length, from + FURTHEST); at += 1) {
    const { text: word } = tokens[at]!;
    if (hasMarkBefore(text, tokens, at, ';.')) return false;
    if (LESSENED.has(word) && goesDownToTicket(tokens, at)) return true;
    if (endsCharge(tokens, at)) return !pointsOn(tokens, at);
    if (word === 'declined' && at === tokens.length - 1) return !ASKED.has(tokens[at - 1]!.text);
    if (!BETWEEN.has(word) && !/^\d/.test(word)) return false;
  }
  return false;
}
