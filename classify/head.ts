/**
 * A small multinomial logistic regression over scores: it turns what the linear models say, left-out, into calibrated
 * probabilities. Batches in a fixed order, so that the same input gives the same weights.
 */
export interface Head {
  mean: number[];
  scale: number[];
  /** Class by input, the constant last. */
  weights: number[][];
}

const STEPS = 120;
const RATE = 0.06;
/** Share of the steps that go over a part of the rows, one in so many; the last go over all, more slowly. */
const ROUGH = 0.6;
const ONE_IN = 4;

/**
 * Fits by Adam, first over parts of the batch and then over the whole, with an L2 penalty (constants are free). `rows` must
 * not be empty; each counts `worth` times (once where it is left out).
 */
export function trainHead(
  rows: readonly (readonly number[])[],
  classes: readonly number[],
  classCount: number,
  penalty: number,
  worth: readonly number[] = rows.map(() => 1),
): Head {
  const n = rows.length;
  const inputs = rows[0]?.length ?? 0;
  const mean = new Array<number>(inputs).fill(0);
  const scale = new Array<number>(inputs).fill(0);
  for (const row of rows) for (let j = 0; j < inputs; j += 1) mean[j]! += row[j]! / n;
  for (const row of rows) for (let j = 0; j < inputs; j += 1) scale[j]! += (row[j]! - mean[j]!) ** 2 / n;
  for (let j = 0; j < inputs; j += 1) scale[j] = Math.sqrt(scale[j]!) || 1;
  const total = worth.reduce((sum, one) => sum + one, 0);
  const width = inputs + 1;
  const data = new Float64Array(n * width).fill(1);
  for (const [i, row] of rows.entries()) {
    for (let j = 0; j < inputs; j += 1) data[i * width + j] = (row[j]! - mean[j]!) / scale[j]!;
  }
  // Room for classes in fives, as `scoreRow` takes them; the weights beyond the last class stay zero.
  const across = Math.ceil(classCount / FIVE) * FIVE;
  const size = width * across;
  const weights = new Float64Array(size);
  const slope = new Float64Array(size);
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  const sums = new Float64Array(across);
  const p = sums.subarray(0, classCount);
  for (let step = 1; step <= STEPS; step += 1) {
    slope.fill(0);
    const isRough = step <= STEPS * ROUGH;
    const every = isRough ? ONE_IN : 1;
    for (let i = isRough ? step % ONE_IN : 0; i < n; i += every) {
      scoreRow(data, i * width, width, weights, sums);
      softmaxInPlace(p);
      p[classes[i]!]! -= 1;
      for (let c = 0; c < classCount; c += 1) sums[c]! *= worth[i]!;
      sums.fill(0, classCount);
      addSlopes(data, i * width, width, sums, slope);
    }
    const rate = isRough ? RATE : RATE / 5;
    for (let w = 0; w < size; w += 1) {
      const free = w >= inputs * across;
      const g = (slope[w]! * every + (free ? 0 : penalty * weights[w]!)) / total;
      first[w] = 0.9 * first[w]! + 0.1 * g;
      second[w] = 0.99 * second[w]! + 0.01 * g * g;
      const unbiased = Math.sqrt(second[w]! / (1 - 0.99 ** step)) + 1e-6;
      weights[w]! -= (rate * (first[w]! / (1 - 0.9 ** step))) / unbiased;
    }
  }
  const byClass = Array.from({ length: classCount }, (_, c) =>
    Array.from({ length: width }, (_unused, j) => round(weights[j * across + c]!)),
  );
  return { mean: mean.map(round), scale: scale.map(round), weights: byClass };
}

/** Classes whose sums are kept in registers together; the loops over them are written out. */
const FIVE = 5;

/** Scores of all classes for the row that begins at `row`; `weights` is input by class. */
function scoreRow(
  data: Float64Array,
  row: number,
  width: number,
  weights: Float64Array,
  scores: Float64Array,
): void {
  const across = scores.length;
  for (let first = 0; first < across; first += FIVE) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let at = first;
    for (let j = 0; j < width; j += 1) {
      const value = data[row + j]!;
      a += value * weights[at]!;
      b += value * weights[at + 1]!;
      c += value * weights[at + 2]!;
      d += value * weights[at + 3]!;
      e += value * weights[at + 4]!;
      at += across;
    }
    scores[first] = a;
    scores[first + 1] = b;
    scores[first + 2] = c;
    scores[first + 3] = d;
    scores[first + 4] = e;
  }
}

/** Adds what the row and the errors of its classes say of the slope of each weight. */
function addSlopes(
  data: Float64Array,
  row: number,
  width: number,
  errors: Float64Array,
  slope: Float64Array,
): void {
  const across = errors.length;
  for (let first = 0; first < across; first += FIVE) {
    const a = errors[first]!;
    const b = errors[first + 1]!;
    const c = errors[first + 2]!;
    const d = errors[first + 3]!;
    const e = errors[first + 4]!;
    let at = first;
    for (let j = 0; j < width; j += 1) {
      const value = data[row + j]!;
      slope[at]! += value * a;
      slope[at + 1]! += value * b;
      slope[at + 2]! += value * c;
      slope[at + 3]! += value * d;
      slope[at + 4]! += value * e;
      at += across;
    }
  }
}

/** Five places: enough for the same decisions, few enough to be the same on every machine. */
function round(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}

/** Probabilities in place of log-odds. */
export function softmaxInPlace(scores: Float64Array): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < scores.length; c += 1) if (scores[c]! > highest) highest = scores[c]!;
  let sum = 0;
  for (let c = 0; c < scores.length; c += 1) {
    const power = Math.exp(scores[c]! - highest);
    scores[c] = power;
    sum += power;
  }
  for (let c = 0; c < scores.length; c += 1) scores[c]! /= sum;
}

/** Probabilities of the classes for one row of scores. */
export function applyHead({ mean, scale, weights }: Head, row: ArrayLike<number>): Float64Array {
  const inputs = mean.length;
  const p = new Float64Array(weights.length);
  const standard = new Float64Array(inputs);
  for (let j = 0; j < inputs; j += 1) standard[j] = (row[j]! - mean[j]!) / scale[j]!;
  for (let c = 0; c < p.length; c += 1) {
    const own = weights[c]!;
    let score = own[inputs]!;
    for (let j = 0; j < inputs; j += 1) score += standard[j]! * own[j]!;
    p[c] = score;
  }
  softmaxInPlace(p);
  return p;
}
