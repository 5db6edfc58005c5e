import type { Claim, CoverageLimits } from './claim.ts';
import { filterFields } from './claim-fields.ts';
import type { Field } from './condition.ts';
import { dateInWords } from './date-in-words.ts';
import type { FactBook } from './fact.ts';
import { FROM_CLAIM, findMeasure, type Measure, type ReadyMeasure } from './measure.ts';
import { MEASURE_KEYS, readDay, readMeasure } from './parse-measures.ts';
import { YamlNode } from './yaml-node.ts';

const CLAIM_KEYS = [
  'id',
  'side',
  'role',
  'name',
  'date',
  'source',
  'claim',
  ...MEASURE_KEYS,
  // What the writer of the file expects; it is read by tests and never by the engine.
  'computed',
  'answer',
  'note',
];

/** Beyond these shares a claim is answered with `cannot tell`, unless its file says otherwise. */
export const DEFAULT_LIMITS: CoverageLimits = { unread: 0.1, undecided: 0.5, undated: 0.1 };

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

/** A ready measure for this claim: a border that is left to the claim is its `from`, else the day that its words name. */
function takeMeasure(ready: ReadyMeasure, node: YamlNode, from: string | null, claim: string): Measure {
  const { id: _, ...measure } = ready;
  const numbers = ready.numbers.map((number) => {
    if (number.period.from !== FROM_CLAIM) return number;
    const day =
      from ??
      dateInWords(claim) ??
      node.fail(`the measure ${ready.id} is about a day: write from, as 2017-08-28`);
    return { ...number, period: { ...number.period, from: day } };
  });
  return { ...measure, numbers };
}

function readClaim(
  node: YamlNode,
  filters: readonly Field[],
  measures: readonly ReadyMeasure[],
  limits: CoverageLimits,
): Claim {
  const fields = node.fields(CLAIM_KEYS);
  const words = (key: string) => fields.get(key)?.text(key).trim() ?? '';
  const need = (key: string, what: string) =>
    (fields.get(key) ?? node.fail(`expected ${key}: ${what}`)).text(what).trim();
  const speaker = [words('name'), words('role')].filter((part) => part !== '').join(', ');
  if (speaker === '') node.fail('expected role or name: who said it');
  const claim = need('claim', 'the statement in their words');
  const own = readMeasure(node, fields, filters, false);
  const ready = own.numbers.length > 0 ? null : findMeasure(measures, own);
  return {
    id: need('id', 'a name for the claim'),
    side: need('side', 'whose side says it'),
    speaker,
    date: readDay(fields.get('date')),
    source: words('source'),
    claim,
    ...(ready === null ? own : takeMeasure(ready, node, readDay(fields.get('from')), claim)),
    limits,
  };
}

/**
 * Reads a file of claims. `measures` are those that are ready to use; `file` is the name that errors give.
 *
 * @throws PolicyFileError with one line: file, line, column and what was expected.
 */
export function parseClaims(
  text: string,
  file: string,
  book: FactBook,
  measures: readonly ReadyMeasure[] = [],
): Claim[] {
  const root = YamlNode.parse(text, file);
  const fields = root.fields(['claims', 'coverage']);
  const filters = filterFields(book.facts);
  const limits = readLimits(fields.get('coverage'));
  const entries = (fields.get('claims') ?? root.fail('expected claims: a list')).list();
  const claims = entries.map((entry) => readClaim(entry, filters, measures, limits));
  for (const [at, { id }] of claims.entries()) {
    if (claims.findIndex((claim) => claim.id === id) !== at)
      entries[at]?.fail(`the id ${id} is there already`);
  }
  return claims;
}
