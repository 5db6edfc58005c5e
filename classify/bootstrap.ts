import type { Interval } from './evaluate.ts';
import { confusion } from './metrics.ts';
import { createRandom } from './random.ts';

const DRAWS = 500;

/**
 * A measure of a confusion table with its 95 % interval: items are drawn again with replacement 500 times, always the
 * same draws for the same seed and number of items.
 */
export function bootstrapInterval<T extends string>(
  truth: readonly T[],
  said: readonly T[],
  classes: readonly T[],
  measure: (table: number[][]) => number,
  seed: number,
): Interval {
  const value = measure(confusion(truth, said, classes));
  if (truth.length === 0) return { value, low: value, high: value };
  const cells = truth.map((code, at) => classes.indexOf(code) * classes.length + classes.indexOf(said[at]!));
  const random = createRandom(seed);
  const drawn: number[] = [];
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const table = classes.map(() => classes.map(() => 0));
    for (let at = 0; at < cells.length; at += 1) {
      const cell = cells[Math.floor(random() * cells.length)]!;
      table[Math.floor(cell / classes.length)]![cell % classes.length]! += 1;
    }
    drawn.push(measure(table));
  }
  drawn.sort((a, b) => a - b);
  return { value, low: drawn[Math.floor(DRAWS * 0.025)]!, high: drawn[Math.ceil(DRAWS * 0.975) - 1]! };
}
