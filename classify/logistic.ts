import { createRandom } from './random.ts';
import type { SparseVector } from './vectors.ts';

const PASSES = 5;
const RATE = 0.3;
const PENALTY = 1e-5;

/** Weights of a two-class logistic regression over sparse vectors; the bias stands behind the last feature. */
export function trainLogistic(
  vectors: readonly SparseVector[],
  holds: readonly boolean[],
  features: number,
  seed: number,
): Float64Array {
  const weights = new Float64Array(features + 1);
  const squares = new Float64Array(features + 1).fill(1e-2);
  const random = createRandom(seed);
  const order = vectors.map((_, index) => index);
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (let i = order.length - 1; i > 0; i -= 1) {
      const j = Math.floor(random() * (i + 1));
      const swap = order[i]!;
      order[i] = order[j]!;
      order[j] = swap;
    }
    for (const index of order) {
      const { ids, values } = vectors[index]!;
      const error = 1 / (1 + Math.exp(-scoreOf(vectors[index]!, weights))) - (holds[index] === true ? 1 : 0);
      for (let at = 0; at < ids.length; at += 1) {
        const id = ids[at]!;
        const slope = error * values[at]! + PENALTY * weights[id]!;
        squares[id]! += slope * slope;
        weights[id]! -= (RATE * slope) / Math.sqrt(squares[id]!);
      }
      weights[features]! -= 0.02 * error;
    }
  }
  return weights;
}

/** Log-odds of one vector. */
export function scoreOf({ ids, values }: SparseVector, weights: ArrayLike<number>): number {
  let score = weights[weights.length - 1] ?? 0;
  for (let at = 0; at < ids.length; at += 1) score += values[at]! * weights[ids[at]!]!;
  return score;
}
