import { CELLS } from './answers.ts';
import type { Verdict } from './coding.ts';
import type { CueHit } from './cue-lexicon.ts';
import type { ReadItem } from './read-item.ts';
import { AUTHORITY } from './surroundings.ts';
import { UNSHOWN } from './training-settings.ts';

/**
 * How much rarer a contact is, in a release, among records in which nothing of immigration shows than the model takes it to be,
 * which has learned of such records only from those that are contacts after all: on left-out ones it gives contacts odds
 * of 1.6. In an agency's mail, logs and attachments at large it is taken to be one in 500; the factor is the ratio of the
 * two odds. Where words are blacked out, less follows from what does not show: a contact is taken to be one in 80.
 */
const RARER = 800;
const RARER_WITH_WORDS_HIDDEN = 130;

/**
 * The same where a hold or a detainer is told of and no authority: of those in labelled items 28 % are an immigration authority's;
 * in a jail's own records, where other counties, courts and parole place them, it is taken to be one in twenty.
 */
const HOLDS_RARER = 8;

/** What of immigration shows in a record: an authority or its business, a hold that may be anybody's, or nothing. */
export type Showing = 'immigration' | 'hold' | 'nothing';

/** Cues that speak of immigration without naming the authority. */
const OF_IMMIGRATION = new Set(['status', 'form', 'group287', 'call.made', 'ask.status', 'mention.fear']);

/** Whether an immigration authority writes, reads or is named, or immigration itself is spoken of, or a hold. */
export function showingOf({ clauses, speakers, recipients }: ReadItem): Showing {
  for (const people of [speakers, recipients]) {
    for (const { side } of people) if (side === 'immigration') return 'immigration';
  }
  let showing: Showing = 'nothing';
  for (const { cues } of clauses) {
    for (const cue of cues) {
      if (!isOfImmigration(cue)) continue;
      if (cue.name !== HOLD) return 'immigration';
      showing = 'hold';
    }
  }
  return showing;
}

const HOLD = 'detainer';

/** True where immigration shows, or a hold that may be an immigration authority's. */
export function showsImmigration(item: ReadItem): boolean {
  return showingOf(item) !== 'nothing';
}

/** True for a cue that names an immigration authority or one of its papers, or speaks of immigration. */
export function isOfImmigration({ name }: CueHit): boolean {
  return AUTHORITY.has(name) || OF_IMMIGRATION.has(name);
}

/**
 * From which probability a verdict stands without a person: its threshold, or where nothing of immigration shows no more
 * than `UNSHOWN`, for of such records an agency has thousands. `shows` is what `showsImmigration` says of the item.
 */
export function leastOf(shows: boolean, verdict: Verdict, thresholds: Record<string, number>): number {
  const least = thresholds[verdict] ?? 1;
  return shows ? least : Math.min(least, UNSHOWN);
}

/**
 * The cells' probabilities at the base rate of a release rather than at that of the labelled items; `showing` is what
 * `showingOf` says of the item, `hides` is true where words of it are blacked out.
 */
export function atBaseRate(cells: ArrayLike<number>, showing: Showing, hides: boolean): number[] {
  const given: number[] = [];
  for (let at = 0; at < cells.length; at += 1) given.push(cells[at]!);
  if (showing === 'immigration' || (showing === 'hold' && hides)) return given;
  const rarer = showing === 'hold' ? HOLDS_RARER : hides ? RARER_WITH_WORDS_HIDDEN : RARER;
  const weighed = given.map((cell, at) => (CELLS[at]?.verdict === 'not-contact' ? cell * rarer : cell));
  const total = weighed.reduce((sum, cell) => sum + cell, 0);
  return total === 0 ? given : weighed.map((cell) => cell / total);
}
