import {
  BAND,
  type BandFit,
  beginFit,
  improveFit,
  layRows,
  type Rows,
  solveBand,
} from '../../classify/ridge.ts';
import { solveRidge } from '../../classify/ridge-threads.ts';

/** Twelve items over six features, each with two of them. */
const VECTORS = Array.from({ length: 12 }, (_, at) => ({
  ids: Uint32Array.from([at % 6, (at * at + 1) % 6 === at % 6 ? (at + 1) % 6 : (at * at + 1) % 6]),
  values: Float64Array.from([1, 0.5]),
}));
const FEATURES = 6;

/** The vectors laid out as two lists; each counts once where nothing else is said. */
function lay(vectors: typeof VECTORS, worths: readonly number[] = vectors.map(() => 1)): Rows {
  const rowsOf = (some: typeof VECTORS) => ({
    starts: Uint32Array.from([0, ...some.map((_, at) => 2 * (at + 1))]),
    ids: Uint32Array.from(some.flatMap(({ ids }) => [...ids])),
    values: Float64Array.from(some.flatMap(({ values }) => [...values])),
  });
  return layRows([rowsOf(vectors.slice(0, 9)), rowsOf(vectors.slice(9))], FEATURES, worths);
}

const PENALTY = 0.5;
const all = VECTORS.map((_, at) => at);
const someTargets = (width: number) =>
  Float64Array.from({ length: 12 * width }, (_, at) => ((at * 5) % 7 < 3 ? 1 : -1));
const TARGETS = someTargets(BAND);

function settle(rows: Rows, targets: Float64Array, kept: readonly number[]): BandFit {
  const fit = beginFit(rows);
  improveFit(fit, rows, targets, PENALTY, kept, 400);
  return fit;
}

/** Score of each item and output by a fit's weights. */
function scoresBy({ weights, bias }: Pick<BandFit, 'weights' | 'bias'>, { places }: Rows): number[] {
  return VECTORS.flatMap(({ ids, values }) =>
    Array.from({ length: BAND }, (_, c) =>
      ids.reduce((sum, id, at) => sum + values[at]! * weights[places[id]! * BAND + c]!, bias[c]!),
    ),
  );
}

describe('improveFit', () => {
  test('settles where what is left of each target is the penalty times the item’s dual weight', () => {
    const rows = lay(VECTORS);
    const fit = settle(rows, TARGETS, all);
    for (const [at, score] of scoresBy(fit, rows).entries())
      expect(TARGETS[at]! - score).toBeCloseTo(PENALTY * fit.alpha[at]!, 4);
  });

  test('an item that counts three times is fitted as if it were there three times', () => {
    const worths = all.map((item) => (item === 4 ? 3 : 1));
    const rows = lay(VECTORS, worths);
    const weighed = scoresBy(settle(rows, TARGETS, all), rows);
    const thrice = [...VECTORS, VECTORS[4]!, VECTORS[4]!];
    const moreRows = lay(thrice);
    const again = TARGETS.subarray(4 * BAND, 5 * BAND);
    const fit = settle(
      moreRows,
      Float64Array.from([...TARGETS, ...again, ...again]),
      thrice.map((_, at) => at),
    );
    for (const [at, score] of scoresBy(fit, moreRows).entries()) expect(weighed[at]).toBeCloseTo(score, 4);
  });
});

describe('solveBand', () => {
  test('an item’s score comes from a fit without its fold', () => {
    const rows = lay(VECTORS);
    const folds = all.map((at) => at % 3);
    const { leftOut } = solveBand({ rows, targets: TARGETS, penalty: PENALTY, folds });
    for (const fold of [0, 1, 2]) {
      const kept = all.filter((item) => folds[item] !== fold);
      const scores = scoresBy(settle(rows, TARGETS, kept), rows);
      const out = all.filter((item) => folds[item] === fold);
      for (const at of out.flatMap((item) => [0, 1, 2, 3, 4].map((c) => item * BAND + c)))
        expect(Math.abs(leftOut[at]! - scores[at]!)).toBeLessThan(0.1);
    }
  });
});

test('a row that counts zero times teaches nothing, and is scored by the fit without its fold', () => {
  const folds = all.map((at) => at % 3);
  const alone = solveBand({ rows: lay(VECTORS), targets: TARGETS, penalty: PENALTY, folds });
  // The vectors of items 4 and 5 once more, as parts of items of folds 0 and 2.
  const more = [...VECTORS, VECTORS[4]!, VECTORS[5]!];
  const rows = lay(more, [...all.map(() => 1), 0, 0]);
  const targets = new Float64Array(more.length * BAND).fill(7);
  targets.set(TARGETS);
  const solved = solveBand({ rows, targets, penalty: PENALTY, folds: [...folds, 0, 2] });
  const weightsOf = (weights: Float32Array, { places }: Rows) =>
    Array.from({ length: FEATURES }, (_, id) => [
      ...weights.subarray(places[id]! * BAND, places[id]! * BAND + BAND),
    ]);
  expect(weightsOf(solved.weights, rows)).toEqual(weightsOf(alone.weights, lay(VECTORS)));
  expect(solved.leftOut.subarray(0, 12 * BAND)).toEqual(alone.leftOut);
  // Item 5 is of fold 2 as its part is; item 4 is of fold 1, and its part of fold 0.
  expect(solved.leftOut.subarray(13 * BAND)).toEqual(alone.leftOut.subarray(5 * BAND, 6 * BAND));
  expect(solved.leftOut.subarray(12 * BAND, 13 * BAND)).not.toEqual(
    alone.leftOut.subarray(4 * BAND, 5 * BAND),
  );
});

describe('solveRidge', () => {
  test('an output is fitted the same whatever stands beside it', () => {
    // More outputs than are fitted together, and no multiple of it.
    const width = 7;
    const targets = someTargets(width);
    const rows = lay(VECTORS);
    const folds = all.map((at) => at % 3);
    const together = solveRidge(rows, targets, width, PENALTY, folds);
    for (let c = 0; c < width; c += 1) {
      const own = Float64Array.from(all, (item) => targets[item * width + c]!);
      const alone = solveRidge(rows, own, 1, PENALTY, folds);
      expect([...alone.weights]).toEqual(
        Array.from(alone.weights, (_, id) => together.weights[id * width + c]),
      );
      expect([...alone.leftOut]).toEqual(all.map((item) => together.leftOut[item * width + c]));
      expect(alone.bias[0]).toBe(together.bias[c]);
    }
  });
});
