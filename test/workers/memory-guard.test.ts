import { join } from 'node:path';
import { type Job, openThreadPool, type Queue } from '../../workers/index.ts';
import { openMemoryGuard } from '../../workers/memory-guard.ts';

const MIB = 1024 * 1024;

describe('memory that no limit of a heap covers', () => {
  let queue: Queue;
  beforeEach(() => {
    queue = openThreadPool({
      worker: join(__dirname, 'queue-worker.cjs'),
      workerData: null,
      threads: 2,
      processMib: Math.round(process.memoryUsage.rss() / MIB) + 400,
    });
  });
  afterEach(() => queue.close());

  const job = (data: object): Job => ({ stage: 'ingest', key: JSON.stringify(data), data });

  test('ends the job that takes it, alone or beside others, and the others are done', async () => {
    const [bad, good] = await Promise.all([
      queue.add(job({ act: 'swell' })),
      queue.add(job({ act: 'wait', milliseconds: 3000, value: 'beside' })),
    ]);
    expect(bad).toMatchObject({ state: 'failed', reason: 'memory' });
    expect(good).toMatchObject({ state: 'done', result: 'beside' });
    expect(await queue.add(job({ value: 'later' }))).toMatchObject({ state: 'done', result: 'later' });
  });
});

describe('the guard', () => {
  afterEach(() => jest.useRealTimers());

  test.each([
    ['stops a job that grew past the limit', 100, 900, 1],
    ['leaves a job be under the limit', 100, 700, 0],
    ['leaves a job be in a process that was as large before it', 850, 900, 0],
  ])('%s', (_, before, now, stops) => {
    jest.useFakeTimers();
    let memory = before * MIB;
    const stop = jest.fn();
    const unwatch = openMemoryGuard(800, () => memory).watch(stop);
    memory = now * MIB;
    jest.advanceTimersByTime(300);
    expect(stop).toHaveBeenCalledTimes(stops);
    unwatch();
    jest.advanceTimersByTime(3000);
    expect(stop).toHaveBeenCalledTimes(stops);
  });
});
