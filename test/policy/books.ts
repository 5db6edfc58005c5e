import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFacts, parseMeasures, parsePolicy, type Rule } from '../../policy/index.ts';

/** The facts that the tool ships. */
export const BOOK = parseFacts(
  readFileSync(join(__dirname, '../../policy/facts.yaml'), 'utf8'),
  'facts.yaml',
);

/** The measures that are ready to use. */
export const MEASURES = parseMeasures(
  readFileSync(join(__dirname, '../../policy/measures.yaml'), 'utf8'),
  'measures.yaml',
  BOOK,
);

/** A policy of one rule, written in the test as a user would write it; the lines given are the rule's own. */
export function policyText(rule: string, head = 'effective: {from: 2018-05-07}'): string {
  const lines = rule
    .trim()
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
  return `policy: city
name: City policy
jurisdiction: A city
url: https://city.example/policy
checked: 2026-11-25
${head}
rules:
  - id: city-1
    clause: section 1
    quote: Ask the chief first.
    record_would_show: the chief's reply
${lines}
`;
}

export function ruleOf(rule: string, head?: string): Rule {
  const [first] = parsePolicy(policyText(rule, head), 'city.yaml', BOOK).policy.rules;
  if (first === undefined) throw new Error('no rule');
  return first;
}
