import type { CueHit } from './cue-lexicon.ts';
import type { Word } from './word-table.ts';

/**
 * What a clause may hold that gives the words beside it and in its neighbours another meaning: "check" beside an offence is
 * not what it is beside a visa. A clause holds a sum of these.
 */
export const TOLD = { offence: 1, status: 2, authority: 4, person: 8, supposed: 16 } as const;

const OFFENCE = /^(?:off\.|crime\.word|warrant\.criminal)/;
const STATUS = /^(?:status|nationality)/;

/** What the clause holds, as a sum of the numbers of TOLD; `names` are those of its cues. */
export function whatIsTold(
  cues: readonly Pick<CueHit, 'name'>[],
  words: readonly Pick<Word, 'person' | 'supposes'>[],
  authority: boolean,
): number {
  let told = authority ? TOLD.authority : 0;
  for (const { name } of cues) {
    if (OFFENCE.test(name)) told |= TOLD.offence;
    else if (STATUS.test(name)) told |= TOLD.status;
  }
  for (const { person, supposes } of words) {
    if (person) told |= TOLD.person;
    if (supposes) told |= TOLD.supposed;
  }
  return told;
}

const DENIALS = new Set([
  'no',
  'not',
  'never',
  'none',
  'nobody',
  'nothing',
  'neither',
  'nor',
  'without',
  'w/o',
  'neg',
  'negative',
  'zero',
  'cannot',
  'cant',
  'dont',
  'didnt',
  'wont',
  'denies',
  'denied',
  'declined',
  'refused',
  'dropped',
  'dismissed',
  'unfounded',
]);

/** True for a word that denies what stands behind it. */
export function isDenial(token: string): boolean {
  return DENIALS.has(token) || token.endsWith("n't");
}

const PERSONS = new Set([
  'he',
  'she',
  'him',
  'her',
  'his',
  "he's",
  "she's",
  'subject',
  'subj',
  'suspect',
  'driver',
  'inmate',
  'male',
  'female',
  'guy',
  'kid',
  'man',
  'woman',
]);

/** True for a word for one person of whom a record speaks. */
export function isOnePerson(token: string): boolean {
  return PERSONS.has(token);
}

const SUPPOSITIONS = new Set([
  'if',
  'unless',
  'whether',
  'would',
  'could',
  'should',
  'might',
  'may',
  'maybe',
  'perhaps',
  'thought',
  'considered',
  'suggested',
  'wanted',
  'wondering',
  'asked',
]);

/** True for a word for what was thought of or asked for, and may not have come about. */
export function isSupposition(token: string): boolean {
  return SUPPOSITIONS.has(token);
}

/** Words that a denial reaches: more than for a cue, for what is denied may come late. */
const REACH = 5;

/** The stems of a clause that a denial reaches. */
export function stemsDenied(stems: Int32Array, words: readonly Pick<Word, 'denies'>[]): Int32Array {
  const reached: number[] = [];
  let left = 0;
  for (let at = 0; at < words.length; at += 1) {
    if (left > 0) reached.push(stems[at]!);
    left = words[at]!.denies ? REACH : left - 1;
  }
  return Int32Array.from(reached);
}
