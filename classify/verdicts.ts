import { CELLS } from './answers.ts';
import { VERDICTS, type Verdict } from './coding.ts';

/** Sums of the cells' probabilities by verdict. */
export function verdictProbabilities(cells: ArrayLike<number>): Record<Verdict, number> {
  const sums = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const [at, entry] of CELLS.entries()) sums[entry.verdict] += cells[at] ?? 0;
  return sums;
}

/** The verdict with the highest probability; the codebook's order breaks a tie. */
export function likeliest(probabilities: Record<Verdict, number>): Verdict {
  return VERDICTS.reduce((best, verdict) => (probabilities[verdict] > probabilities[best] ? verdict : best));
}
