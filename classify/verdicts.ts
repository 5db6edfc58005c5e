import { CELLS } from './answers.ts';
import { VERDICTS, type Verdict } from './coding.ts';
import { SET_ASIDE } from './training-settings.ts';

const NOTHING = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;

/** Sums of the cells' probabilities by verdict. */
export function verdictProbabilities(cells: ArrayLike<number>): Record<Verdict, number> {
  const sums: Record<Verdict, number> = { ...NOTHING };
  for (let at = 0; at < CELLS.length; at += 1) sums[CELLS[at]!.verdict] += cells[at] ?? 0;
  return sums;
}

/**
 * The verdict to give. Relevance is decided first: `not-contact` where it has more than `SET_ASIDE` of the probability, for
 * a contact's share may be spread over five verdicts of which none is likelier than `not-contact` alone. Otherwise the
 * likeliest of the five; the codebook's order breaks a tie.
 */
export function chooseVerdict(probabilities: Record<Verdict, number>): Verdict {
  if (probabilities['not-contact'] > SET_ASIDE) return 'not-contact';
  return VERDICTS.filter((verdict) => verdict !== 'not-contact').reduce((best, verdict) =>
    probabilities[verdict] > probabilities[best] ? verdict : best,
  );
}
