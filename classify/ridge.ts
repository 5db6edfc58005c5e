import type { SparseVector } from './vectors.ts';

/**
 * Ridge regression in its dual form: with two thousand items and a hundred thousand features the items' products are
 * the smaller side. One factorisation serves every answer at once, and leaving a file out needs no second training: the
 * left-out predictions follow from the inverse (the block form of the leave-one-out identity; see Rifkin and Lippert,
 * "Notes on Regularized Least Squares", 2007).
 */
export interface RidgeFit {
  /** Dual weights, item by output. */
  alpha: Float64Array;
  /** Predictions for each item from a fit without the item's group, item by output. */
  leftOut: Float64Array;
}

/** Every item's constant part; the square of the bias feature. */
export const BIAS = 0.3;

/** The items' inner products plus the bias, row by row. */
export function innerProducts(vectors: readonly SparseVector[]): Float64Array {
  const n = vectors.length;
  const products = new Float64Array(n * n).fill(BIAS);
  const holders = new Map<number, { items: number[]; values: number[] }>();
  for (const [item, vector] of vectors.entries()) {
    for (let at = 0; at < vector.ids.length; at += 1) {
      const id = vector.ids[at]!;
      let list = holders.get(id);
      if (list === undefined) {
        list = { items: [], values: [] };
        holders.set(id, list);
      }
      list.items.push(item);
      list.values.push(vector.values[at]!);
    }
  }
  for (const { items, values } of holders.values()) {
    for (let a = 1; a < items.length; a += 1) {
      const row = items[a]! * n;
      const value = values[a]!;
      for (let b = 0; b < a; b += 1) products[row + items[b]!]! += value * values[b]!;
    }
    for (let a = 0; a < items.length; a += 1) products[items[a]! * (n + 1)]! += values[a]! ** 2;
  }
  return products;
}

/** Replaces the lower triangle of a positive definite matrix by its Cholesky factor. */
function factorise(matrix: Float64Array, n: number): void {
  for (let i = 0; i < n; i += 1) {
    const ri = i * n;
    for (let j = 0; j <= i; j += 1) {
      const rj = j * n;
      let sum = matrix[ri + j]!;
      for (let k = 0; k < j; k += 1) sum -= matrix[ri + k]! * matrix[rj + k]!;
      matrix[ri + j] = i === j ? Math.sqrt(sum) : sum / matrix[rj + j]!;
    }
  }
}

/** Solves with the factor in place: `values` is n by m. */
function solve(factor: Float64Array, n: number, values: Float64Array, m: number): void {
  for (let i = 0; i < n; i += 1) {
    for (let k = 0; k < i; k += 1) {
      const f = factor[i * n + k]!;
      for (let c = 0; c < m; c += 1) values[i * m + c]! -= f * values[k * m + c]!;
    }
    for (let c = 0; c < m; c += 1) values[i * m + c]! /= factor[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let c = 0; c < m; c += 1) values[i * m + c]! /= factor[i * n + i]!;
    for (let k = 0; k < i; k += 1) {
      const f = factor[i * n + k]!;
      for (let c = 0; c < m; c += 1) values[k * m + c]! -= f * values[i * m + c]!;
    }
  }
}

/** Row j holds column j of the inverse of the factor (from j on; zero before). */
function invertFactor(factor: Float64Array, n: number): Float64Array {
  const inverse = new Float64Array(n * n);
  for (let j = 0; j < n; j += 1) {
    const column = j * n;
    inverse[column + j] = 1 / factor[column + j]!;
    for (let i = j + 1; i < n; i += 1) {
      const row = i * n;
      let sum = 0;
      for (let k = j; k < i; k += 1) sum += factor[row + k]! * inverse[column + k]!;
      inverse[column + i] = -sum / factor[row + i]!;
    }
  }
  return inverse;
}

/**
 * Fits all outputs. `products` is used up. `targets` is item by output, `outputs` its width; `groups` names the group of
 * each item.
 */
export function fitRidge(
  products: Float64Array,
  targets: Float64Array,
  outputs: number,
  penalty: number,
  groups: readonly string[],
): RidgeFit {
  const n = groups.length;
  for (let i = 0; i < n; i += 1) products[i * (n + 1)]! += penalty;
  factorise(products, n);
  const alpha = Float64Array.from(targets);
  solve(products, n, alpha, outputs);
  const inverse = invertFactor(products, n);
  const leftOut = new Float64Array(n * outputs);
  for (const name of new Set(groups)) {
    const members = groups.flatMap((group, item) => (group === name ? [item] : []));
    const size = members.length;
    const block = new Float64Array(size * size);
    for (const [a, first] of members.entries()) {
      for (let b = 0; b <= a; b += 1) {
        const second = members[b]!;
        let sum = 0;
        for (let k = Math.max(first, second); k < n; k += 1) {
          sum += inverse[first * n + k]! * inverse[second * n + k]!;
        }
        block[a * size + b] = sum;
        block[b * size + a] = sum;
      }
    }
    factorise(block, size);
    const residual = new Float64Array(size * outputs);
    for (const [a, item] of members.entries()) {
      for (let c = 0; c < outputs; c += 1) residual[a * outputs + c] = alpha[item * outputs + c]!;
    }
    solve(block, size, residual, outputs);
    for (const [a, item] of members.entries()) {
      for (let c = 0; c < outputs; c += 1) {
        leftOut[item * outputs + c] = targets[item * outputs + c]! - residual[a * outputs + c]!;
      }
    }
  }
  return { alpha, leftOut };
}

/** Feature weights, feature by output, and the bias of each output. */
export function featureWeights(
  vectors: readonly SparseVector[],
  alpha: Float64Array,
  outputs: number,
  features: number,
): { weights: Float64Array; bias: Float64Array } {
  const weights = new Float64Array(features * outputs);
  const bias = new Float64Array(outputs);
  for (const [item, vector] of vectors.entries()) {
    const row = item * outputs;
    for (let c = 0; c < outputs; c += 1) bias[c]! += BIAS * alpha[row + c]!;
    for (let at = 0; at < vector.ids.length; at += 1) {
      const base = vector.ids[at]! * outputs;
      const value = vector.values[at]!;
      for (let c = 0; c < outputs; c += 1) weights[base + c]! += value * alpha[row + c]!;
    }
  }
  return { weights, bias };
}
