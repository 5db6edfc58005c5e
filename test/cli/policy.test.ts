import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import Database from 'libsql';
import { temporaryFolder } from '../temporary-folder.ts';
import { caseResults, expectSameBytes } from './case-results.ts';
import { contactAudit } from './contact-audit.ts';
import { makeRelease } from './small-release.ts';

const CLAIMS = `claims:
  - id: rare
    side: department
    role: chief
    claim: Contacts are rare.
    numbers: { a_month: { over: contacts, count: per_month } }
    supported_when: a_month < 1
    contradicted_when: a_month >= 1
  - { id: words, side: critics, role: a resident, claim: It is so., measure: count it }
`;
const LINDEN_GROVE = join(__dirname, '../../fixtures/linden-grove/agency.json');

function rows(path: string): Record<string, string>[] {
  return parse(readFileSync(path), { columns: true }) as Record<string, string>[];
}

describe('a run with policies and claims', () => {
  const root = temporaryFolder();
  const release = makeRelease(join(root, 'release'));
  const folder = join(root, 'case');
  const claims = join(root, 'claims.yaml');
  const own = join(root, 'own.yaml');

  beforeAll(async () => {
    writeFileSync(claims, CLAIMS);
    await contactAudit('policy', 'new', own);
    const policies = ['--policy', 'il-trust-act-2017', '--policy', own];
    const more = ['--claims', claims, '--counterfactual', '--agency', LINDEN_GROVE];
    const { status, stdout, stderr } = await contactAudit(
      'run',
      release,
      '--case',
      folder,
      ...policies,
      ...more,
    );
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(
      /findings +\d+ apparent conflict, \d+ consistent, \d+ cannot tell, \d+ not in force/,
    );
    expect(stdout).toMatch(/claims +2 tested/);
  });

  test('writes one finding a contact and tested rule, with clause and reason', () => {
    const findings = rows(join(folder, 'export/findings.csv'));
    const contacts = rows(join(folder, 'export/contacts.csv'));
    expect(contacts.length).toBeGreaterThan(5);
    expect(findings).toHaveLength(contacts.length * 5);
    for (const finding of findings) {
      expect(finding.clause).not.toBe('');
      expect(finding.reason).not.toBe('');
      expect(finding.missing_fact !== '').toBe(finding.finding === 'cannot tell');
      expect(finding.counterfactual !== '').toBe(finding.finding === 'not in force');
    }
    const city = findings.filter(({ policy_id }) => policy_id === 'my-city-2024');
    expect(city.every(({ finding }) => finding === 'not in force')).toBe(true);
    const act = findings.filter(({ policy_id }) => policy_id === 'il-trust-act-2017');
    expect(new Set(act.map(({ finding }) => finding)).size).toBeGreaterThan(1);
  });

  test('writes an answer a claim', () => {
    const answers = rows(join(folder, 'export/claims.csv'));
    expect(answers.map(({ claim_id }) => claim_id)).toEqual(['rare', 'words']);
    expect(answers[1]).toMatchObject({ answer: 'cannot tell', rows: '' });
  });

  test('keeps both in the database and in the manifest', () => {
    const database = new Database(join(folder, 'case.sqlite'), { readonly: true });
    const count = (table: string) =>
      (database.prepare(`SELECT COUNT(*) AS n FROM ${table}`).get() as { n: number }).n;
    expect(count('findings')).toBe(rows(join(folder, 'export/findings.csv')).length);
    expect(count('claims')).toBe(2);
    database.close();
    const manifest = JSON.parse(readFileSync(join(folder, 'export/manifest.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    expect(manifest.policy).toMatch(/^[0-9a-f]{12}$/);
    expect(manifest.settings).toMatchObject({
      policies: 'il-trust-act-2017.yaml, own.yaml',
      claims: 'claims.yaml',
      counterfactual: 'asked for',
    });
  });

  test('is written again the same by `report`, without the files that it was given', async () => {
    const before = caseResults(folder);
    writeFileSync(claims, 'claims: []');
    writeFileSync(own, '');
    expect((await contactAudit('report', folder)).status).toBe(0);
    expectSameBytes(caseResults(folder), before);
  });

  test('stands up to `verify`, and a changed quote does not', async () => {
    const good = await contactAudit('verify', folder, '--no-recount');
    expect(good.stdout).toMatch(/ok +policy +\d+ checked/);
    expect(good.status).toBe(0);
    const database = new Database(join(folder, 'case.sqlite'));
    database.exec("UPDATE findings SET quote = 'never said' WHERE rowid = 1");
    database.close();
    const bad = await contactAudit('verify', folder, '--no-recount');
    expect(bad.stdout).toMatch(/FAULT policy/);
    expect(bad.stdout).toContain('quote not found in');
    expect(bad.status).toBe(1);
  });
});

describe('a policy or claim that cannot be used stops a run before it begins', () => {
  const root = temporaryFolder();
  const file = (name: string, text: string) => {
    writeFileSync(join(root, name), text);
    return join(root, name);
  };
  test.each([
    ['an id that does not exist', ['--policy', 'il-trust'], 'there is no policy il-trust'],
    ['a file that is not there', ['--policy', './none.yaml'], 'policy file cannot be read: ./none.yaml'],
    [
      'a faulty file',
      ['--policy', file('bad.yaml', 'policy: a\nrule: x\n')],
      'bad.yaml:2:1: unknown key "rule"',
    ],
    [
      'a faulty claim',
      ['--claims', file('c.yaml', 'claims:\n  - id: a\n')],
      'c.yaml:2:5: expected role or name',
    ],
    [
      'the same policy twice',
      ['--policy', 'us-8usc1373', '--policy', join(__dirname, '../../policy/library/us-8usc1373.yaml')],
      'is in another policy already',
    ],
    ['a counterfactual without a policy', ['--counterfactual'], '--counterfactual needs a --policy'],
  ])('%s', async (_case, args, words) => {
    const { status, stderr } = await contactAudit('run', root, '--case', join(root, 'case'), ...args);
    expect(stderr).toContain(words);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(status).toBe(2);
    expect(existsSync(join(root, 'case'))).toBe(false);
  });
});

describe('the command policy', () => {
  test('lists what comes with the tool', async () => {
    const { stdout, status } = await contactAudit('policy', 'list');
    expect(status).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(13);
    expect(stdout).toContain('not verified and not tested');
  });

  test('shows a policy with clause, source and condition', async () => {
    const { stdout } = await contactAudit('policy', 'show', 'il-trust-act-2017');
    expect(stdout).toContain('5 ILCS 805/15(a)');
    expect(stdout).toContain('detainer_seen && held_for_authority');
  });

  test('does not write over a file, and asks for a word', async () => {
    const file = join(temporaryFolder(), 'own.yaml');
    expect((await contactAudit('policy', 'new', file)).status).toBe(0);
    expect((await contactAudit('policy', 'show', file)).stdout).toContain('section 3(a)');
    expect(await contactAudit('policy', 'new', file)).toMatchObject({ status: 2 });
    expect((await contactAudit('policy')).stderr).toContain('policy needs list, show or new');
  });
});
