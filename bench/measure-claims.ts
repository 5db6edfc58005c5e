/**
 * How many of the sample's sixteen claims come out right: on the labels, and on the tool's own coding of the release.
 *
 *     npm run demo && npm run measure:claims [-- <case folder>]
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { caseLayout } from '../case/index.ts';
import {
  assess,
  type ClaimCheck,
  checkClaims,
  type PolicySources,
  parseClaims,
  parseFacts,
  parseMeasures,
} from '../policy/index.ts';
import { openCase, PROJECT_ROOT } from '../workers/index.ts';
import { readGold } from './claims-gold.ts';

const SAMPLE = join(PROJECT_ROOT, 'fixtures/linden-grove');
const claimsText = readFileSync(join(SAMPLE, 'claims.yaml'), 'utf8');
const factsText = readFileSync(join(PROJECT_ROOT, 'policy/facts.yaml'), 'utf8');
const measuresText = readFileSync(join(PROJECT_ROOT, 'policy/measures.yaml'), 'utf8');
const expected = (parse(claimsText) as { claims: { id: string; answer: string }[] }).claims;

function onLabels(): ClaimCheck[] {
  const book = parseFacts(factsText, 'facts.yaml');
  const { records, coverage } = readGold(SAMPLE);
  const measures = parseMeasures(measuresText, 'measures.yaml', book);
  return checkClaims(parseClaims(claimsText, 'claims.yaml', book, measures), records, book, coverage);
}

function onCase(folder: string): ClaimCheck[] {
  const sources: PolicySources = {
    facts: { name: 'facts.yaml', text: factsText },
    measures: { name: 'measures.yaml', text: measuresText },
    policies: [],
    claims: { name: 'claims.yaml', text: claimsText },
    counterfactual: false,
  };
  return assess(openCase(caseLayout(resolve(folder))), sources).claim_checks;
}

function right(checks: readonly ClaimCheck[]): string {
  const matches = checks.filter(({ claim_id, answer }) =>
    expected.some((one) => one.id === claim_id && one.answer === answer),
  );
  const open = checks.filter(({ answer }) => answer === 'cannot tell').length;
  return `${matches.length} of ${checks.length} right, ${open} cannot tell, ${checks.length - matches.length - open} wrong`;
}

const [labels, tool] = [onLabels(), onCase(process.argv[2] ?? 'demo-case')];
const shown = (check: ClaimCheck | undefined) =>
  `${check?.answer} (${check?.strict} / ${check?.broad})`.padEnd(30);
for (const { id, answer } of expected) {
  const [gold, own] = [labels, tool].map((checks) => checks.find(({ claim_id }) => claim_id === id));
  process.stdout.write(
    `${id}  ${answer.padEnd(13)} labels ${shown(gold)} tool ${shown(own)} ${own?.reason ?? ''}\n`,
  );
}
process.stdout.write(`on the labels:          ${right(labels)}\non the tool's coding:   ${right(tool)}\n`);
