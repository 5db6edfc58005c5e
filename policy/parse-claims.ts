import { type Claim, type ClaimNumber, type CoverageLimits, FIGURES, UNITS } from './claim.ts';
import { filterFields } from './claim-fields.ts';
import type { Field } from './condition.ts';
import { dayRange, isDay, type Period } from './days.ts';
import type { FactBook } from './fact.ts';
import { readCondition } from './parse-facts.ts';
import { YamlNode } from './yaml-node.ts';

const CLAIM_KEYS = [
  'id',
  'side',
  'role',
  'name',
  'date',
  'source',
  'claim',
  'measure',
  'supports_if',
  'contradicts_if',
  'numbers',
  'main',
  'supported_when',
  'contradicted_when',
  'from',
  'to',
  // What the writer of the file expects; it is read by tests and never by the engine.
  'computed',
  'answer',
  'note',
];
const NUMBER_KEYS = ['over', 'where', 'count', 'of', 'from', 'to'];

/** Beyond these shares a claim is answered with `cannot tell`, unless its file says otherwise. */
export const DEFAULT_LIMITS: CoverageLimits = { unread: 0.1, undecided: 0.5, undated: 0.1 };

/** The number of months that a claim's period spans; every claim has it. */
export const MONTHS = 'months';

function readDay(node: YamlNode | undefined): string | null {
  if (node === undefined) return null;
  const day = node.text('a date as 2017-08-28');
  return isDay(day) ? day : node.fail(`"${day}" is no date: write 2017-08-28`);
}

/** A month as a border of a claim's period is the whole month: from its first day, to its last. */
function readPeriod(fields: Map<string, YamlNode>, outer: Period): Period {
  return {
    from: dayRange(readDay(fields.get('from')))?.first ?? outer.from,
    to: dayRange(readDay(fields.get('to')))?.last ?? outer.to,
  };
}

function readNumber(name: string, node: YamlNode, filters: readonly Field[], period: Period): ClaimNumber {
  if (!/^[a-z][a-z0-9_]*$/.test(name) || name === MONTHS) {
    node.fail(`"${name}" is no name for a number: small letters, digits and _, and not ${MONTHS}`);
  }
  const fields = node.fields(NUMBER_KEYS);
  const where = fields.get('where');
  const of = fields.get('of');
  const over = (fields.get('over') ?? node.fail(`expected over: one of ${UNITS.join(', ')}`)).oneOf(UNITS);
  const count = fields.get('count')?.oneOf(FIGURES) ?? 'rows';
  if (of !== undefined && count !== 'percent') of.fail('of belongs to count: percent');
  if (count === 'median_reply_minutes' && over !== 'messages') node.fail('replies are counted over messages');
  return {
    name,
    over,
    count,
    where: where === undefined ? null : readCondition(where, filters),
    of: of === undefined ? null : readCondition(of, filters),
    period: readPeriod(fields, period),
  };
}

function readLimits(node: YamlNode | undefined): CoverageLimits {
  if (node === undefined) return DEFAULT_LIMITS;
  const fields = node.fields(['unread', 'undecided', 'undated']);
  const share = (key: keyof CoverageLimits) => {
    const field = fields.get(key);
    if (field === undefined) return DEFAULT_LIMITS[key];
    const value = field.number('a share from 0 to 1');
    return value >= 0 && value <= 1 ? value : field.fail('expected a share from 0 to 1');
  };
  return { unread: share('unread'), undecided: share('undecided'), undated: share('undated') };
}

function readClaim(node: YamlNode, filters: readonly Field[], limits: CoverageLimits): Claim {
  const fields = node.fields(CLAIM_KEYS);
  const words = (key: string) => fields.get(key)?.text(key).trim() ?? '';
  const need = (key: string, what: string) =>
    (fields.get(key) ?? node.fail(`expected ${key}: ${what}`)).text(what).trim();
  const speaker = [words('name'), words('role')].filter((part) => part !== '').join(', ');
  if (speaker === '') node.fail('expected role or name: who said it');
  const period = readPeriod(fields, { from: null, to: null });
  const numbers = (fields.get('numbers')?.entries() ?? []).map(([name, entry]) =>
    readNumber(name, entry, filters, period),
  );
  const thresholds: Field[] = [...numbers.map(({ name }) => name), MONTHS].map((name) => ({
    name,
    type: 'double',
    meaning: 'a number of this claim',
  }));
  const threshold = (key: string) => {
    const source = fields.get(key);
    if (numbers.length > 0)
      return readCondition(source ?? node.fail(`expected ${key}: a condition over the numbers`), thresholds);
    return source === undefined ? null : source.fail(`${key} needs numbers to look at`);
  };
  const first = numbers[0]?.name ?? '';
  const main = words('main') || first;
  if (numbers.length > 0 && !numbers.some(({ name }) => name === main)) {
    (fields.get('main') ?? node).fail(`"${main}" is not one of the numbers`);
  }
  return {
    id: need('id', 'a name for the claim'),
    side: need('side', 'whose side says it'),
    speaker,
    date: readDay(fields.get('date')),
    source: words('source'),
    claim: need('claim', 'the statement in their words'),
    measure: words('measure'),
    supports_if: words('supports_if'),
    contradicts_if: words('contradicts_if'),
    numbers,
    main,
    supported_when: threshold('supported_when'),
    contradicted_when: threshold('contradicted_when'),
    limits,
  };
}

/**
 * Reads a file of claims. `file` is the name that errors give.
 *
 * @throws PolicyFileError with one line: file, line, column and what was expected.
 */
export function parseClaims(text: string, file: string, book: FactBook): Claim[] {
  const root = YamlNode.parse(text, file);
  const fields = root.fields(['claims', 'coverage']);
  const filters = filterFields(book.facts);
  const limits = readLimits(fields.get('coverage'));
  const entries = (fields.get('claims') ?? root.fail('expected claims: a list')).list();
  const claims = entries.map((entry) => readClaim(entry, filters, limits));
  for (const [at, { id }] of claims.entries()) {
    if (claims.findIndex((claim) => claim.id === id) !== at)
      entries[at]?.fail(`the id ${id} is there already`);
  }
  return claims;
}
