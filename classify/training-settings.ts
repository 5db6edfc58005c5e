import type { BlockWeights } from './vectors.ts';

/** Settings of training, chosen by leaving files out (docs/model-card.md). */

export const CELL_BLOCKS: BlockWeights = {
  word: 4,
  chars: 0.9,
  cue: 1,
  near: 1.6,
  speaker: 0.7,
  older: 1,
  header: 0.6,
  story: 0.4,
  beside: 1.6,
  around: 0.6,
  record: 0.3,
};

export const FIELD_BLOCKS: BlockWeights = { word: 1, cue: 2, speaker: 0.5, header: 0.7 };

export const EVIDENCE_BLOCKS: BlockWeights = { word: 1, cue: 1, speaker: 0.5, near: 0.5, header: 0.7 };

/**
 * Items (or clauses) a feature has to occur in, for so many labelled items. Rarer ones bear on one writer's habits, and
 * make the model's file grow with the items.
 */
export function fewest(items: number): { features: number; runs: number; fields: number; clauses: number } {
  return {
    features: Math.max(3, Math.round(items / 3700)),
    runs: Math.max(10, Math.round(items / 560)),
    fields: Math.max(5, Math.round(items / 600)),
    clauses: Math.max(4, Math.round(items / 700)),
  };
}

/** Items that count more in training count at most so often where features are kept: their own words, but not all of them. */
export const MOST_OFTEN = 2;

/** Parts into which the files are dealt for predictions on files left out. */
export const FOLDS = 5;
/** The same for the further fields, whose outputs are many. */
export const FIELD_FOLDS = 3;

export const PENALTIES = { cells: 6, fields: 0.6, head: 1 };

/** A verdict is left to the coder where it was right in this share of the cases on unseen files. */
export const DECIDED_PRECISION = 0.97;

/**
 * Probability above which an item is called no contact: one half, however the rest is spread over the five verdicts of a
 * contact. Of the two errors the lost contact is the worse; on left-out files of what records say one in 140 is lost.
 */
export const SET_ASIDE = 0.5;

/** What the entries about immigration say by themselves, in a long record of entries, counts so much; all of it the rest. */
export const FOCUS = 0.4;

/** Share of all contacts that may be set aside as `not-contact` without a person looking. */
export const LOST_CONTACTS = 0.0025;

/** Where nothing of immigration shows, or mere hints, a person is asked only where a contact has more than a twentieth of the probability. */
export const UNSHOWN = 0.95;

/**
 * Probability from which a nature is said to hold: about half of the F1 that is reached, which makes F1 highest (Lipton et al.,
 * "Optimal Thresholding of Classifiers to Maximize F1 Measure", 2014).
 */
export const NATURE_FROM = 0.3;
