import { type ClaimNumber, FIGURES, UNITS } from './claim.ts';
import { filterFields } from './claim-fields.ts';
import type { Field } from './condition.ts';
import { dayRange, isDay, type Period } from './days.ts';
import type { FactBook } from './fact.ts';
import { FROM_CLAIM, type Measure, type ReadyMeasure } from './measure.ts';
import { readCondition } from './parse-facts.ts';
import { YamlNode } from './yaml-node.ts';

/** The keys by which a claim or a ready measure says what is counted. */
export const MEASURE_KEYS = [
  'measure',
  'supports_if',
  'contradicts_if',
  'from',
  'to',
  'numbers',
  'main',
  'supported_when',
  'contradicted_when',
];
const NUMBER_KEYS = ['over', 'where', 'count', 'of', 'from', 'to'];

/** The number of months that a claim's period spans; every claim has it. */
export const MONTHS = 'months';

export function readDay(node: YamlNode | undefined): string | null {
  if (node === undefined) return null;
  const day = node.text('a date as 2017-08-28');
  return isDay(day) ? day : node.fail(`"${day}" is no date: write 2017-08-28`);
}

/** A month as a border of a claim's period is the whole month: from its first day, to its last. */
function readPeriod(fields: Map<string, YamlNode>, outer: Period, ready: boolean): Period {
  const from = fields.get('from');
  const ofClaim = ready && from?.text('a date') === FROM_CLAIM;
  return {
    from: ofClaim ? FROM_CLAIM : (dayRange(readDay(from))?.first ?? outer.from),
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
    period: readPeriod(fields, period, false),
  };
}

/** Reads the measure out of the fields of a claim or of a ready measure (`ready`). `node` is where faults are shown. */
export function readMeasure(
  node: YamlNode,
  fields: Map<string, YamlNode>,
  filters: readonly Field[],
  ready: boolean,
): Measure {
  const words = (key: string) => fields.get(key)?.text(key).trim() ?? '';
  const period = readPeriod(fields, { from: null, to: null }, ready);
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
  const main = words('main') || (numbers[0]?.name ?? '');
  if (numbers.length > 0 && !numbers.some(({ name }) => name === main)) {
    (fields.get('main') ?? node).fail(`"${main}" is not one of the numbers`);
  }
  return {
    measure: words('measure'),
    supports_if: words('supports_if'),
    contradicts_if: words('contradicts_if'),
    numbers,
    main,
    supported_when: threshold('supported_when'),
    contradicted_when: threshold('contradicted_when'),
  };
}

/** Reads `policy/measures.yaml`. @throws PolicyFileError with one line. */
export function parseMeasures(text: string, file: string, book: FactBook): ReadyMeasure[] {
  const root = YamlNode.parse(text, file);
  const filters = filterFields(book.facts);
  const entries = root.fields(['measures']).get('measures')?.entries() ?? [];
  return entries.map(([id, node]) => {
    const fields = node.fields(MEASURE_KEYS);
    for (const key of ['measure', 'supports_if', 'contradicts_if', 'numbers']) {
      if (!fields.has(key)) node.fail(`expected ${key}`);
    }
    return { id, ...readMeasure(node, fields, filters, true) };
  });
}
