import { appendFileSync, cpSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../temporary-folder.ts';
import { caseResults, expectSameBytes, until } from './case-results.ts';
import { contactAudit, start } from './contact-audit.ts';
import { makeRelease } from './small-release.ts';

describe('a run', () => {
  const root = temporaryFolder();
  const RELEASE = makeRelease(join(root, 'release'));
  const undisturbed = join(root, 'undisturbed');
  let expected: Record<string, Buffer>;

  beforeAll(async () => {
    const { status } = await contactAudit('run', RELEASE, '--case', undisturbed);
    expect(status).toBe(0);
    expected = caseResults(undisturbed);
  });

  test('gives every export and the report', () => {
    expect(Object.keys(expected).sort()).toEqual([
      'case.xlsx',
      'claims.csv',
      'contacts.csv',
      'evidence.csv',
      'exchanges.jsonl',
      'files.csv',
      'findings.csv',
      'index.html',
      'items.jsonl',
      'manifest.json',
      'pages.csv',
      'public.html',
      'public/case-public.xlsx',
      'public/claims.csv',
      'public/contacts.csv',
      'public/evidence.csv',
      'public/files.csv',
      'public/findings.csv',
      'public/pages.csv',
      'public/summary.csv',
      'report.pdf',
      'summary.csv',
    ]);
  });

  test('run again does no work twice and changes no byte', async () => {
    const { status, stderr } = await contactAudit('run', RELEASE, '--case', undisturbed);
    expect(status).toBe(0);
    const ends = stderr.split('\n').filter((line) => line.includes('"stage done"'));
    expect(ends.map((line) => JSON.parse(line) as object)).toEqual(
      ['pages', 'ocr', 'ingest', 'link', 'code', 'image'].map((stage) =>
        expect.objectContaining({ stage, done: 0, failed: 0 }),
      ),
    );
    expectSameBytes(caseResults(undisturbed), expected);
  });

  test.each([
    ['while it reads', () => true],
    ['between reading and linking', (folder: string) => existsSync(join(folder, 'store/rows'))],
    ['while it writes the results', (folder: string) => existsSync(join(folder, 'export'))],
  ])('killed %s and run again gives the bytes of an undisturbed run', async (name, ready) => {
    const folder = join(root, name.replaceAll(' ', '-'));
    const { child, ended } = start('run', RELEASE, '--case', folder);
    await until(() => existsSync(join(folder, 'store/tmp')));
    await until(() => ready(folder) || child.exitCode !== null);
    child.kill('SIGKILL');
    await ended;
    expect((await contactAudit('run', RELEASE, '--case', folder)).status).toBe(0);
    expectSameBytes(caseResults(folder), expected);
  });

  test('stopped by Ctrl-C says so, keeps what is done, and goes on from there', async () => {
    const folder = join(root, 'interrupted');
    const { child, ended } = start('run', RELEASE, '--case', folder);
    const read = join(folder, 'store/ingest');
    // The folder is there before what is kept in it.
    await until(
      () =>
        existsSync(read) &&
        readdirSync(read, { recursive: true }).some((name) => String(name).endsWith('items.jsonl')),
    );
    child.kill('SIGINT');
    const { status, stderr } = await ended;
    expect(status).toBe(130);
    expect(stderr).toContain('stopped; what is done is kept');
    const again = await contactAudit('run', RELEASE, '--case', folder);
    const ingest = again.stderr
      .split('\n')
      .find((line) => line.includes('"stage done"') && line.includes('"ingest"'));
    expect((JSON.parse(ingest ?? '{}') as { kept: number }).kept).toBeGreaterThan(0);
    expectSameBytes(caseResults(folder), expected);
  });

  test('lets only one run at a time work on a case', async () => {
    const folder = join(root, 'twice');
    const first = start('run', RELEASE, '--case', folder);
    await until(() => existsSync(join(folder, 'store/tmp')));
    const second = await contactAudit('run', RELEASE, '--case', folder);
    expect(second.status).toBe(1);
    expect(second.stderr).toContain('another run is at work on this case');
    expect((await first.ended).status).toBe(0);
  });

  test('verifies, and a change of a byte in an export, a broken chain and a name in a public file are found', async () => {
    expect((await contactAudit('verify', undisturbed)).status).toBe(0);
    const folder = join(root, 'tampered');
    cpSync(undisturbed, folder, { recursive: true });
    appendFileSync(join(folder, 'export/contacts.csv'), ' ');
    writeFileSync(join(folder, 'decisions.jsonl'), '{"prev":"x"}\n');
    appendFileSync(join(folder, 'report/public.html'), '<p>Radoslav Hristov</p>');
    const { status, stdout } = await contactAudit('verify', folder, '--no-recount');
    expect(status).toBe(1);
    expect(stdout).toContain('contacts.csv is not what the run wrote');
    expect(stdout).toMatch(/FAULT decisions/);
    expect(stdout).toMatch(/FAULT public .*\n +public\.html: \d private strings can be read \(person\)/);
    expect(stdout).not.toContain('Hristov');
  });

  test('gives the same report again from the case alone, the store thrown away and rebuilt', async () => {
    const folder = join(root, 'again');
    cpSync(undisturbed, folder, { recursive: true });
    rmSync(join(folder, 'report'), { recursive: true });
    rmSync(join(folder, 'export'), { recursive: true });
    expect((await contactAudit('report', folder)).status).toBe(0);
    expectSameBytes(caseResults(folder), expected);
    rmSync(join(folder, 'store'), { recursive: true });
    expect((await contactAudit('run', RELEASE, '--case', folder)).status).toBe(0);
    expectSameBytes(caseResults(folder), expected);
  });
});
