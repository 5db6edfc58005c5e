import type { Field } from './condition.ts';
import { isDay, type Period } from './days.ts';
import type { Fact, FactBook } from './fact.ts';
import { readCondition, readFacts, ruleFields } from './parse-facts.ts';
import { type Exception, type Policy, RULE_KINDS, type Rule, VERIFICATIONS } from './rule.ts';
import { YamlNode } from './yaml-node.ts';

const POLICY_KEYS = [
  'policy',
  'name',
  'jurisdiction',
  'binds',
  'effective',
  'url',
  'checked',
  'note',
  'facts',
  'rules',
];
const RULE_KEYS = [
  'id',
  'clause',
  'quote',
  'paraphrase',
  'kind',
  'act',
  'when',
  'unless',
  'approval',
  'record_would_show',
  'binds',
  'effective',
  'url',
  'checked',
  'verification',
  'note',
];
const ID = /^[a-z0-9][a-z0-9.-]*$/;

type Fields = Map<string, YamlNode>;

interface Context {
  file: Fields;
  policy: { id: string; name: string; jurisdiction: string };
  fields: readonly Field[];
  kinds: readonly string[];
}

function need(fields: Fields, key: string, where: YamlNode, what: string): YamlNode {
  return fields.get(key) ?? where.fail(`expected ${key}: ${what}`);
}

function readId(node: YamlNode): string {
  const id = node.text('an id');
  return ID.test(id) ? id : node.fail(`"${id}" is no id: small letters, digits, - and .`);
}

function readDay(node: YamlNode | undefined): string | null {
  if (node === undefined) return null;
  const day = node.text('a date as 2018-05-07, or 2018-05 where the day is not known');
  return isDay(day)
    ? day
    : node.fail(`"${day}" is no date: write 2018-05-07, or 2018-05 where the day is not known`);
}

function readPeriod(node: YamlNode): Period {
  const fields = node.fields(['from', 'to']);
  const period = { from: readDay(fields.get('from')), to: readDay(fields.get('to')) };
  if (period.from !== null && period.to !== null && period.to < period.from)
    node.fail('it ends before it begins');
  return period;
}

function readUrl(node: YamlNode | undefined): string {
  if (node === undefined) return '';
  const url = node.text('a web address');
  return /^https?:\/\/\S+$/.test(url) ? url : node.fail(`"${url}" is no web address`);
}

function readBinds(node: YamlNode | undefined, kinds: readonly string[]): string[] {
  return node === undefined ? [] : node.list().map((kind) => kind.oneOf(kinds));
}

function readExceptions(node: YamlNode | undefined, fields: readonly Field[]): Exception[] {
  return (node?.list() ?? []).map((entry) => {
    const parts = entry.fields(['name', 'when']);
    return {
      name: need(parts, 'name', entry, 'the exception in plain words').text('the exception in plain words'),
      when: readCondition(need(parts, 'when', entry, 'a condition'), fields),
    };
  });
}

function readApproval(node: YamlNode | undefined, fields: readonly Field[]): Rule['approval'] {
  if (node === undefined) return null;
  const parts = node.fields(['by', 'shown']);
  return {
    by: need(parts, 'by', node, 'who approves').text('who approves'),
    shown: readCondition(need(parts, 'shown', node, 'a condition that shows the approval'), fields),
  };
}

function readRule(node: YamlNode, { file, policy, fields, kinds }: Context): Rule {
  const parts = node.fields(RULE_KEYS);
  const either = (key: string) => parts.get(key) ?? file.get(key);
  const text = (key: string, what: string) => need(parts, key, node, what).text(what);
  const verification = parts.get('verification')?.oneOf(VERIFICATIONS) ?? 'seen';
  const kind = need(parts, 'kind', node, `one of ${RULE_KINDS.join(', ')}`).oneOf(RULE_KINDS);
  const quote = parts.get('quote');
  const words = quote ?? parts.get('paraphrase') ?? node.fail('expected quote (its own words) or paraphrase');
  const checked = readDay(either('checked'));
  const approval = readApproval(parts.get('approval'), fields);
  if ((approval !== null) !== (kind === 'needs-approval')) {
    (parts.get('approval') ?? node).fail('approval belongs to kind needs-approval, and such a rule needs it');
  }
  if (verification === 'seen' && checked === null)
    node.fail('expected checked: the day on which the clause was read');
  const when = parts.get('when');
  if (when === undefined && verification === 'seen')
    node.fail('expected when: the act as a condition over the contact');
  const period = either('effective');
  return {
    id: readId(need(parts, 'id', node, 'an id')),
    policy: policy.id,
    policy_name: policy.name,
    jurisdiction: policy.jurisdiction,
    binds: readBinds(either('binds'), kinds),
    effective: period === undefined ? node.fail('expected effective: from and to') : readPeriod(period),
    clause: text('clause', 'how the clause is cited'),
    text: words.text('the words of the clause').trim(),
    quoted: quote !== undefined,
    url: readUrl(either('url')),
    checked,
    verification,
    kind,
    act: text('act', 'the act in plain words'),
    when: when === undefined ? null : readCondition(when, fields),
    exceptions: readExceptions(parts.get('unless'), fields),
    approval,
    record_would_show: text('record_would_show', 'what a record would have to show'),
    note: parts.get('note')?.text('a note').trim() ?? '',
  };
}

/** A policy with the facts that its own file adds. */
export interface ParsedPolicy {
  policy: Policy;
  facts: Fact[];
}

/**
 * Reads one file of rules against the facts that are known. `file` is the name that errors give.
 *
 * @throws PolicyFileError with one line: file, line, column and what was expected.
 */
export function parsePolicy(text: string, file: string, book: FactBook): ParsedPolicy {
  const root = YamlNode.parse(text, file);
  const fields = root.fields(POLICY_KEYS);
  const added = readFacts(fields.get('facts'));
  for (const { name } of added) {
    if (book.facts.some((fact) => fact.name === name))
      fields.get('facts')?.fail(`the fact ${name} is there already`);
  }
  const policy = {
    id: readId(need(fields, 'policy', root, 'an id')),
    name: need(fields, 'name', root, 'its name').text('its name'),
    jurisdiction: need(fields, 'jurisdiction', root, 'whom it binds').text('whom it binds'),
  };
  const context: Context = {
    file: fields,
    policy,
    fields: ruleFields([...book.facts, ...added]),
    kinds: book.agency_kinds.map(({ kind }) => kind),
  };
  const entries = need(fields, 'rules', root, 'a list of rules').list();
  const rules = entries.map((entry) => readRule(entry, context));
  for (const [at, { id }] of rules.entries()) {
    if (rules.findIndex((rule) => rule.id === id) !== at) entries[at]?.fail(`the id ${id} is there already`);
  }
  return {
    policy: { ...policy, note: fields.get('note')?.text('a note').trim() ?? '', rules },
    facts: added,
  };
}
