import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGold } from '../../bench/claims-gold.ts';
import { applyPolicies, type Finding, parsePolicy } from '../../policy/index.ts';
import { BOOK } from './books.ts';

const ROOT = join(__dirname, '../..');
const { records } = readGold(join(ROOT, 'fixtures/linden-grove'));
const FLAGGED = ['t22', 't45', 't64', 't77'];

function apply(id: string): Finding[] {
  const text = readFileSync(join(ROOT, `policy/library/${id}.yaml`), 'utf8');
  return applyPolicies(records.exchanges, [parsePolicy(text, id, BOOK).policy], BOOK, {
    counterfactual: true,
  });
}

function of(findings: Finding[], rule: string, contacts: string[]): (string | null)[][] {
  return contacts.map((id) => {
    const found = findings.find(({ rule_id, contact_id }) => rule_id === rule && contact_id === id);
    return [id, found?.finding ?? null, found?.counterfactual ?? null];
  });
}

describe('the sample under the TRUST Act of 2017', () => {
  const findings = apply('il-trust-act-2017');

  test('was in force on the last of the four flagged exchanges only', () => {
    const inForce = findings
      .filter(({ finding }) => finding !== 'not in force')
      .map(({ contact_id }) => contact_id);
    expect(FLAGGED.filter((id) => inForce.includes(id))).toEqual(['t77']);
  });

  test('shows no apparent conflict', () => {
    expect(findings.filter(({ finding }) => finding === 'apparent conflict')).toEqual([]);
  });

  test('takes the hold that the department refused as consistent', () => {
    expect(of(findings, 'il-trust-2017-15a', ['t75'])).toEqual([['t75', 'consistent', null]]);
  });

  test('cites words that stand in the record', () => {
    const bodies = new Map(records.items.map(({ item_id, body }) => [item_id, body]));
    const quoted = findings.filter(({ quote }) => quote !== '');
    expect(quoted.length).toBeGreaterThan(150);
    for (const { item_id, start, end, quote } of quoted) {
      expect(bodies.get(item_id ?? '')?.slice(start ?? 0, end ?? 0)).toBe(quote);
    }
  });
});

describe('the sample under the policy of a neighbouring town of 2018', () => {
  const findings = apply('il-normal-2018');

  test('none of it was in force', () => {
    expect(new Set(findings.map(({ finding }) => finding))).toEqual(new Set(['not in force']));
  });

  test('what it would have asked for is not in the records, where police began', () => {
    expect(of(findings, 'il-normal-2018-approval', FLAGGED)).toEqual([
      ['t22', 'not in force', 'cannot tell'],
      ['t45', 'not in force', 'consistent'],
      ['t64', 'not in force', 'cannot tell'],
      ['t77', 'not in force', 'cannot tell'],
    ]);
  });
});
