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
    pageSeconds: 2,
  });
  afterAll(() => pool.close());

  test.each([
    ['at no page of a file ends at its own limit', 0, 1, 'took longer than 1 seconds'],
    ['while a PDF is opened ends as at a page', -1, 600, 'took longer than 2 seconds'],
  ])('%s, and blames no page', async (_, page, seconds, message) => {
    const outcome = await pool.add(hang(page, seconds));
    expect(outcome).toMatchObject({ state: 'failed', reason: 'timeout', message });
    expect(outcome).not.toHaveProperty('page');
  });

  test('at a page does not use up what it may take elsewhere, and the page is named', async () => {
    const outcome = await pool.add(hang(7, 1));
    expect(outcome).toMatchObject({ reason: 'timeout', message: 'took longer than 2 seconds', page: 7 });
  });
});
