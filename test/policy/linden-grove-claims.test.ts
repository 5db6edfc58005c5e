import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readGold } from '../../bench/claims-gold.ts';
import { type ClaimCheck, checkClaims, parseClaims } from '../../policy/index.ts';
import { BOOK, MEASURES } from './books.ts';

const FOLDER = join(__dirname, '../../fixtures/linden-grove');
const TEXT = readFileSync(join(FOLDER, 'claims.yaml'), 'utf8');

interface Expected {
  id: string;
  answer: string;
  computed: Record<string, number | string[]>;
}
const EXPECTED = (parse(TEXT) as { claims: Expected[] }).claims;
const { records, coverage } = readGold(FOLDER);
const CHECKS = checkClaims(parseClaims(TEXT, 'claims.yaml', BOOK, MEASURES), records, BOOK, coverage);

function checkOf(id: string): ClaimCheck {
  const check = CHECKS.find(({ claim_id }) => claim_id === id);
  if (check === undefined) throw new Error(`no claim ${id}`);
  return check;
}

describe('the sixteen claims on the gold threads', () => {
  test('are sixteen, eight a side', () => {
    expect(CHECKS).toHaveLength(16);
    expect(CHECKS.filter(({ side }) => side === 'critics')).toHaveLength(8);
  });

  test.each(EXPECTED.map(({ id, answer }) => [id, answer]))('%s is %s', (id, answer) => {
    expect({ id, answer: checkOf(id).answer }).toEqual({ id, answer });
  });

  const figures = EXPECTED.flatMap(({ id, computed }) =>
    Object.entries(computed).flatMap(([name, value]) => {
      const number = checkOf(id).numbers.find((one) => one.name === name);
      return number === undefined ? [] : [[id, name, value, number] as const];
    }),
  );

  test('name most of the figures that the labels give', () => {
    expect(figures.length).toBeGreaterThan(50);
  });

  test.each(figures)('%s gives the %s of the labels: %j', (_id, _name, value, number) => {
    if (Array.isArray(value)) expect([...number.rows].sort()).toEqual(value);
    else
      expect([number.strict, number.broad].map((one) => Math.round((one ?? 0) * 10) / 10)).toContain(value);
  });
});
