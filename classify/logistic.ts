import { createRandom } from './random.ts';
import type { SparseRows } from './vectors.ts';

const PASSES = 5;
const RATE = 0.3;
const PENALTY = 1e-5;

/**
 * Weights of a two-class logistic regression over sparse vectors, each of one of `kinds` kinds: of every feature, and of the bias
 * behind the last, the weight that all kinds share and then what each kind adds to it.
 */
export function trainLogistic(
  { starts, ids, values }: SparseRows,
  holds: readonly boolean[],
  kindOf: readonly number[],
  kinds: number,
  features: number,
  seed: number,
): Float64Array {
  const width = 1 + kinds;
  const weights = new Float64Array((features + 1) * width);
  const squares = new Float64Array(weights.length).fill(1e-2);
  const random = createRandom(seed);
  const order = Uint32Array.from(holds, (_, index) => index);
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (let i = order.length - 1; i > 0; i -= 1) {
      const j = Math.floor(random() * (i + 1));
      const swap = order[i]!;
      order[i] = order[j]!;
      order[j] = swap;
    }
    for (const index of order) {
      const first = starts[index]!;
      const end = starts[index + 1]!;
      const own = 1 + kindOf[index]!;
      let score = weights[features * width]! + weights[features * width + own]!;
      for (let at = first; at < end; at += 1) {
        const row = ids[at]! * width;
        score += values[at]! * (weights[row]! + weights[row + own]!);
      }
      const error = 1 / (1 + Math.exp(-score)) - (holds[index] === true ? 1 : 0);
      for (let at = first; at < end; at += 1) {
        const row = ids[at]! * width;
        const change = error * values[at]!;
        for (let place = row; place <= row + own; place += own) {
          const slope = change + PENALTY * weights[place]!;
          squares[place]! += slope * slope;
          weights[place]! -= (RATE * slope) / Math.sqrt(squares[place]!);
        }
      }
      weights[features * width]! -= 0.02 * error;
      weights[features * width + own]! -= 0.02 * error;
    }
  }
  return weights;
}
