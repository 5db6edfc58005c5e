import { NO_POLICY } from '../../case/index.ts';
import type { Exchange, Verdict } from '../../classify/index.ts';
import type { FrameUnit } from '../../report/index.ts';
import { allocate, leastSize, listStrata } from '../../review/allocate.ts';
import { drawSample } from '../../review/draw-sample.ts';
import { drawUnits } from '../../review/draw-units.ts';
import { listFrame } from '../../review/list-frame.ts';
import { exchange, file, item, page } from '../report/sample.ts';

function strata(populations: Record<string, number>, doubt = 0.1) {
  return Object.entries(populations).map(([stratum, population]) => ({ stratum, population, doubt }));
}

function total(sizes: ReadonlyMap<string, number>): number {
  return [...sizes.values()].reduce((a, b) => a + b, 0);
}

describe('the allocation', () => {
  const list = strata({
    'status-only.sure': 40,
    'status-only.review': 2,
    'mixed.review': 300,
    'not-contact.sure': 5000,
    'not-contact.review': 60,
    'page-unread': 30,
  });

  test.each([17, 18, 60, 200, 333, 1000, 5432, 9999])(
    'of %i units sums to it, or to all there are',
    (size) => {
      const sizes = allocate(list, size);
      const all = list.reduce((sum, { population }) => sum + population, 0);
      expect(total(sizes)).toBe(Math.min(size, all));
      for (const { stratum, population } of list) {
        expect(sizes.get(stratum)).toBeGreaterThanOrEqual(Math.min(3, population));
        expect(sizes.get(stratum)).toBeLessThanOrEqual(population);
      }
    },
  );

  test('halves what is left between what was counted and what was set aside, a tenth for unread pages', () => {
    const sizes = allocate(strata({ 'mixed.sure': 900, 'not-contact.sure': 9000, 'page-unread': 900 }), 209);
    expect([...sizes]).toEqual([
      ['mixed.sure', 93],
      ['not-contact.sure', 93],
      ['page-unread', 23],
    ]);
  });

  test('looks more closely where codes are in doubt', () => {
    const sizes = allocate(
      [
        { stratum: 'mixed.review', population: 500, doubt: 0.4 },
        { stratum: 'mixed.sure', population: 500, doubt: 0.03 },
      ],
      100,
    );
    // sqrt(0.4 × 0.6) to sqrt(0.03 × 0.97), of the 94 that the least leaves over.
    expect([...sizes.values()]).toEqual([3 + 70, 3 + 24]);
  });

  test('needs three a stratum, or all of a smaller one', () => {
    expect(leastSize(list)).toBe(17);
    expect(leastSize([])).toBe(0);
  });
});

describe('the draw', () => {
  const frame: FrameUnit[] = Array.from({ length: 200 }, (_, i) => ({
    unit: `x_${i}`,
    kind: 'exchange',
    stratum: i < 50 ? 'mixed.sure' : 'not-contact.sure',
  }));
  const sizes = new Map([
    ['mixed.sure', 20],
    ['not-contact.sure', 30],
  ]);
  const names = (units: readonly FrameUnit[]) => units.map(({ unit }) => unit);

  test('is the same for the same seed, in whatever order the units come', () => {
    expect(names(drawUnits(frame, sizes, 'a'))).toEqual(names(drawUnits([...frame].reverse(), sizes, 'a')));
  });

  test('is another one for another seed', () => {
    expect(names(drawUnits(frame, sizes, 'a'))).not.toEqual(names(drawUnits(frame, sizes, 'b')));
  });

  test('takes what was asked of each stratum, and nothing twice', () => {
    const drawn = drawUnits(frame, sizes, 'a');
    expect(new Set(names(drawn)).size).toBe(50);
    expect(drawn.filter(({ stratum }) => stratum === 'mixed.sure')).toHaveLength(20);
  });

  test('mixes the strata, so that the place in the sheet tells nothing', () => {
    const order = drawUnits(frame, sizes, 'a').map(({ stratum }) => stratum);
    const changes = order.filter((stratum, i) => i > 0 && stratum !== order[i - 1]).length;
    expect(changes).toBeGreaterThan(12);
  });

  test('takes every unit about equally often over many seeds', () => {
    const times = new Map<string, number>();
    const seeds = 400;
    for (let seed = 0; seed < seeds; seed += 1) {
      for (const { unit } of drawUnits(frame.slice(0, 50), sizes, `seed ${seed}`))
        times.set(unit, (times.get(unit) ?? 0) + 1);
    }
    // Expected 160 of 400 each; five standard deviations are 49.
    for (const { unit } of frame.slice(0, 50)) {
      expect(times.get(unit)).toBeGreaterThan(160 - 49);
      expect(times.get(unit)).toBeLessThan(160 + 49);
    }
  });
});

function coded(id: string, verdict: Verdict, change: Partial<Exchange> = {}): Exchange {
  return exchange(id, verdict, [], { probability: 0.97, ...change });
}

describe('the frame', () => {
  const poor = item('i_poor', 'scan.pdf', 2, 'hard to read', { exchange_id: 'x_f' });
  const lone = item('i_lone', 'a.pdf', 1, 'alone', { exchange_id: null });
  const units = listFrame({
    exchanges: [
      coded('a', 'status-only'),
      coded('b', 'status-only', { needs_review: true }),
      coded('c', 'not-contact', { probability: 0.999 }),
      coded('d', 'not-contact'),
      coded('e', 'not-contact', { needs_review: true }),
      { ...coded('f', 'not-contact'), items: ['i_poor'] },
    ],
    items: [poor, lone, item('i_copy', 'a.pdf', 1, 'alone', { exchange_id: null, duplicate_of: 'i_lone' })],
    pages: [
      page('scan.pdf', 2, 'h4rd', { method: 'ocr', ocr_confidence: 41 }),
      page('scan.pdf', 9, '', { method: 'unread' }),
      page('a.pdf', 1, 'alone'),
    ],
  });

  test('puts every exchange, lone item and unread page into one stratum', () => {
    expect(units.map(({ unit, stratum }) => [unit, stratum])).toEqual([
      ['f_scan.pdf#9', 'page-unread'],
      ['i_lone', 'item-alone'],
      ['x_a', 'status-only.sure'],
      ['x_b', 'status-only.review'],
      ['x_c', 'not-contact.sure'],
      ['x_d', 'not-contact.less-sure'],
      ['x_e', 'not-contact.review'],
      ['x_f', 'not-contact.poorly-read'],
    ]);
  });

  test('is counted by stratum with the doubt of its codes', () => {
    const found = listStrata(units).find(({ stratum }) => stratum === 'status-only.sure');
    expect(found?.population).toBe(1);
    expect(found?.doubt).toBeCloseTo(0.03, 10);
  });
});

describe('a sample of a case', () => {
  const data = {
    ...NO_POLICY,
    title: 'case',
    agencies: null,
    versions: { tool: '1', model: 'm1', lexicon: 'l1', policy: '' },
    settings: {},
    model_card: { thresholds: {}, error_rates: null },
    inputs: [{ path: 'a.pdf', sha256: 'ab', bytes: 1, location: '/somewhere/a.pdf' }],
    files: [file('a.pdf')],
    pages: [],
    items: [],
    exchanges: Array.from({ length: 90 }, (_, i) => coded(`${i}`, i % 3 === 0 ? 'mixed' : 'not-contact')),
    participants: [],
    page_images: [],
  };
  const settings = { size: 30, seed: null, coders: 1, today: '2026-03-02' };

  test('has a seed made of what was handed in and the versions, not of where it lay', () => {
    const first = drawSample(data, 1, settings);
    const moved = { ...data, inputs: data.inputs.map((one) => ({ ...one, location: '/elsewhere' })) };
    expect(drawSample(moved, 1, settings)).toEqual(first);
    const other = { ...data, versions: { ...data.versions, model: 'm2' } };
    expect(drawSample(other, 1, settings).draw.units).not.toEqual(first.draw.units);
  });

  test('is another one each time it is drawn', () => {
    expect(drawSample(data, 2, settings).draw.units).not.toEqual(drawSample(data, 1, settings).draw.units);
  });

  test('takes the usual size, or all there are', () => {
    expect(drawSample(data, 1, { ...settings, size: null }).draw.units).toHaveLength(90);
  });

  test('refuses a size under three a stratum, and an empty case', () => {
    expect(() => drawSample(data, 1, { ...settings, size: 5 })).toThrow(
      'a sample of 5 is too small for 2 strata: 6',
    );
    expect(() => drawSample({ ...data, exchanges: [] }, 1, settings)).toThrow('nothing that could be drawn');
  });
});
