import {
  fitAll,
  fitRidge,
  layRows,
  type RidgeFit,
  scoreLeftOut,
  weightsByFeature,
} from '../../classify/ridge.ts';

/** Twelve items over six features, each with two of them. */
const VECTORS = Array.from({ length: 12 }, (_, at) => ({
  ids: Uint32Array.from([at % 6, (at * at + 1) % 6 === at % 6 ? (at + 1) % 6 : (at * at + 1) % 6]),
  values: Float64Array.from([1, 0.5]),
}));
const FEATURES = 6;
/** Seven outputs: more than are fitted together, and no multiple of it. */
const WIDTH = 7;
const TARGETS = Float64Array.from({ length: 12 * WIDTH }, (_, at) => ((at * 5) % 7 < 3 ? 1 : -1));
const PENALTY = 0.5;
const all = VECTORS.map((_, at) => at);

/** Score of each item and output by a fit's weights. */
function scoresBy(fit: RidgeFit, rows: ReturnType<typeof layRows>): number[] {
  const weights = weightsByFeature(fit, rows, WIDTH);
  return VECTORS.flatMap(({ ids, values }) =>
    Array.from({ length: WIDTH }, (_, c) =>
      ids.reduce((sum, id, at) => sum + values[at]! * weights[id * WIDTH + c]!, fit.bias[c]!),
    ),
  );
}

describe('fitRidge', () => {
  test('settles where what is left of each target is the penalty times the item’s dual weight', () => {
    const rows = layRows(VECTORS, FEATURES);
    const fit = fitRidge(rows, TARGETS, WIDTH, PENALTY, all, 400);
    const scores = scoresBy(fit, rows);
    for (const [at, score] of scores.entries()) {
      const c = at % WIDTH;
      const dual = fit.bands[Math.floor(c / 5)]!.alpha[Math.floor(at / WIDTH) * 5 + (c % 5)]!;
      expect(TARGETS[at]! - score).toBeCloseTo(PENALTY * dual, 4);
    }
  });

  test('an item that counts three times is fitted as if it were there three times', () => {
    const worths = all.map((item) => (item === 4 ? 3 : 1));
    const weighed = scoresBy(
      fitRidge(layRows(VECTORS, FEATURES, worths), TARGETS, WIDTH, PENALTY, all, 400),
      layRows(VECTORS, FEATURES),
    );
    const thrice = [...VECTORS, VECTORS[4]!, VECTORS[4]!];
    const rows = layRows(thrice, FEATURES);
    const again = TARGETS.subarray(4 * WIDTH, 5 * WIDTH);
    const fit = fitRidge(
      rows,
      Float64Array.from([...TARGETS, ...again, ...again]),
      WIDTH,
      PENALTY,
      thrice.map((_, at) => at),
      400,
    );
    for (const [at, score] of scoresBy(fit, rows).entries()) expect(weighed[at]).toBeCloseTo(score, 4);
  });

  test('an output is fitted the same whatever stands beside it', () => {
    const rows = layRows(VECTORS, FEATURES);
    const together = weightsByFeature(fitAll(rows, TARGETS, WIDTH, PENALTY), rows, WIDTH);
    for (let c = 0; c < WIDTH; c += 1) {
      const own = Float64Array.from(all, (item) => TARGETS[item * WIDTH + c]!);
      const alone = weightsByFeature(fitAll(rows, own, 1, PENALTY), rows, 1);
      expect([...alone]).toEqual(Array.from(alone, (_, id) => together[id * WIDTH + c]));
    }
  });
});

describe('scoreLeftOut', () => {
  test('an item’s own target has no part in its score', () => {
    const rows = layRows(VECTORS, FEATURES);
    const folds = all.map((at) => at % 3);
    const score = (targets: Float64Array, item: number) => {
      const start = fitRidge(rows, TARGETS, WIDTH, PENALTY, all, 2);
      const scores = scoreLeftOut(rows, targets, WIDTH, PENALTY, folds, start);
      return [...scores.subarray(item * WIDTH, item * WIDTH + WIDTH)];
    };
    const turned = TARGETS.map((target, at) => (Math.floor(at / WIDTH) === 4 ? -target : target));
    expect(score(turned, 4)).toEqual(score(TARGETS, 4));
    expect(score(turned, 5)).not.toEqual(score(TARGETS, 5));
  });
});
