import { join } from 'node:path';
import { type Job, openEmbeddedQueue, openThreadPool } from '../../workers/index.ts';

import { describeQueue, LIMITS } from './queue-conformance.ts';

describeQueue('worker threads', async () =>
  openEmbeddedQueue({
    worker: join(__dirname, 'queue-worker.cjs'),
    workerData: null,
    threads: 2,
    jobSeconds: LIMITS,
    heapMib: 64,
  }),
);

describe('a job that hangs', () => {
  /** Longest time at a page, in seconds: until it is at one, a job has two less, in which its thread has to start on a busy machine. */
  const PAGE = 6;
  const hang = (page: number, seconds: number): Job => ({
    stage: 'ingest',
    key: 'hang',
    data: { act: 'hang', page },
    seconds,
  });
  const pool = openThreadPool({
    worker: join(__dirname, 'queue-worker.cjs'),
    workerData: null,
    threads: 2,
    pageSeconds: PAGE,
  });
  afterAll(() => pool.close());

  test.each([
    ['at no page of a file ends at its own limit', 0, 1, 'took longer than 1 seconds'],
    ['while a PDF is opened ends as at a page', -1, 600, `took longer than ${PAGE} seconds`],
  ])('%s, and blames no page', async (_, page, seconds, message) => {
    const outcome = await pool.add(hang(page, seconds));
    expect(outcome).toMatchObject({ state: 'failed', reason: 'timeout', message });
    expect(outcome).not.toHaveProperty('page');
  });

  test('at a page does not use up what it may take elsewhere, and the page is named', async () => {
    const outcome = await pool.add(hang(7, PAGE - 2));
    const message = `took longer than ${PAGE} seconds`;
    expect(outcome).toMatchObject({ reason: 'timeout', message, page: 7 });
  });
});
