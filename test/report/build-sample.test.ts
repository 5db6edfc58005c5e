import type { Verdict } from '../../classify/index.ts';
import { buildSample, chooseSample, measureCoders } from '../../report/build-sample.ts';
import { type CodePair, presentCodes } from '../../report/count-sample.ts';
import type { FrameUnit, SampleCode, SampleInput } from '../../report/sample-input.ts';
import { exchange, item, page } from './sample.ts';

function pairs(table: readonly (readonly number[])[], names: readonly Verdict[]): CodePair[] {
  return table.flatMap((row, i) =>
    row.flatMap((times, j) =>
      Array.from({ length: times }, () => ({
        first: names[i] ?? 'mixed',
        second: names[j] ?? 'mixed',
      })),
    ),
  );
}

describe('the agreement of two coders', () => {
  test('is that of Fleiss’s example of two diagnosticians, kappa 0.68', () => {
    // Fleiss, Statistical Methods for Rates and Proportions, chapter 13: 100 patients, three diagnoses; standard error 0.087.
    const found = measureCoders(
      pairs(
        [
          [75, 1, 4],
          [5, 4, 1],
          [0, 0, 10],
        ],
        ['status-only', 'mixed', 'undetermined'],
      ),
    );
    expect(found?.agreed).toBe(89);
    expect(found?.kappa.value).toBeCloseTo(0.676, 3);
    expect(found?.kappa.low).toBeGreaterThan(0.676 - 2.6 * 0.087);
    expect(found?.kappa.low).toBeLessThan(0.676 - 1.4 * 0.087);
    expect(found?.kappa.high).toBeGreaterThan(0.676 + 1.3 * 0.087);
    expect(found?.share?.low).toBeCloseTo(0.8117, 3);
  });

  test('is nothing where no unit was coded twice', () => {
    expect(measureCoders([])).toBeNull();
  });
});

/** Twenty exchanges, ten coded status-only and ten set aside, all of them drawn. */
function smallSample(): SampleInput {
  const frame: FrameUnit[] = Array.from({ length: 20 }, (_, i) => ({
    unit: `x${i}`,
    kind: 'exchange',
    stratum: i < 10 ? 'status-only.sure' : 'not-contact.sure',
  }));
  return {
    draw: {
      sample: 1,
      drawn_on: '2026-03-02',
      seed: 's',
      coders: 2,
      model: 'm',
      lexicon: 'l',
      case_sha256: '',
      frame_sha256: '',
      strata: [
        { stratum: 'status-only.sure', population: 10, drawn: 10 },
        { stratum: 'not-contact.sure', population: 10, drawn: 10 },
      ],
      units: frame.map(({ unit }) => unit),
    },
    frame,
    codes: [],
  };
}

function code(unit: string, verdict: Verdict, change: Partial<SampleCode> = {}): SampleCode {
  return {
    sample: 1,
    unit,
    coder: 'Ana Ruiz',
    date: '2026-03-05',
    settles: false,
    relevance: verdict === 'not-contact' ? 'none' : 'contact',
    purpose: null,
    conduct: null,
    verdict,
    note: '',
    ...change,
  };
}

function records(verdicts: readonly Verdict[]) {
  return {
    pages: [],
    items: [],
    exchanges: verdicts.map((verdict, i) => ({ ...exchange(`x${i}`, verdict, []), exchange_id: `x${i}` })),
  };
}

const DRAWN: Verdict[] = Array.from({ length: 20 }, (_, i) => (i < 10 ? 'status-only' : 'not-contact'));

describe('a coded sample beside the case', () => {
  const base = smallSample();
  const codes = DRAWN.map((verdict, i) =>
    code(`x${i}`, i === 0 ? 'mixed' : i === 19 ? 'status-only' : verdict),
  );

  test('counts what people code otherwise, by stratum and by verdict', () => {
    const section = buildSample([{ ...base, codes }], records(DRAWN));
    expect(section?.strata.map(({ otherwise, coded }) => [otherwise, coded])).toEqual([
      [1, 10],
      [1, 10],
    ]);
    const by = new Map(section?.measures.map((one) => [one.name, one]));
    expect(by.get('strict')).toMatchObject({
      counted: 10,
      precision: { value: 0.9 },
      recall: { value: 0.9 },
    });
    expect(by.get('broad')).toMatchObject({ precision: { value: 1 }, total: { value: 11 } });
    expect(by.get('contact')).toMatchObject({ recall: { value: 10 / 11 }, elusion: { value: 0.1 } });
    expect(section?.changes).toEqual({ recoded: 0, gone: 0, added: 0 });
  });

  test('takes a coder’s last word, and what was settled over it', () => {
    const twice = [
      ...codes,
      code('x0', 'status-only'),
      code('x19', 'not-contact', { coder: 'Lee', settles: true }),
    ];
    const section = buildSample([{ ...base, codes: twice }], records(DRAWN));
    expect(section?.strata.map(({ otherwise }) => otherwise)).toEqual([0, 0]);
    expect(section?.coders.map(({ name, coded, settles }) => [name, coded, settles])).toEqual([
      ['Ana Ruiz', 20, false],
      ['Lee', 1, true],
    ]);
  });

  test('lets the first coder’s word stand where two differ, and counts how often', () => {
    const two = [...codes, ...DRAWN.map((verdict, i) => code(`x${i}`, verdict, { coder: 'Lee' }))];
    const section = buildSample([{ ...base, codes: two }], records(DRAWN));
    expect(section?.strata.map(({ otherwise }) => otherwise)).toEqual([1, 1]);
    expect(section?.agreement).toMatchObject({ units: 20, agreed: 18, unsettled: 2 });
  });

  test('is set beside the codes as they are now, and says what has changed', () => {
    const now = DRAWN.map((verdict, i): Verdict => (i === 0 ? 'mixed' : verdict)).slice(0, 19);
    const section = buildSample([{ ...base, codes }], records(now));
    expect(section?.changes).toEqual({ recoded: 1, gone: 1, added: 0 });
    expect(section?.strata.map(({ otherwise, coded }) => [otherwise, coded])).toEqual([
      [0, 10],
      [0, 9],
    ]);
    const larger = buildSample([{ ...base, codes }], records([...DRAWN, 'mixed']));
    expect(larger?.changes).toEqual({ recoded: 0, gone: 0, added: 1 });
    expect(larger?.measures.find(({ name }) => name === 'mixed')?.counted).toBe(0);
  });

  test('is the newest that people have coded', () => {
    const newer = { ...base, draw: { ...base.draw, sample: 2 } };
    expect(chooseSample([{ ...base, codes }, newer])?.draw.sample).toBe(1);
    expect(chooseSample([base, newer])?.draw.sample).toBe(2);
    expect(chooseSample([])).toBeNull();
  });

  test('counts lone items and unread pages among what can be drawn', () => {
    const lone = item('i_lone', 'a.pdf', 1, 'words', { exchange_id: null });
    const copy = item('i_copy', 'a.pdf', 1, 'words', { exchange_id: null, duplicate_of: 'i_lone' });
    const unread = page('a.pdf', 3, '', { method: 'unread' });
    const found = presentCodes({
      ...records(['mixed']),
      items: [lone, copy],
      pages: [unread, page('a.pdf', 1, 'words')],
    });
    expect([...found]).toEqual([
      ['x0', 'mixed'],
      ['i_lone', 'not-contact'],
      ['f_a.pdf#3', 'not-contact'],
    ]);
  });
});
