import {
  type ASTNode,
  TypeError as CelTypeError,
  Environment,
  EvaluationError,
  ParseError,
} from '@marcbachmann/cel-js';
import type { Truth } from './truth.ts';

export type FieldType = 'bool' | 'string' | 'int' | 'double' | 'list<string>';

/** A name that a condition may use. */
export interface Field {
  name: string;
  type: FieldType;
  /** The codes it can hold; a comparison with any other text is an error, since it could never be true. */
  values?: readonly string[];
  meaning: string;
}

/** `null`: the records do not tell. */
export type FieldValue = boolean | string | number | readonly string[] | null;
export type Values = Readonly<Record<string, FieldValue>>;

/** A fault in an expression; `offset` in UTF-16 units from its start. */
export class ConditionError extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.name = 'ConditionError';
    this.offset = offset;
  }
}

class UnknownFact extends Error {}

/** Stands among what is missing where an expression cannot be worked out for a row. */
export const NO_ANSWER = 'condition';

/** A CEL expression, checked against the fields, ready to be asked about rows. */
export interface Condition {
  source: string;
  /** Fields it uses, in order of appearance. */
  uses: string[];
  test(values: Values): Truth;
}

/** The words of a text in lower case with one space between them; what `text.mentions("…")` compares. */
export function foldWords(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

const ARITHMETIC: Record<string, (a: number, b: number) => number | boolean> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '==': (a, b) => a === b,
};

function environmentOf(fields: readonly Field[]): Environment {
  const environment = new Environment({ limits: { maxAstNodes: 2000, maxDepth: 100 } });
  for (const { name, type } of fields) environment.registerVariable(name, type);
  // One text is asked for several words in a row; it is folded once.
  let last = { text: '', folded: foldWords('') };
  environment.registerFunction('string.mentions(string): bool', (text: string, words: string) => {
    if (text !== last.text) last = { text, folded: foldWords(text) };
    return last.folded.includes(foldWords(words));
  });
  // CEL keeps whole numbers and decimals apart; nobody who writes a threshold should have to.
  for (const [sign, apply] of Object.entries(ARITHMETIC)) {
    const handler = (a: number | bigint, b: number | bigint) => apply(Number(a), Number(b));
    const gives = sign === '==' ? 'bool' : 'double';
    environment.registerOperator(`double ${sign} int: ${gives}`, handler);
    if (sign !== '==') environment.registerOperator(`int ${sign} double: ${gives}`, handler);
  }
  return environment;
}

const environments = new WeakMap<readonly Field[], Environment>();

function parse(source: string, fields: readonly Field[]) {
  let environment = environments.get(fields);
  if (environment === undefined) {
    environment = environmentOf(fields);
    environments.set(fields, environment);
  }
  const checked = environment.check(source);
  if (!checked.valid) {
    const { error } = checked;
    throw new ConditionError(plainWords(error?.summary ?? 'not an expression'), error?.range?.start ?? 0);
  }
  if (String(checked.type) !== 'bool') {
    throw new ConditionError(`expected a yes or no, this gives ${String(checked.type)}`, 0);
  }
  const run = environment.parse(source);
  const byName = new Map(fields.map((field) => [field.name, field]));
  const uses = new Set<string>();
  inspect(run.ast, byName, uses);
  const divisors = [...divisorsIn(run.ast)];
  return { run: run as (context: object) => unknown, byName, uses: [...uses], divisors };
}

function plainWords(message: string): string {
  return message
    .replace(/^found no matching overload for/, 'no such use of')
    .replace(/^no such overload:/, 'these do not go together:');
}

/** Collects the fields that are used and refuses codes that do not exist. */
function inspect(node: ASTNode, fields: ReadonlyMap<string, Field>, uses: Set<string>): void {
  if (node.op === 'id') {
    if (fields.has(node.args)) uses.add(node.args);
    return;
  }
  if (node.op === '==' || node.op === '!=' || node.op === 'in') {
    const [left, right] = node.args;
    refuseUnknownCodes(left, right, fields);
    refuseUnknownCodes(right, left, fields);
  }
  if (node.op === 'rcall' && node.args[0] === 'matches') refuseBadPattern(node.args[2][0]);
  for (const child of childrenOf(node)) inspect(child, fields, uses);
}

function refuseUnknownCodes(field: ASTNode, other: ASTNode, fields: ReadonlyMap<string, Field>): void {
  const known = field.op === 'id' ? fields.get(field.args) : undefined;
  if (known?.values === undefined) return;
  const literals = other.op === 'list' ? other.args : [other];
  for (const literal of literals) {
    if (literal.op !== 'value' || typeof literal.args !== 'string' || known.values.includes(literal.args))
      continue;
    throw new ConditionError(
      `"${literal.args}" is no ${known.name}; known are ${known.values.join(', ')}`,
      literal.start,
    );
  }
}

/** Names that something is divided by. Decimals divide by nothing without complaint, and infinity is more than any threshold. */
function* divisorsIn(node: ASTNode): Generator<string> {
  if (node.op === '/' && node.args[1].op === 'id') yield node.args[1].args;
  for (const child of childrenOf(node)) yield* divisorsIn(child);
}

function refuseBadPattern(pattern: ASTNode | undefined): void {
  if (pattern?.op !== 'value' || typeof pattern.args !== 'string') return;
  try {
    new RegExp(pattern.args);
  } catch (error) {
    throw new ConditionError((error as Error).message, pattern.start);
  }
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value;
}

function childrenOf(node: ASTNode): ASTNode[] {
  const args: unknown = node.args;
  if (isNode(args)) return [args];
  return Array.isArray(args) ? args.flat(2).filter(isNode) : [];
}

/** A row as CEL sees it: a field that is not known stops what needs it, and says which it was. */
class Context {
  readonly values: Values;
  readonly missing: Set<string>;
  constructor(values: Values, missing: Set<string>) {
    this.values = values;
    this.missing = missing;
  }
}

/** Getters stand on the prototype, made once a condition: a claim may ask a condition of every message of a release. */
function contextClass(uses: readonly string[], fields: ReadonlyMap<string, Field>): typeof Context {
  const Own = class extends Context {};
  for (const name of uses) {
    const whole = fields.get(name)?.type === 'int';
    Object.defineProperty(Own.prototype, name, {
      get(this: Context) {
        const value = this.values[name] ?? null;
        if (value === null) {
          this.missing.add(name);
          throw new UnknownFact(name);
        }
        return whole ? BigInt(value as number) : value;
      },
    });
  }
  return Own;
}

/** What the expression gives, or null where it needs a fact that is not known. CEL's own `&&` and `||` let a known side decide. */
function evaluate(run: (context: object) => unknown, values: Values, Row: typeof Context) {
  const missing = new Set<string>();
  try {
    return { result: run(new Row(values, missing)), missing: [] };
  } catch (error) {
    if (missing.size > 0) return { result: null, missing: [...missing] };
    // A division by nothing or a place beyond the end of a list: for this row there is no answer.
    if (error instanceof EvaluationError || error instanceof CelTypeError || error instanceof ParseError) {
      return { result: null, missing: [NO_ANSWER] };
    }
    throw error;
  }
}

type Ask = (assumed: Values) => { result: unknown; missing: string[] };

/** Of the unknown facts that are met, those whose answer would make a difference by itself; all of them where none would. */
function relevant(met: string[], byName: ReadonlyMap<string, Field>, ask: Ask): string[] {
  const names = [...met];
  const decisive: string[] = [];
  // The list grows: an assumed answer may lead to a fact that was not asked for before.
  for (const name of names) {
    if (byName.get(name)?.type !== 'bool') {
      decisive.push(name);
      continue;
    }
    const [yes, no] = [ask({ [name]: true }), ask({ [name]: false })];
    if (yes.result !== no.result) decisive.push(name);
    for (const more of [...yes.missing, ...no.missing]) if (!names.includes(more)) names.push(more);
  }
  return decisive.length > 0 ? decisive : names;
}

/** @throws ConditionError where the text is no CEL, uses a name or code that does not exist, or gives no yes or no. */
export function compileCondition(source: string, fields: readonly Field[]): Condition {
  const { run, byName, uses, divisors } = parse(source, fields);
  const Row = contextClass(uses, byName);
  return {
    source,
    uses,
    test(values) {
      if (divisors.some((name) => values[name] === 0)) return { value: null, missing: [NO_ANSWER] };
      const { result, missing } = evaluate(run, values, Row);
      if (typeof result === 'boolean') return { value: result, missing: [] };
      const ask = (assumed: Values) => evaluate(run, { ...values, ...assumed }, Row);
      return { value: null, missing: relevant(missing, byName, ask) };
    },
  };
}
