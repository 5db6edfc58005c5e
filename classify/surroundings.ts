import type { Word } from './word-table.ts';

/**
 * What a clause may hold that gives the words beside it and in its neighbours another meaning: "check" beside an offence is
 * not what it is beside a visa. A clause holds a sum of these.
 */
export const TOLD = { offence: 1, status: 2, authority: 4, person: 8, supposed: 16 } as const;

const OFFENCE = /^(?:off\.|crime\.word|warrant\.criminal)/;
const STATUS = /^(?:status|nationality)/;

/** Cues that name an immigration authority or one of its papers. */
export const AUTHORITY: ReadonlySet<string> = new Set([
  'ice',
  'ero',
  'hsi',
  'cbp',
  'uscis',
  'lesc',
  'dhs',
  'detainer',
  'warrant.admin',
]);

/** What a cue of the name tells, as a number of TOLD; 0 for none of these. */
export function toldByCue(name: string): number {
  if (AUTHORITY.has(name)) return TOLD.authority;
  if (OFFENCE.test(name)) return TOLD.offence;
  return STATUS.test(name) ? TOLD.status : 0;
}

/** What the words of a clause tell beside its cues, as a sum of the numbers of TOLD. */
export function toldByWords(words: readonly Pick<Word, 'person' | 'supposes'>[]): number {
  let told = 0;
  for (let at = 0; at < words.length; at += 1) {
    if (words[at]!.person) told |= TOLD.person;
    if (words[at]!.supposes) told |= TOLD.supposed;
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

const BEGINS = new Set(['and', 'but', 'so', 'because', 'bc', 'who', 'which', 'if', 'unless', 'until']);

/** True for a word with which a piece of a clause begins (`pieces.ts`). */
export function beginsPiece(token: string): boolean {
  return BEGINS.has(token);
}

/** Words that a denial reaches: more than for a cue, for what is denied may come late. */
const REACH = 5;

/** The stems of a clause that a denial reaches. */
export function stemsDenied(
  stems: readonly number[],
  words: readonly Pick<Word, 'denies'>[],
): readonly number[] {
  const reached: number[] = [];
  let left = 0;
  for (let at = 0; at < words.length; at += 1) {
    if (left > 0) reached.push(stems[at]!);
    left = words[at]!.denies ? REACH : left - 1;
  }
  return reached;
}
