import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectRedis, parseRedisUrl } from '../../workers/index.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { freePort, startRedis, type TestRedis } from '../workers/redis-server.ts';
import { caseResults, expectSameBytes, until } from './case-results.ts';
import { contactAudit, type Ended, type Started, start, startWith } from './contact-audit.ts';
import { makeRelease } from './small-release.ts';

const root = temporaryFolder();
const release = makeRelease(join(root, 'release'), 60);
let redis: TestRedis;
let expected: Record<string, Buffer>;
let started: Started[] = [];

beforeAll(async () => {
  redis = await startRedis();
  expect((await contactAudit('run', release, '--case', join(root, 'embedded'))).status).toBe(0);
  expected = caseResults(join(root, 'embedded'));
});
afterEach(() => {
  for (const { child } of started) child.kill('SIGKILL');
  started = [];
});
afterAll(() => redis.stop());

function run(folder: string, ...more: string[]): Started {
  const process = start('run', release, '--case', folder, '--redis', redis.url, ...more);
  started.push(process);
  return process;
}

/** A worker of the case; waits until the case has a store to work on. */
async function worker(folder: string, environment: Record<string, string> = {}): Promise<Started> {
  await until(() => existsSync(join(folder, 'store/case-id')));
  const args = ['worker', '--redis', redis.url, '--store', join(folder, 'store'), '--jobs', '1'];
  const process = startWith(environment, ...args);
  started.push(process);
  return process;
}

const artifacts = (folder: string) => {
  const path = join(folder, 'store/ingest');
  return existsSync(path) ? readdirSync(path).length : 0;
};

/** The first answer of a server that is starting. */
async function answerOf(url: string): Promise<Response> {
  for (;;) {
    const answer = await fetch(url).catch(() => null);
    if (answer !== null) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function expectWhole({ status, stderr }: Ended, folder: string): void {
  expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
  expectSameBytes(caseResults(folder), expected);
}

describe('a run on Redis', () => {
  test('gives the bytes of a run without it', async () => {
    const folder = join(root, 'alone');
    expectWhole(await run(folder).ended, folder);
  });

  test('waits for workers that join late, and shares the work among them', async () => {
    const folder = join(root, 'late');
    const coordinator = run(folder, '--jobs', '0');
    await until(() => existsSync(join(folder, 'store/case-id')));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(artifacts(folder)).toBe(0);
    await Promise.all([worker(folder), worker(folder)]);
    expectWhole(await coordinator.ended, folder);
  });

  test('loses and doubles nothing when a worker is killed in the middle of a job', async () => {
    const folder = join(root, 'killed-worker');
    const coordinator = run(folder, '--jobs', '0');
    const doomed = await worker(folder);
    await until(() => artifacts(folder) > 0);
    doomed.child.kill('SIGKILL');
    await worker(folder);
    expectWhole(await coordinator.ended, folder);
  });

  test('goes on when Redis is killed and started again', async () => {
    const folder = join(root, 'killed-redis');
    const coordinator = run(folder);
    await until(() => artifacts(folder) > 0);
    await redis.restart();
    expectWhole(await coordinator.ended, folder);
  });

  test('killed at the coordinator and started again goes on, the worker never having stopped', async () => {
    const folder = join(root, 'killed-coordinator');
    const first = run(folder, '--jobs', '0');
    await worker(folder);
    await until(() => artifacts(folder) > 0);
    first.child.kill('SIGKILL');
    await first.ended;
    expectWhole(await run(folder, '--jobs', '0').ended, folder);
  });

  test('names a file that kills three workers, and reads the rest', async () => {
    const folder = join(root, 'poisoned');
    const poisoned = makeRelease(join(root, 'poisoned-release'), 3);
    const mail = 'From: a@pd.example\nSubject: x\n\nthis mail kills whoever reads it\n';
    writeFileSync(join(poisoned, 'poison.eml'), mail);
    const coordinator = start('run', poisoned, '--case', folder, '--redis', redis.url, '--jobs', '0');
    started.push(coordinator);
    let deaths = 0;
    let ended = false;
    void coordinator.ended.then(() => {
      ended = true;
    });
    // As a service manager does: a worker that died is started again.
    while (!ended) {
      const member = await worker(folder, { NODE_OPTIONS: `--require ${join(__dirname, 'poison.cjs')}` });
      const { status } = await Promise.race([member.ended, coordinator.ended]);
      if (!ended && status !== 0) deaths += 1;
    }
    expect((await coordinator.ended).status).toBe(0);
    expect(deaths).toBe(3);
    const ledger = readFileSync(join(folder, 'export/files.csv'), 'utf8').split('\n');
    expect(ledger.find((line) => line.includes('poison.eml'))).toMatch(
      /unreadable.*crash.*killed each worker/,
    );
    expect(ledger.filter((line) => /,read,|,partial,/.test(line))).toHaveLength(5);
    const status = await contactAudit('status', folder);
    expect(status.stdout).toContain('failed: ingest');
    expect(status.stdout).toContain('not read: poison.eml (crash)');

    const plain = await contactAudit('run', poisoned, '--case', folder);
    expect(readFileSync(join(folder, 'export/files.csv'), 'utf8')).toContain('killed each worker');
    const again = await contactAudit('run', poisoned, '--case', folder, '--retry-failed');
    const counts = ({ stderr }: Ended) =>
      JSON.parse(
        stderr.split('\n').find((line) => line.includes('"stage done"') && line.includes('"ingest"')) ?? '{}',
      ) as object;
    expect(counts(plain)).toMatchObject({ done: 0 });
    expect(counts(again)).toMatchObject({ done: 1, failed: 0 });
    expect(readFileSync(join(folder, 'export/files.csv'), 'utf8')).not.toContain('killed each worker');
  });
});

describe('the dashboard', () => {
  test('is there while the run is, on this machine alone', async () => {
    const port = await freePort();
    const coordinator = run(join(root, 'watched'), '--jobs', '0', '--dashboard', String(port));
    const page = await answerOf(`http://127.0.0.1:${port}/`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Bull');
    const queues = (await (await fetch(`http://127.0.0.1:${port}/api/queues`)).json()) as {
      queues: { readOnlyMode: boolean }[];
    };
    expect(queues.queues.map(({ readOnlyMode }) => readOnlyMode)).toEqual([true]);
    coordinator.child.kill('SIGTERM');
    expect((await coordinator.ended).status).toBe(130);
  });
});

describe('a worker', () => {
  test('told to stop ends its job and exits with 0', async () => {
    const folder = join(root, 'terminated');
    const coordinator = run(folder, '--jobs', '0');
    const member = await worker(folder);
    await until(() => artifacts(folder) > 0);
    member.child.kill('SIGTERM');
    expect((await member.ended).status).toBe(0);
    await worker(folder);
    expectWhole(await coordinator.ended, folder);
  });

  test('of another version is told so in one line and does no work', async () => {
    const folder = join(root, 'alone');
    const client = await connectRedis(parseRedisUrl(redis.url));
    const id = readFileSync(join(folder, 'store/case-id'), 'utf8');
    await client.set(`contact-audit:${id}:version`, '0.0.0 (other)');
    client.disconnect();
    const { status, stderr } = await (await worker(folder)).ended;
    expect(status).toBe(2);
    expect(stderr).toContain('install the same version on both');
  });

  test('of a folder that is no store is told so', async () => {
    const { status, stderr } = await contactAudit('worker', '--redis', redis.url, '--store', release);
    expect([status, stderr]).toEqual([2, expect.stringContaining('no store of a run with Redis')]);
  });
});

describe('a Redis that does not let us in', () => {
  test('because it is not there is one line and exit 2', async () => {
    const { status, stderr } = await contactAudit(
      'run',
      release,
      '--case',
      join(root, 'x'),
      '--redis',
      'redis://127.0.0.1:1',
      '--log-level',
      'error',
    );
    expect([status, stderr]).toEqual([2, 'contact-audit: Redis at 127.0.0.1:1 cannot be reached\n']);
  });

  test('because the password is wrong is one line that does not show it, and exit 2', async () => {
    const locked = await startRedis('right');
    const wrong = locked.url.replace('right', 'wrong');
    const { status, stderr } = await contactAudit(
      'run',
      release,
      '--case',
      join(root, 'y'),
      '--redis',
      wrong,
      '--log-level',
      'error',
    );
    expect([status, stderr]).toEqual([2, expect.stringMatching(/does not accept the user or password\n$/)]);
    expect(stderr).not.toContain('wrong');
    const { status: good } = await contactAudit(
      'run',
      join(release, 'mail-1.eml'),
      '--case',
      join(root, 'z'),
      '--redis',
      locked.url,
    );
    expect(good).toBe(0);
    locked.stop();
  });
});
