/**
 * What the queues cost and what more workers bring, on work of the processor alone.
 *
 *     npm run measure:workers            needs redis-server or valkey-server on the path, or REDIS_URL
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { Queue as BullQueue } from 'bullmq';
import { openBullmqQueue } from '../workers/bullmq-queue.ts';
import { openBullmqWorker } from '../workers/bullmq-worker.ts';
import {
  connectRedis,
  createLogger,
  openEmbeddedQueue,
  openThreadPool,
  parseRedisUrl,
  type Queue,
} from '../workers/index.ts';

const JOBS = 160;
/** Some 60 ms of hashing on one core: short against a page of OCR, so that the queue's own cost shows. */
const ROUNDS = 600;
/** What one page of OCR costs with the slower of the measured models, in milliseconds of one core. */
const OCR_PAGE_MS = 2400;
const MANY = 100_000;
const WORKER = resolve('bench/burn-worker.cjs');
const { burn } = createRequire(import.meta.url)(WORKER) as { burn(rounds: number): number };
const print = (line: string) => process.stdout.write(`${line}\n`);
const logger = createLogger('silent');

function loop(): number {
  const start = performance.now();
  for (let job = 0; job < JOBS; job += 1) burn(ROUNDS);
  return performance.now() - start;
}

/** Wall time of all jobs, workers warm. */
async function timed(queue: Queue): Promise<number> {
  const job = (key: string) => ({ stage: 'code' as const, key, data: { rounds: ROUNDS } });
  await Promise.all(Array.from({ length: 8 }, (_, n) => queue.add(job(`warm ${n}`))));
  const start = performance.now();
  const keys = Array.from({ length: JOBS }, (_, n) => `job ${n}`);
  let next = 0;
  const hand = async () => {
    while (next < keys.length) await queue.add(job(keys[next++] as string));
  };
  await Promise.all(Array.from({ length: queue.concurrency }, hand));
  return performance.now() - start;
}

async function withEmbedded(threads: number): Promise<number> {
  const queue = openEmbeddedQueue({ worker: WORKER, workerData: null, threads });
  try {
    return await timed(queue);
  } finally {
    await queue.close();
  }
}

async function withRedis(url: string, workers: number): Promise<number> {
  const { options: connection } = parseRedisUrl(url);
  const prefix = `bench:${workers}:${process.pid}`;
  const members = [];
  for (let worker = 0; worker < workers; worker += 1) {
    const pool = openThreadPool({ worker: WORKER, workerData: null, threads: 1 });
    members.push(await openBullmqWorker({ connection, prefix, pool, rate: null, logger }));
  }
  const queue = await openBullmqQueue({ connection, prefix, concurrency: 64, logger });
  try {
    return await timed(queue);
  } finally {
    await queue.close();
    await Promise.all(members.map((member) => member.close()));
  }
}

/** Bytes that Redis takes for many waiting jobs of the size that a run makes. */
async function memoryOfJobs(url: string): Promise<number> {
  const server = parseRedisUrl(url);
  const redis = await connectRedis(server);
  const used = async () => Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1]);
  const before = await used();
  const queue = new BullQueue('many', { connection: server.options, prefix: `bench:many:${process.pid}` });
  const key = 'f'.repeat(64);
  for (let start = 0; start < MANY; start += 5000) {
    await queue.addBulk(
      Array.from({ length: 5000 }, (_, n) => ({
        name: 'pages',
        data: {
          stage: 'pages',
          key,
          data: { location: { blob: `blobs/ff/${key}` }, sha256: key, first: 1, last: 25, key },
        },
        opts: { jobId: `pages-${start + n}`, priority: 3 },
      })),
    );
  }
  const after = await used();
  await queue.obliterate({ force: true });
  await queue.close();
  redis.disconnect();
  return after - before;
}

async function serveRedis(): Promise<{ url: string; server: ChildProcess | null }> {
  if (process.env.REDIS_URL !== undefined) return { url: process.env.REDIS_URL, server: null };
  const port = 20_000 + (process.pid % 10_000);
  const args = ['--port', String(port), '--save', '', '--dir', tmpdir()];
  const server = spawn('redis-server', args, { stdio: 'ignore' });
  server.on('error', () => {
    print('redis-server is not on the path: install it, or set REDIS_URL');
    process.exit(2);
  });
  const url = `redis://127.0.0.1:${port}`;
  for (let tries = 0; ; tries += 1) {
    const redis = await connectRedis(parseRedisUrl(url)).catch(() => null);
    if (redis !== null) {
      redis.disconnect();
      return { url, server };
    }
    if (tries === 50) throw new Error('redis-server does not answer');
    await new Promise((done) => setTimeout(done, 100));
  }
}

const { url, server } = await serveRedis();
try {
  loop();
  const alone = loop();
  print(
    `${JOBS} jobs of ${(alone / JOBS).toFixed(1)} ms in a plain loop: ${(alone / 1000).toFixed(2)} s; ${availableParallelism()} cores`,
  );
  for (const [name, run] of [
    ['worker threads', withEmbedded],
    ['BullMQ on Redis', (workers: number) => withRedis(url, workers)],
  ] as const) {
    const one = await run(1);
    const overhead = (one - alone) / JOBS;
    print(`${name}`);
    print(
      `  1 worker   ${(JOBS / (one / 1000)).toFixed(1)} jobs/s, ${overhead.toFixed(2)} ms a job over the loop = ${((100 * overhead) / OCR_PAGE_MS).toFixed(2)} % of a page of OCR`,
    );
    for (const workers of [2, 4]) {
      const time = await run(workers);
      print(
        `  ${workers} workers  ${(JOBS / (time / 1000)).toFixed(1)} jobs/s, ${(one / time).toFixed(2)} times one`,
      );
    }
  }
  const bytes = await memoryOfJobs(url);
  print(
    `Redis memory for ${MANY} waiting jobs: ${(bytes / 2 ** 20).toFixed(0)} MiB, ${Math.round(bytes / MANY)} bytes a job`,
  );
} finally {
  server?.kill();
}
