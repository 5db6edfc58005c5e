import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

const SCRIPT = `
import { createHash } from 'node:crypto';
import { layRows } from './dist/classify/ridge.js';
import { solveRidge } from './dist/classify/ridge-threads.js';
const ITEMS = 3000, FEATURES = 500, WIDTH = 23;
const vectors = Array.from({ length: ITEMS }, (_, item) => ({
  ids: Uint32Array.from(new Set(Array.from({ length: 30 }, (_, at) => (item * 7 + at * at * 13) % FEATURES))),
}));
for (const vector of vectors) vector.values = Float64Array.from(vector.ids, (id) => 1 / (1 + (id % 5)));
const targets = Float64Array.from({ length: ITEMS * WIDTH }, (_, at) => ((at * 31) % 11 < 4 ? 1 : -1));
const folds = vectors.map((_, item) => item % 5);
const { weights, bias, leftOut } = solveRidge(layRows(vectors, FEATURES), targets, WIDTH, 2, folds, Number(process.argv[1]));
const hash = createHash('sha256');
for (const part of [weights, bias, leftOut]) hash.update(new Uint8Array(part.buffer));
console.log(hash.digest('hex'));`;

function solve(threads: number, ...flags: string[]): string {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [...flags, '--input-type=module', '-e', SCRIPT, String(threads)],
    { cwd: ROOT, encoding: 'utf8' },
  );
  expect([status, stderr]).toEqual([0, '']);
  return stdout;
}

test('threads share the work and change nothing', () => {
  const alone = solve(1);
  expect(solve(2)).toBe(alone);
  expect(solve(4)).toBe(alone);
});

test('what a thread has taken and not finished is done by the one that waits', () => {
  expect(solve(2, '--require', join(__dirname, 'break-helpers.cjs'))).toBe(solve(1));
});
