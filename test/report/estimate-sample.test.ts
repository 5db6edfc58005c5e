import { betaBinomial } from '../../report/beta-binomial.ts';
import { type Cell, estimateParts } from '../../report/estimate-parts.ts';
import { exactShare } from '../../report/exact-interval.ts';

const ENDLESS = 1_000_000_000;

describe('the exact interval of a share', () => {
  // Clopper and Pearson's limits, as tables and R's binom.test give them.
  test.each([
    [10, 0, 0, 0.3085],
    [10, 1, 0.0025, 0.445],
    [10, 5, 0.1871, 0.8129],
    [10, 10, 0.6915, 1],
    [100, 2, 0.0024, 0.0704],
  ])(
    'of a large population, %i drawn and %i hits, is that of Clopper and Pearson',
    (drawn, hits, low, high) => {
      const found = exactShare(ENDLESS, drawn, hits);
      expect(found?.low).toBeCloseTo(low, 4);
      expect(found?.high).toBeCloseTo(high, 4);
    },
  );

  // Worked out from the hypergeometric distribution by trying every number of hits.
  test.each([
    [50, 20, 3, 0.06, 0.32],
    [500, 60, 0, 0, 0.056],
    [1000, 100, 10, 0.052, 0.172],
    [7, 3, 3, 3 / 7, 1],
  ])(
    'of %i units, %i drawn and %i hits, is narrower by what was drawn',
    (population, drawn, hits, low, high) => {
      expect(exactShare(population, drawn, hits)).toEqual({ value: hits / drawn, low, high });
    },
  );

  test('is a point where all was drawn, and nothing where nothing was', () => {
    expect(exactShare(20, 20, 3)).toEqual({ value: 0.15, low: 0.15, high: 0.15 });
    expect(exactShare(20, 0, 0)).toBeNull();
  });
});

describe('the beta-binomial source', () => {
  test('has the quantiles of the distribution', () => {
    const source = betaBinomial(100, 3.5, 7.5);
    expect([0.025, 0.25, 0.5, 0.75, 0.975].map(source)).toEqual([8, 21, 31, 41, 62]);
  });

  test('has the mean of the distribution', () => {
    const source = betaBinomial(1000, 4.5, 16.5);
    const draws = Array.from({ length: 10_000 }, (_, i) => source((i + 0.5) / 10_000));
    expect(draws.reduce((a, b) => a + b, 0) / draws.length).toBeCloseTo((1000 * 4.5) / 21, 0);
  });

  test('draws large populations in steps, and nothing of none', () => {
    expect(betaBinomial(300_000, 0.5, 60.5)(0.975) / 12_251).toBeCloseTo(1, 2);
    expect(betaBinomial(0, 3.5, 4.5)(0.7)).toBe(0);
  });
});

function cell(population: number, coded: number, hits: number): Cell {
  return { population, coded, hits, open: coded === 0 };
}

describe('precision, recall and the true number', () => {
  test('are the stratified estimates', () => {
    const { precision, recall, total, elusion } = estimateParts({
      counted: [cell(300, 30, 27), cell(100, 20, 10)],
      passed: [cell(1000, 50, 1), cell(100, 10, 4)],
    });
    // 270 + 50 found of 400; 20 + 40 passed over of 1,100.
    expect(precision?.value).toBeCloseTo(320 / 400, 10);
    expect(recall?.value).toBeCloseTo(320 / 380, 10);
    expect(total?.value).toBeCloseTo(380, 10);
    expect(elusion?.value).toBeCloseTo(60 / 1100, 10);
  });

  test('have no interval left where people have coded everything', () => {
    const { precision, recall, total } = estimateParts({
      counted: [cell(10, 10, 8)],
      passed: [cell(40, 40, 2)],
    });
    expect(precision).toEqual({ value: 0.8, low: 0.8, high: 0.8 });
    expect(recall).toEqual({ value: 0.8, low: 0.8, high: 0.8 });
    expect(total).toEqual({ value: 10, low: 10, high: 10 });
  });

  test('do not call recall certain because the sample holds no miss', () => {
    const { recall, elusion } = estimateParts({ counted: [cell(100, 50, 50)], passed: [cell(5000, 60, 0)] });
    expect(recall?.value).toBe(1);
    expect(recall?.high).toBe(1);
    expect(recall?.low).toBeLessThan(0.5);
    expect(elusion?.low).toBe(0);
    expect(elusion?.high).toBeGreaterThan(0.02);
    expect(elusion?.high).toBeLessThan(0.06);
  });

  test('say nothing of what nobody has coded', () => {
    const { precision, recall, total } = estimateParts({
      counted: [cell(10, 5, 5)],
      passed: [cell(40, 0, 0)],
    });
    expect(precision?.value).toBe(1);
    expect([recall, total]).toEqual([null, null]);
  });

  test('are null where there is nothing to take a share of', () => {
    const { precision, recall, total } = estimateParts({ counted: [], passed: [cell(40, 40, 0)] });
    expect([precision, recall]).toEqual([null, null]);
    expect(total).toEqual({ value: 0, low: 0, high: 0 });
  });

  // Units, hits and drawn of each stratum.
  type Truth = readonly [number, number, number];
  const MANY: readonly Truth[] = [
    [300, 6, 15],
    [200, 4, 12],
    [200, 3, 12],
    [100, 2, 8],
    [90, 1, 8],
    [80, 2, 8],
    [60, 1, 6],
    [3000, 3, 40],
    [400, 2, 15],
    [40, 0, 10],
  ];
  test.each<[string, readonly Truth[], readonly Truth[]]>([
    [
      'few strata',
      [[300, 270, 40]],
      [
        [2000, 20, 80],
        [100, 15, 30],
      ],
    ],
    [
      'many strata that hold few hits',
      [
        [40, 34, 15],
        [60, 40, 20],
      ],
      MANY,
    ],
    [
      'many strata that are nearly all right',
      Array.from({ length: 10 }, () => [200, 198, 20] as const),
      [[2000, 10, 60]],
    ],
  ])('hold the truth in about 95 of 100 samples of %s', (_name, counted, passed) => {
    let state = 12_345;
    const uniform = () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return state / 4_294_967_296;
    };
    const drawFrom = ([population, hits, drawn]: Truth): Cell => {
      let [left, found, rest] = [hits, 0, population];
      for (let i = 0; i < drawn; i += 1) {
        if (uniform() < left / rest) {
          found += 1;
          left -= 1;
        }
        rest -= 1;
      }
      return cell(population, drawn, found);
    };
    const sum = (truths: readonly Truth[], at: 0 | 1) => truths.reduce((all, one) => all + one[at], 0);
    const [found, missed] = [sum(counted, 1), sum(passed, 1)];
    const truth = {
      recall: found / (found + missed),
      precision: found / sum(counted, 0),
      total: found + missed,
    };
    const held = { recall: 0, precision: 0, total: 0 };
    const runs = 100;
    for (let i = 0; i < runs; i += 1) {
      const estimates = estimateParts({ counted: counted.map(drawFrom), passed: passed.map(drawFrom) });
      for (const name of ['recall', 'precision', 'total'] as const) {
        const one = estimates[name];
        if (one !== null && one.low <= truth[name] && truth[name] <= one.high) held[name] += 1;
      }
    }
    expect(Math.min(held.recall, held.precision, held.total)).toBeGreaterThanOrEqual(88);
  });

  test('are the same however a stratum is cut', () => {
    const whole = estimateParts({ counted: [cell(400, 40, 36)], passed: [cell(8000, 80, 0)] });
    const cut = estimateParts({
      counted: [cell(400, 40, 36)],
      passed: Array.from({ length: 8 }, () => cell(1000, 10, 0)),
    });
    expect(cut.elusion?.high).toBeGreaterThan((whole.elusion?.high ?? 0) * 0.75);
    expect(cut.elusion?.high).toBeLessThan((whole.elusion?.high ?? 0) * 1.35);
  });
});
