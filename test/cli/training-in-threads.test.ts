import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Digest of a program's result, and how often a helping thread handed over its work or ended with it. */
function run(program: string, threads: number, env: NodeJS.ProcessEnv): { digest: string; helped: number } {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--require', join(__dirname, 'mark-helpers.cjs'), join(__dirname, program), String(threads)],
    { encoding: 'utf8', env: { ...process.env, ...env } },
  );
  expect([status, stderr]).toEqual([0, '']);
  const lines = stdout.trimEnd().split('\n');
  return { digest: lines.at(-1)!, helped: lines.length - 1 };
}

/** The same, again where the threads came when all was taken, as may be on a busy machine. */
function runHelped(program: string, threads: number, env: NodeJS.ProcessEnv = {}) {
  let solved = run(program, threads, env);
  for (let again = 0; again < 5 && solved.helped === 0; again += 1) solved = run(program, threads, env);
  expect(solved.helped).toBeGreaterThan(0);
  return solved;
}

describe.each(['read-labelled.mjs', 'solve-ridge.mjs'])('%s', (program) => {
  const alone = run(program, 1, {});

  test('threads share the work and change nothing', () => {
    expect(alone.helped).toBe(0);
    expect(runHelped(program, 2).digest).toBe(alone.digest);
    expect(runHelped(program, 4).digest).toBe(alone.digest);
  });

  test('what a thread has taken and not finished is done by the one that waits', () => {
    const broken = runHelped(program, 2, { BREAK_HELPERS: '1' });
    expect(broken).toEqual({ digest: alone.digest, helped: 1 });
  });
});
