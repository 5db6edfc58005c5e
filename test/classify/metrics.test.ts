import { bootstrapInterval } from '../../classify/bootstrap.ts';
import { calibration, classScores, confusion, kappa, macroF1, setF1 } from '../../classify/metrics.ts';

describe('metrics', () => {
  const table = confusion(['a', 'a', 'b', 'b', 'b'], ['a', 'b', 'b', 'b', 'a'], ['a', 'b']);

  test('count rows as the truth and columns as the answer', () => {
    expect(table).toEqual([
      [1, 1],
      [1, 2],
    ]);
  });

  test('score each class', () => {
    expect(classScores(table)[1]).toEqual({ precision: 2 / 3, recall: 2 / 3, f1: 2 / 3, support: 3 });
    expect(macroF1(table)).toBeCloseTo((1 / 2 + 2 / 3) / 2);
  });

  test.each([
    [
      [
        [5, 0],
        [0, 5],
      ],
      1,
      'all agreed',
    ],
    [
      [
        [25, 25],
        [25, 25],
      ],
      0,
      'no better than chance',
    ],
    // Cohen 1960's form: observed 0.7, chance 0.5.
    [
      [
        [20, 5],
        [10, 15],
      ],
      0.4,
      'a worked example',
    ],
    [
      [
        [0, 5],
        [5, 0],
      ],
      -1,
      'never agreed',
    ],
  ])('kappa of %p is %p: %s', (counts, expected) => {
    expect(kappa(counts)).toBeCloseTo(expected);
  });

  test('find no calibration error where shares are as promised, and all of it where they are not', () => {
    expect(calibration([0.5, 0.5], [true, false]).error).toBeCloseTo(0);
    expect(calibration([0.95, 0.95], [false, false]).error).toBeCloseTo(0.95);
  });

  test('compare sets of codes over all items', () => {
    expect(setF1([['x', 'y'], []], [['x'], []])).toBeCloseTo(2 / 3);
  });
});

describe('bootstrapInterval', () => {
  const truth = Array.from({ length: 200 }, (_, at) => (at % 2 === 0 ? 'a' : 'b'));
  const said = truth.map((code, at) => (at % 10 === 0 ? 'b' : code));

  test('holds the value, is the same for the same seed, and narrows with more items', () => {
    const few = bootstrapInterval(truth.slice(0, 40), said.slice(0, 40), ['a', 'b'], kappa, 7);
    const many = bootstrapInterval(truth, said, ['a', 'b'], kappa, 7);
    expect(many.low).toBeLessThan(many.value);
    expect(many.high).toBeGreaterThan(many.value);
    expect(many.high - many.low).toBeLessThan(few.high - few.low);
    expect(bootstrapInterval(truth, said, ['a', 'b'], kappa, 7)).toEqual(many);
  });
});
