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

/** The items' inner products plus the bias, row by row; only the lower triangle is filled. */
export function innerProducts(vectors: readonly SparseVector[]): Float64Array {
  const n = vectors.length;
  const products = new Float64Array(n * n);
  const times = new Map<number, number>();
  for (const { ids } of vectors) for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1);
  const holders = new Map<number, { items: Uint32Array; values: Float64Array; length: number }>();
  for (const [item, vector] of vectors.entries()) {
    // Row by row, so that what is written to stays in the processor's cache.
    const row = products.subarray(item * n, item * n + item + 1).fill(BIAS);
    for (let at = 0; at < vector.ids.length; at += 1) {
      const id = vector.ids[at]!;
      const value = vector.values[at]!;
      let list = holders.get(id);
      if (list === undefined) {
        const room = times.get(id) ?? 0;
        list = { items: new Uint32Array(room), values: new Float64Array(room), length: 0 };
        holders.set(id, list);
      }
      list.items[list.length] = item;
      list.values[list.length] = value;
      list.length += 1;
      const { items, values, length } = list;
      for (let b = 0; b < length; b += 1) row[items[b]!]! += value * values[b]!;
    }
  }
  return products;
}

/** Rows worked on together, so that each other row is fetched once for all of them. */
const TOGETHER = 16;

/** Sum of a[p + k] b[q + k] for k below `length`, in four strands that do not wait for one another. */
function dot(a: Float64Array, p: number, b: Float64Array, q: number, length: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let k = 0;
  for (; k + 3 < length; k += 4) {
    s0 += a[p + k]! * b[q + k]!;
    s1 += a[p + k + 1]! * b[q + k + 1]!;
    s2 += a[p + k + 2]! * b[q + k + 2]!;
    s3 += a[p + k + 3]! * b[q + k + 3]!;
  }
  for (; k < length; k += 1) s0 += a[p + k]! * b[q + k]!;
  return s0 + s1 + (s2 + s3);
}

/** Replaces the lower triangle of a positive definite matrix by its Cholesky factor. */
function factorise(matrix: Float64Array, n: number): void {
  for (let first = 0; first < n; first += TOGETHER) {
    const last = Math.min(n, first + TOGETHER);
    for (let j = 0; j < last; j += 1) {
      for (let i = Math.max(j, first); i < last; i += 1) {
        const rest = matrix[i * n + j]! - dot(matrix, i * n, matrix, j * n, j);
        matrix[i * n + j] = i === j ? Math.sqrt(rest) : rest / matrix[j * n + j]!;
      }
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
  for (let first = 0; first < n; first += TOGETHER) {
    const last = Math.min(n, first + TOGETHER);
    for (let i = first; i < n; i += 1) {
      const diagonal = factor[i * n + i]!;
      for (let j = first; j < last && j <= i; j += 1) {
        inverse[j * n + i] =
          i === j ? 1 / diagonal : -dot(factor, i * n + j, inverse, j * n + j, i - j) / diagonal;
      }
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
        const from = Math.max(first, second);
        const sum = dot(inverse, first * n + from, inverse, second * n + from, n - from);
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
