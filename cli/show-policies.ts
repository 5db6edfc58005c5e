import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SettingsError } from '../case/index.ts';
import type { Policy, Rule } from '../policy/index.ts';
import { libraryIds, loadPolicies, PROJECT_ROOT } from '../workers/index.ts';
import { formatRows } from './console.ts';

function readPolicies(names: string[]): Policy[] {
  return loadPolicies({ policies: names, claimsFile: null, counterfactual: false }).parsed.policies;
}

function period({ effective: { from, to } }: Rule): string {
  return `${from ?? 'always'} to ${to ?? 'now'}`;
}

function listLine(policy: Policy): [string, string] {
  const open = policy.rules.filter(({ verification }) => verification === 'unverified').length;
  const [first] = policy.rules;
  const dates = first === undefined ? '' : `, ${period(first)}`;
  const note = open === 0 ? '' : `, ${open} of them not verified and not tested`;
  return [policy.id, `${policy.name} (${policy.rules.length} rules${note}${dates})`];
}

function showRule(rule: Rule): string {
  const rows: [string, string][] = [
    ['clause', rule.clause],
    [rule.quoted ? 'quote' : 'paraphrase', rule.text],
    ['source', rule.url],
    ['checked', rule.checked ?? 'not verified: no finding is made'],
    ['in force', period(rule)],
    ['binds', rule.binds.length === 0 ? 'every local law enforcement agency' : rule.binds.join(', ')],
    ['kind', rule.kind],
    ['act', rule.act],
    ['when', rule.when?.source.replace(/\s+/g, ' ').trim() ?? 'not tested'],
    ...rule.exceptions.map(({ name, when }): [string, string] => ['unless', `${name}: ${when.source}`]),
    ...(rule.approval === null
      ? []
      : [['approval', `${rule.approval.by}: ${rule.approval.shown.source}`] as [string, string]]),
    ['a record would show', rule.record_would_show],
    ...(rule.note === '' ? [] : [['note', rule.note] as [string, string]]),
  ];
  return `${rule.id}\n${formatRows(rows)}`;
}

function describe(name: string): string {
  const [policy] = readPolicies([name]);
  if (policy === undefined) throw new SettingsError(`there is no policy ${name}`);
  const head = [policy.name, policy.jurisdiction, policy.note].filter((line) => line !== '').join('\n');
  return `${head}\n\n${policy.rules.map(showRule).join('\n')}`;
}

/** Prints the policies that come with the tool, a line each. */
export function listPolicies(): void {
  process.stdout.write(formatRows(readPolicies(libraryIds()).map(listLine)));
}

/** Prints the rules of a policy, of the library or of a file. */
export function showPolicy(name: string): void {
  process.stdout.write(describe(name));
}

/** Writes the template of a policy into a new file, or prints it where none is named. */
export function writeTemplate(file: string | undefined): void {
  const template = readFileSync(join(PROJECT_ROOT, 'policy/template.yaml'), 'utf8');
  if (file === undefined) {
    process.stdout.write(template);
    return;
  }
  if (existsSync(file)) throw new SettingsError(`there is a file already: ${file}`);
  writeFileSync(file, template);
  process.stdout.write(`Written: ${file}\n`);
}
