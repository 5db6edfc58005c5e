import { FIELDS } from './answers.ts';

/**
 * For each yes-or-no field the score from which saying "yes" gives the best F1 on left-out predictions. Direction and
 * number of persons need none: the highest score is taken.
 */
export function chooseThresholds(
  leftOut: readonly (readonly number[])[],
  targets: readonly (readonly number[])[],
): Record<string, number> {
  const chosen: Record<string, number> = {};
  for (const [output, field] of FIELDS.entries()) {
    if (field.startsWith('direction=') || field.startsWith('persons=')) continue;
    const pairs = leftOut
      .map((row, at) => ({ score: row[output] ?? -1, holds: targets[at]?.[output] === 1 }))
      .sort((a, b) => b.score - a.score);
    const all = pairs.filter((pair) => pair.holds).length;
    let best = -1;
    let threshold = 0;
    let right = 0;
    for (const [at, pair] of pairs.entries()) {
      if (pair.holds) right += 1;
      const f1 = (2 * right) / (at + 1 + all);
      const next = pairs[at + 1]?.score ?? -1;
      if (f1 > best && next < pair.score) {
        best = f1;
        threshold = (pair.score + next) / 2;
      }
    }
    chosen[field] = Math.round(threshold * 1000) / 1000;
  }
  return chosen;
}
