import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../temporary-folder.ts';
import { caseResults, expectSameBytes } from './case-results.ts';
import { contactAudit } from './contact-audit.ts';
import { makeRelease } from './small-release.ts';

const ROOT = join(__dirname, '../..');
const WAYS = ['in turn', 'in a thread'] as const;
type Way = (typeof WAYS)[number];

/** What the built code says of a case whose editions it writes, one way or the other. */
interface Outcome {
  withheld?: string | null;
  error?: { name: string; message: string; code: string | null; isRunError: boolean };
}

const SCRIPT = `
import { caseLayout, RunError } from './dist/case/index.js';
import { openStore } from './dist/store/index.js';
import { assessCase, openCase, writeResults } from './dist/workers/index.js';
const [, folder, way, field, word] = process.argv;
const layout = caseLayout(folder);
const data = assessCase(openCase(layout));
if (field === 'role') for (const one of data.participants) one.role = word;
if (field === 'component') for (const one of data.exchanges) one.component = [word];
try {
  const { withheld } = await writeResults(layout, data, openStore(layout.store), way === 'in a thread');
  console.log(JSON.stringify({ withheld }));
} catch (error) {
  const { name, message, code = null } = error;
  console.log(JSON.stringify({ error: { name, message, code, isRunError: error instanceof RunError } }));
}`;

let made: string;
beforeAll(async () => {
  const folder = temporaryFolder();
  made = join(folder, 'case');
  const release = makeRelease(join(folder, 'release'), 3);
  const claims = join(ROOT, 'fixtures/linden-grove/claims.yaml');
  const rules = ['--policy', 'il-trust-act-2017', '--claims', claims];
  expect((await contactAudit('run', release, '--case', made, ...rules)).status).toBe(0);
});

/** A copy of the case, its results taken away. */
function copyCase(): string {
  const copy = join(temporaryFolder(), 'case');
  cpSync(made, copy, { recursive: true });
  for (const name of ['export', 'report']) rmSync(join(copy, name), { recursive: true });
  return copy;
}

/** `spoiled`: a field that holds codes, which are not masked, and a word that is put there. */
function write(folder: string, way: Way, spoiled: readonly string[] = []): Outcome {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', SCRIPT, folder, way, ...spoiled],
    { cwd: ROOT, encoding: 'utf8' },
  );
  expect([status, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as Outcome;
}

test.each(WAYS)('the editions have the bytes of the run: %s', (way) => {
  const copy = copyCase();
  expect(write(copy, way)).toEqual({ withheld: null });
  expectSameBytes(caseResults(copy), caseResults(made));
});

/** The same for both ways; returns what came of it and which files are there in the end. */
function bothWays(
  spoil: (folder: string) => void,
  spoiled: readonly string[] = [],
): { outcome: Outcome; files: string[] } {
  const [inTurn, inThread] = WAYS.map((way) => {
    const copy = copyCase();
    spoil(copy);
    const outcome = JSON.parse(JSON.stringify(write(copy, way, spoiled)).replaceAll(copy, 'CASE')) as Outcome;
    return { outcome, files: Object.keys(caseResults(copy)).sort() };
  });
  expect(inThread).toEqual(inTurn);
  return inThread as { outcome: Outcome; files: string[] };
}

describe('in a thread as without', () => {
  test('an export that cannot be written is the error of the system, and nothing is written', () => {
    const { outcome, files } = bothWays((folder) => {
      mkdirSync(join(folder, 'report'));
      mkdirSync(join(folder, 'export/items.jsonl.partial'), { recursive: true });
    });
    expect(outcome.error).toMatchObject({ name: 'Error', code: 'EISDIR', isRunError: false });
    expect(outcome.error?.message).toContain('CASE/export/items.jsonl.partial');
    expect(files).toEqual([]);
  });

  test('a printed edition that cannot be written leaves the others', () => {
    const { outcome, files } = bothWays((folder) => {
      mkdirSync(join(folder, 'export'));
      mkdirSync(join(folder, 'report/report.pdf.partial'), { recursive: true });
    });
    expect(outcome.error).toMatchObject({ code: 'EISDIR' });
    expect(files).toEqual(expect.arrayContaining(['index.html', 'public.html', 'manifest.json']));
    expect(files).not.toContain('report.pdf');
  });

  test.each([
    ['page', 'role'],
    ['tables', 'component'],
  ])(
    'a public edition in whose %s a private person would be read is withheld, and no trace of it is left',
    (_where, field) => {
      const { outcome, files } = bothWays(() => {}, [field, 'Sadvakasov']);
      expect(outcome.withheld).toMatch(/still show/);
      expect(files).toEqual(expect.arrayContaining(['index.html', 'case.xlsx', 'manifest.json']));
      expect(files.filter((name) => /public|pdf|partial/.test(name))).toEqual([]);
    },
  );
});
