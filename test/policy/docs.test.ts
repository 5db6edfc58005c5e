import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGold } from '../../bench/claims-gold.ts';
import {
  applyPolicies,
  CLAIM_FIELDS,
  CONTACT_FIELDS,
  checkClaims,
  parseClaims,
  parsePolicy,
} from '../../policy/index.ts';
import { BOOK, MEASURES } from './books.ts';

const ROOT = join(__dirname, '../..');
const POLICIES = readFileSync(join(ROOT, 'docs/policies.md'), 'utf8');
const CLAIMS = readFileSync(join(ROOT, 'docs/claims.md'), 'utf8');
const TEMPLATE = readFileSync(join(ROOT, 'policy/template.yaml'), 'utf8');
const { records, coverage } = readGold(join(ROOT, 'fixtures/linden-grove'));

function examples(text: string, kind: string): string[] {
  return [...text.matchAll(/^```yaml (\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, found, body = '']) =>
    found === kind ? [body] : [],
  );
}

/** The first two columns of a section's first table whose head is `head`. */
function table(text: string, head: string): [string, string][] {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => new RegExp(`^\\| ${head} +\\|`).test(line));
  const end = lines.findIndex((line, at) => at > start && !line.startsWith('|'));
  return lines.slice(start + 2, end).map((line) => {
    const [, name = '', meaning = ''] =
      line.split(' | ').length > 1 ? (/^\| `(\w+)` +\| (.*?) +\|$/.exec(line) ?? []) : [];
    return [name, meaning];
  });
}

describe('docs/policies.md', () => {
  const found = examples(POLICIES, 'policy');

  test('has examples', () => {
    expect(found).toHaveLength(2);
  });

  test.each(
    [...found, TEMPLATE].map((text) => [text.split('\n').find((line) => line.startsWith('policy:')), text]),
  )('the example %s runs on the sample', (_name, text) => {
    const { policy, facts } = parsePolicy(text, 'example.yaml', BOOK);
    const book = { ...BOOK, facts: [...BOOK.facts, ...facts] };
    const findings = applyPolicies(records.exchanges, [policy], book, { counterfactual: true });
    const tested = policy.rules.filter(({ verification }) => verification === 'seen');
    expect(findings).toHaveLength(68 * tested.length);
    expect(findings.every(({ finding }) => finding === 'not in force')).toBe(true);
    expect(new Set(findings.map(({ counterfactual }) => counterfactual))).toContain('cannot tell');
    if (text !== found[1]) {
      expect(findings.some(({ counterfactual }) => counterfactual === 'apparent conflict')).toBe(true);
    }
  });

  test('lists every field and every fact, in order, with its meaning', () => {
    expect(table(POLICIES, 'field')).toEqual(CONTACT_FIELDS.map(({ name, meaning }) => [name, meaning]));
    expect(table(POLICIES, 'fact')).toEqual(BOOK.facts.map(({ name, meaning }) => [name, meaning]));
  });
});

describe('docs/claims.md', () => {
  const answers = examples(CLAIMS, 'claims').flatMap((text) =>
    checkClaims(parseClaims(text, 'example.yaml', BOOK, MEASURES), records, BOOK, coverage),
  );

  test('its examples run on the sample', () => {
    expect(answers.map(({ claim_id, answer }) => [claim_id, answer])).toEqual([
      ['four', 'supported'],
      ['rare', 'contradicted'],
      ['few', 'partly'],
      ['minutes', 'supported'],
      ['after-the-act', 'supported'],
      ['shirt', 'supported'],
      ['rare-again', 'contradicted'],
      ['still-going-on', 'supported'],
      ['none-since', 'supported'],
    ]);
  });

  test('lists every field that filters have of their own', () => {
    expect(table(CLAIMS, 'field')).toEqual(CLAIM_FIELDS.map(({ name, meaning }) => [name, meaning]));
  });
});

test('the documents never call anything illegal', () => {
  expect(POLICIES + CLAIMS + TEMPLATE).not.toMatch(/illegal|unlawful/i);
});
