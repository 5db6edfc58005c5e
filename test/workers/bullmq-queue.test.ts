import { join } from 'node:path';
import { openBullmqQueue } from '../../workers/bullmq-queue.ts';
import { openBullmqWorker } from '../../workers/bullmq-worker.ts';
import {
  connectRedis,
  createLogger,
  openThreadPool,
  parseRedisUrl,
  type Queue,
} from '../../workers/index.ts';
import { describeQueue, LIMITS } from './queue-conformance.ts';
import { startRedis, type TestRedis } from './redis-server.ts';

const logger = createLogger('silent');
let redis: TestRedis;
let made = 0;

beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());

/** A queue with one worker of its own, under its own key prefix. */
async function openWithWorker(prefix = `test:${++made}`): Promise<Queue> {
  const { options: connection } = parseRedisUrl(redis.url);
  const worker = join(__dirname, 'queue-worker.cjs');
  const pool = openThreadPool({
    worker,
    workerData: null,
    threads: 2,
    jobSeconds: LIMITS,
    heapMib: 64,
  });
  const member = await openBullmqWorker({ connection, prefix, pool, rate: null, logger });
  const queue = await openBullmqQueue({ connection, prefix, concurrency: 16, logger });
  return {
    concurrency: queue.concurrency,
    add: (job) => queue.add(job),
    addFlow: (whole, parts) => queue.addFlow(whole, parts),
    workers: () => queue.workers(),
    rest: () => queue.rest(),
    async close() {
      await queue.close();
      await member.close();
    },
  };
}

describeQueue('BullMQ on Redis', () => openWithWorker());

describe('BullMQ on Redis', () => {
  test('takes a job again whose result is no longer wanted from before', async () => {
    const queue = await openWithWorker('test:again');
    const job = { stage: 'ingest' as const, key: 'same', data: { value: 1 } };
    expect(await queue.add(job)).toMatchObject({ result: 1 });
    expect(await queue.add({ ...job, data: { value: 2 } })).toMatchObject({ result: 2 });
    await queue.close();
  });

  test('goes on when Redis is killed and started again while jobs run and wait', async () => {
    const queue = await openWithWorker('test:restart');
    const jobs = Array.from({ length: 12 }, (_, value) => ({
      stage: 'ingest' as const,
      key: String(value),
      data: { act: 'wait', milliseconds: 300, value },
    }));
    const outcomes = Promise.all(jobs.map((job) => queue.add(job)));
    await new Promise((resolve) => setTimeout(resolve, 500));
    await redis.restart();
    expect((await outcomes).map((outcome) => outcome.state === 'done' && outcome.result)).toEqual(
      jobs.map(({ data }) => data.value),
    );
    await queue.close();
  });

  test('keeps few ended jobs, however many there were', async () => {
    const queue = await openWithWorker('test:many');
    const jobs = Array.from({ length: 1500 }, (_, value) => ({
      stage: 'ingest' as const,
      key: `k${value}`,
      data: { value },
    }));
    await Promise.all(jobs.map((job) => queue.add(job)));
    await queue.close();
    const client = await connectRedis(parseRedisUrl(redis.url));
    expect(await client.zcard('test:many:stages:completed')).toBeLessThanOrEqual(1000);
    client.disconnect();
  });
});

describe('a Redis URL', () => {
  test.each([
    ['redis://localhost', { host: 'localhost', port: 6379, db: 0 }],
    ['redis://:s%40cret@10.0.0.5:7000/3', { host: '10.0.0.5', port: 7000, db: 3, password: 's@cret' }],
    [
      'rediss://ann:pw@redis.example',
      { host: 'redis.example', username: 'ann', password: 'pw', tls: { servername: 'redis.example' } },
    ],
    ['redis://[::1]:6380', { host: '::1', port: 6380 }],
  ])('%s is understood', (url, options) => {
    expect(parseRedisUrl(url).options).toMatchObject(options);
  });

  test.each(['localhost:6379', 'http://localhost', 'redis://localhost/x', ''])('%s is refused', (url) => {
    expect(() => parseRedisUrl(url)).toThrow(/Redis URL/);
  });
});
