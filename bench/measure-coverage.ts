/**
 * Reads everything under a folder as one release with the built command, and prints what came of each kind of file and how
 * it compares with what is expected (`bench/coverage-expected.json`). Writes docs/coverage.md where `--write` is given.
 *
 *     npm run measure:coverage -- <folder> [--write] [--case <dir>]
 *
 * With `--case` the case is kept, and what it holds already is not read again.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { caseLayout, openDatabase } from '../case/index.ts';
import { sha256Hex } from '../ingest/index.ts';
import { openCase } from '../workers/index.ts';
import { stageVersions } from '../workers/project.ts';
import { type Answer, checkExpectation, type Expectation } from './check-coverage.ts';
import { coverageText, kindRows } from './coverage-text.ts';

/** The command that was built with this file. */
const MAIN = fileURLToPath(new URL('../cli/main.js', import.meta.url));
const DOCS = 'docs/coverage.md';
const args = process.argv.slice(2);
const kept = args.includes('--case') ? args[args.indexOf('--case') + 1] : undefined;
const folder = args.find((arg) => !arg.startsWith('--') && arg !== kept);
if (folder === undefined) {
  process.stderr.write('usage: npm run measure:coverage -- <folder> [--write] [--case <dir>]\n');
  process.exit(2);
}

const expected = JSON.parse(readFileSync('bench/coverage-expected.json', 'utf8')) as Expectation[];
const work = mkdtempSync(join(tmpdir(), 'contact-audit-coverage-'));
try {
  const passwords = join(work, 'passwords.txt');
  writeFileSync(passwords, [...new Set(expected.map(({ password }) => password ?? ''))].join('\n'));
  const caseFolder = kept ?? join(work, 'case');
  const start = performance.now();
  const run = spawnSync(
    process.execPath,
    [MAIN, 'run', folder, '--case', caseFolder, '--passwords', passwords],
    { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  const seconds = (performance.now() - start) / 1000;
  if (run.status !== 0) throw new Error(`the run ended with ${run.status}: ${run.stderr.slice(-2000)}`);
  const layout = caseLayout(caseFolder);
  const data = openCase(layout);
  const database = openDatabase(layout.database);
  const jobs = database.jobs();
  database.close();
  const times = new Map(jobs.map(({ key, milliseconds }) => [key, milliseconds]));
  const { ingest } = stageVersions();
  const secondsOf = (sha256: string) => {
    const took = times.get(sha256Hex(`${ingest} ${sha256}`));
    return took === undefined || took === null ? null : took / 1000;
  };
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const present = expected.filter(({ file }) => data.inputs.some(({ path }) => path === file));
  const answers: Answer[] = present.map((one) => checkExpectation(one, data, read, secondsOf));
  const text = coverageText(kindRows(data, secondsOf), answers, { data, seconds });
  process.stdout.write(text);
  if (args.includes('--write')) writeFileSync(DOCS, text);
} finally {
  rmSync(work, { recursive: true, force: true });
}
