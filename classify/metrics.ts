/** Precision, recall and F1 of one class, and how often it occurs. */
export interface ClassScore {
  precision: number;
  recall: number;
  f1: number;
  support: number;
}

/** How often each pair (true, said) occurs: `table[true][said]`. */
export function confusion<T extends string>(
  truth: readonly T[],
  said: readonly T[],
  classes: readonly T[],
): number[][] {
  const table = classes.map(() => classes.map(() => 0));
  for (const [at, code] of truth.entries()) {
    const row = table[classes.indexOf(code)];
    const column = classes.indexOf(said[at]!);
    if (row !== undefined && column !== -1) row[column]! += 1;
  }
  return table;
}

/** Scores of each class of a confusion table; 0 where there is nothing to divide by. */
export function classScores(table: readonly (readonly number[])[]): ClassScore[] {
  return table.map((row, at) => {
    const support = sum(row);
    const said = sum(table.map((other) => other[at]!));
    const precision = ratio(row[at]!, said);
    const recall = ratio(row[at]!, support);
    return { precision, recall, f1: ratio(2 * precision * recall, precision + recall), support };
  });
}

/** Mean F1 over the classes that occur. */
export function macroF1(table: readonly (readonly number[])[]): number {
  const present = classScores(table).filter((score) => score.support > 0);
  return ratio(sum(present.map((score) => score.f1)), present.length);
}

/** Cohen's kappa; 1 where both sides say one and the same thing throughout. */
export function kappa(table: readonly (readonly number[])[]): number {
  const all = sum(table.map(sum));
  if (all === 0) return 0;
  const agreed = sum(table.map((row, at) => row[at]!)) / all;
  const chance = sum(table.map((row, at) => sum(row) * sum(table.map((other) => other[at]!)))) / all ** 2;
  return chance === 1 ? 1 : (agreed - chance) / (1 - chance);
}

/**
 * Expected calibration error: over ten bins of equal width, the mean distance of the share that is right from the mean
 * probability, weighted by the bin's size. Also the bins, for the reliability diagram.
 */
export function calibration(
  probabilities: readonly number[],
  right: readonly boolean[],
): { error: number; bins: { from: number; items: number; probability: number; right: number }[] } {
  const bins = Array.from({ length: 10 }, (_, at) => ({ from: at / 10, items: 0, probability: 0, right: 0 }));
  for (const [at, probability] of probabilities.entries()) {
    const bin = bins[Math.min(9, Math.floor(probability * 10))]!;
    bin.items += 1;
    bin.probability += probability;
    if (right[at]) bin.right += 1;
  }
  const error = sum(bins.map((bin) => Math.abs(bin.right - bin.probability))) / (probabilities.length || 1);
  return {
    error,
    bins: bins.map((bin) => ({
      ...bin,
      probability: ratio(bin.probability, bin.items),
      right: ratio(bin.right, bin.items),
    })),
  };
}

/** Micro-averaged F1 of sets of codes. */
export function setF1(truth: readonly (readonly string[])[], said: readonly (readonly string[])[]): number {
  let both = 0;
  let all = 0;
  for (const [at, codes] of truth.entries()) {
    const answer = said[at] ?? [];
    both += codes.filter((code) => answer.includes(code)).length;
    all += codes.length + answer.length;
  }
  return ratio(2 * both, all);
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
