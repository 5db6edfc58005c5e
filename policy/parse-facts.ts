import { type Condition, ConditionError, compileCondition, type Field } from './condition.ts';
import { CONTACT_FIELDS } from './contact-fields.ts';
import { type Cue, type Fact, type FactBook, SPEAKERS } from './fact.ts';
import { PolicyFileError } from './policy-file-error.ts';
import { YamlNode } from './yaml-node.ts';

/** Compiles an expression of a file; a fault in it is shown at its line and column in that file. */
export function readCondition(node: YamlNode, fields: readonly Field[]): Condition {
  const source = node.text('a condition');
  try {
    return compileCondition(source, fields);
  } catch (error) {
    if (error instanceof ConditionError)
      throw new PolicyFileError(error.message, node.placeInText(error.offset));
    throw error;
  }
}

function readPattern(node: YamlNode): RegExp {
  const source = node.text('a pattern');
  try {
    // Without the flag for Unicode the search is six times as fast; names of facts are not looked for in other scripts.
    return new RegExp(`(?<!\\w)(?:${source.replace(/ (?![*+?{])/g, '\\s+')})(?!\\w)`, 'gi');
  } catch (error) {
    return node.fail(`not a regular expression: ${(error as Error).message}`);
  }
}

function readCues(node: YamlNode | undefined): Cue[] {
  if (node === undefined) return [];
  return node.list().flatMap((entry) => {
    const fields = entry.fields(['by', 'words']);
    const by = fields.get('by')?.oneOf(SPEAKERS) ?? 'anyone';
    const words = fields.get('words') ?? entry.fail('expected words: a list of patterns');
    return words.list().map((pattern) => ({ by, pattern: readPattern(pattern) }));
  });
}

const FACT_KEYS = ['meaning', 'missing', 'yes', 'no', 'yes_when', 'no_when'];

function readFact(name: string, node: YamlNode): Fact {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) node.fail(`"${name}" is no name for a fact: letters, digits and _`);
  if (CONTACT_FIELDS.some((field) => field.name === name))
    node.fail(`"${name}" is a field of the contact already`);
  const fields = node.fields(FACT_KEYS);
  const condition = (key: string) => {
    const source = fields.get(key);
    return source === undefined ? null : readCondition(source, CONTACT_FIELDS);
  };
  return {
    name,
    meaning: (fields.get('meaning') ?? node.fail('expected meaning')).text('what the fact means'),
    missing: (
      fields.get('missing') ?? node.fail('expected missing: the sentence for a finding that lacks it')
    ).text('a sentence'),
    yes: readCues(fields.get('yes')),
    no: readCues(fields.get('no')),
    yes_when: condition('yes_when'),
    no_when: condition('no_when'),
  };
}

export function readFacts(node: YamlNode | undefined): Fact[] {
  return node === undefined ? [] : node.entries().map(([name, value]) => readFact(name, value));
}

/** Reads `policy/facts.yaml`. @throws PolicyFileError with one line. */
export function parseFacts(text: string, file: string): FactBook {
  const fields = YamlNode.parse(text, file).fields(['facts', 'agency_kinds']);
  return {
    facts: readFacts(fields.get('facts')),
    agency_kinds: (fields.get('agency_kinds')?.entries() ?? []).map(([kind, node]) => {
      const parts = node.fields(['words', 'domains']);
      const pattern = (key: string) => readPattern(parts.get(key) ?? node.fail(`expected ${key}: a pattern`));
      return { kind, words: pattern('words'), domains: pattern('domains') };
    }),
  };
}

/** The names that a rule's conditions may use: the contact's fields and the facts. */
export function ruleFields(facts: readonly Fact[]): Field[] {
  return [...CONTACT_FIELDS, ...facts.map(({ name, meaning }): Field => ({ name, type: 'bool', meaning }))];
}
