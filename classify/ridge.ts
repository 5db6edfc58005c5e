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

/** Rows worked on together, so that each other row is fetched once for all of them. A multiple of four. */
const TOGETHER = 16;

/** Sum of a[p + k] b[q + k] for k below `length`. */
function dot(a: Float64Array, p: number, b: Float64Array, q: number, length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k += 1) sum += a[p + k]! * b[q + k]!;
  return sum;
}

/** The same against four rows of `b` that lie `stride` apart: each number of `a` is fetched once for all four. */
function dotFour(
  a: Float64Array,
  p: number,
  b: Float64Array,
  q: number,
  stride: number,
  length: number,
  sums: Float64Array,
  at: number,
): void {
  const q1 = q + stride;
  const q2 = q1 + stride;
  const q3 = q2 + stride;
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let k = 0; k < length; k += 1) {
    const value = a[p + k]!;
    s0 += value * b[q + k]!;
    s1 += value * b[q1 + k]!;
    s2 += value * b[q2 + k]!;
    s3 += value * b[q3 + k]!;
  }
  sums[at] = s0;
  sums[at + 1] = s1;
  sums[at + 2] = s2;
  sums[at + 3] = s3;
}

/** Products of one row with each of `rows` rows of `b`, into `sums`. */
function dotRows(
  a: Float64Array,
  p: number,
  b: Float64Array,
  q: number,
  stride: number,
  length: number,
  rows: number,
  sums: Float64Array,
): void {
  let row = 0;
  for (; row + 3 < rows; row += 4) dotFour(a, p, b, q + row * stride, stride, length, sums, row);
  for (; row < rows; row += 1) sums[row] = dot(a, p, b, q + row * stride, length);
}

/** Replaces the lower triangle of a positive definite matrix by its Cholesky factor. */
function factorise(matrix: Float64Array, n: number): void {
  const sums = new Float64Array(TOGETHER);
  for (let first = 0; first < n; first += TOGETHER) {
    const last = Math.min(n, first + TOGETHER);
    for (let i = first; i < n; i += 1) {
      const rows = Math.min(last, i + 1) - first;
      dotRows(matrix, i * n, matrix, first * n, n, first, rows, sums);
      for (let j = first; j < first + rows; j += 1) {
        const near = dot(matrix, i * n + first, matrix, j * n + first, j - first);
        const rest = matrix[i * n + j]! - sums[j - first]! - near;
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
  const sums = new Float64Array(TOGETHER);
  for (let first = 0; first < n; first += TOGETHER) {
    const last = Math.min(n, first + TOGETHER);
    for (let i = first; i < n; i += 1) {
      const diagonal = factor[i * n + i]!;
      const rows = Math.min(last, i + 1) - first;
      dotRows(factor, i * n + last, inverse, first * n + last, n, Math.max(0, i - last), rows, sums);
      for (let j = first; j < first + rows; j += 1) {
        const near = dot(factor, i * n + j, inverse, j * n + j, Math.min(i, last) - j);
        inverse[j * n + i] = i === j ? 1 / diagonal : -(sums[j - first]! + near) / diagonal;
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
