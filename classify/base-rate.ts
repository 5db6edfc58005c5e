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
 * The same where a hold or a detainer is told of and nothing else of immigration: of those in labelled items 28 % are an immigration authority's;
 * in a jail's own records, where other counties, courts and parole place them, it is taken to be one in twenty.
 */
const HOLDS_RARER = 8;

/**
 * The same where nothing but ordinary words hint at it, as "national", "status" or a call that was made: of those in labelled
 * items 28 % are contacts; in an office's mail at large it is taken to be one in sixteen.
 */
const HINTS_RARER = 6;

/**
 * What of immigration shows in a record: an authority or its business, a hold that may be anybody's, words that speak of it
 * beside others and of much else by themselves, or nothing.
 */
export type Showing = 'immigration' | 'hold' | 'hint' | 'nothing';

/** Cues that speak of immigration without naming the authority, or by their `hints` in the lexicon hint at it. */
const OF_IMMIGRATION = new Set(['status', 'form', 'group287', 'ask.status']);

/** Cues of how people deal with each other and of what they fear, which may be about anything. */
const HINTS = new Set(['call.made', 'mention.fear']);

/** Words of status of which so many in one clause speak of immigration: "crossed the border illegally", "national, removed, a-file". */
const ADDED_UP = 3;

/**
 * Whether an immigration authority writes, reads or is named, or immigration itself is spoken of, be it by a clause of many hints,
 * or a hold, or there are hints of it.
 */
export function showingOf({ clauses, speakers, recipients }: ReadItem): Showing {
  for (const people of [speakers, recipients]) {
    for (const { side } of people) if (side === 'immigration') return 'immigration';
  }
  let showing: Showing = 'nothing';
  for (const { cues } of clauses) {
    let hints = 0;
    let free = 0;
    // Cues come in the order in which they begin.
    for (const cue of cues) {
      if (!isOfImmigration(cue)) continue;
      if (cue.name === HOLD) {
        if (showing === 'nothing') showing = 'hold';
        continue;
      }
      if (!isHint(cue)) return 'immigration';
      showing = 'hint';
      if (!OF_IMMIGRATION.has(cue.name) || cue.from < free) continue;
      hints += 1;
      free = cue.to;
    }
    if (hints >= ADDED_UP) return 'immigration';
  }
  return showing;
}

const HOLD = 'detainer';

/** True where immigration shows, or what may speak of it. */
export function showsImmigration(item: ReadItem): boolean {
  return showingOf(item) !== 'nothing';
}

/** True for a cue that names an immigration authority or one of its papers, speaks of immigration or hints at it. */
export function isOfImmigration({ name }: CueHit): boolean {
  return AUTHORITY.has(name) || OF_IMMIGRATION.has(name) || HINTS.has(name);
}

/** True for one that speaks of immigration only beside others. */
export function isHint({ name, hint }: CueHit): boolean {
  return hint || HINTS.has(name);
}

/**
 * From which probability a verdict stands without a person: its threshold; `not-contact`, where nothing of immigration shows or
 * mere hints of it, from no more than `UNSHOWN`, for of such records an agency has thousands.
 */
export function leastOf(showing: Showing, verdict: Verdict, thresholds: Record<string, number>): number {
  const least = thresholds[verdict] ?? 1;
  const isUnshown = showing === 'nothing' || showing === 'hint';
  return isUnshown && verdict === 'not-contact' ? Math.min(least, UNSHOWN) : least;
}

/**
 * The cells' probabilities at the base rate of a release rather than at that of the labelled items; `showing` is what
 * `showingOf` says of the item, `hides` is true where words of it are blacked out, or may be lost in a poor scan.
 */
export function atBaseRate(cells: ArrayLike<number>, showing: Showing, hides: boolean): number[] {
  const given: number[] = [];
  for (let at = 0; at < cells.length; at += 1) given.push(cells[at]!);
  const rarer = rarerWhere(showing, hides);
  if (rarer === 1) return given;
  const weighed = given.map((cell, at) => (CELLS[at]?.verdict === 'not-contact' ? cell * rarer : cell));
  const total = weighed.reduce((sum, cell) => sum + cell, 0);
  return total === 0 ? given : weighed.map((cell) => cell / total);
}

function rarerWhere(showing: Showing, hides: boolean): number {
  switch (showing) {
    case 'immigration':
      return 1;
    case 'hold':
      return hides ? 1 : HOLDS_RARER;
    case 'hint':
      return hides ? 1 : HINTS_RARER;
    case 'nothing':
      return hides ? RARER_WITH_WORDS_HIDDEN : RARER;
  }
}
