import { buildAudit } from '../../report/build-audit.ts';
import { findRareCombinations } from '../../report/find-rare.ts';
import { KNOWLEDGE } from './mask-sample.ts';
import { exchange, item, sample } from './sample.ts';

const rareIn = (
  body: string,
  change: { minors?: boolean; persons?: number | null } = {},
  date = '2018-07-02',
) => {
  const base = sample();
  const one = item('r1', '2015.pdf', 1, body, { date });
  const audit = buildAudit({
    ...base,
    items: [...base.items, one],
    exchanges: [...base.exchanges, exchange('r', 'status-only', [one], change)],
  });
  return findRareCombinations(audit, KNOWLEDGE).filter(({ exchange_id }) => exchange_id === 'x_r');
};

test('a child and a named school in one contact are told', () => {
  const [rare] = rareIn('The girl goes to Maple Grove Elementary.', { minors: true });
  expect(rare!.facts.map(({ kind }) => kind)).toEqual(['minor', 'school', 'only contact of the month']);
  expect(rare!.message).toMatch(/^Contact \d+ tells a minor, a school and is the only contact of 2018-07/);
  expect(rare!.message).not.toContain('Maple');
});

test('the only person of a nation, with age and work, is told', () => {
  const [rare] = rareIn('An Uzbek man, 24 y/o, works at the mill.');
  expect(rare!.facts).toContainEqual({ kind: 'nationality', value: 'uzbek' });
});

test.each([
  ['a child without a school', 'The girl is fine.', { minors: true }],
  ['a school without a child', 'Training at Maple Grove High School.', {}],
  ['a nation alone', 'An Uzbek man.', {}],
  ['nobody', 'Uzbek visitors, 24 y/o, work at the mill.', { persons: 0 }],
])('%s is not told', (_what, body, change) => {
  expect(rareIn(body, change, '2015-03-04')).toEqual([]);
});
