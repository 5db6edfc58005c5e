import { join } from 'node:path';
import type { Job, Queue, StageName } from '../../workers/index.ts';
import { QueueClosed } from '../../workers/index.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** Longest times in these tests, in seconds; all but these are longer than a machine that is busy with other things takes. */
export const LIMITS: Partial<Record<StageName, number>> = { image: 1, code: 3 };

/** What every engine behind the queue contract has to do. `open` gives a queue of two threads whose jobs may take `LIMITS` and 64 MiB. */
export function describeQueue(engine: string, open: () => Promise<Queue>): void {
  const job = (data: object, stage: StageName = 'ingest'): Job => ({
    stage,
    key: JSON.stringify(data),
    data,
  });

  describe(`the queue contract, ${engine}`, () => {
    let queue: Queue;
    beforeEach(async () => {
      queue = await open();
    });
    afterEach(() => queue.close());

    test('gives each job its own result', async () => {
      const values = Array.from({ length: 20 }, (_, value) => value);
      const outcomes = await Promise.all(values.map((value) => queue.add(job({ value }))));
      expect(outcomes.map((outcome) => outcome.state === 'done' && outcome.result)).toEqual(values);
    });

    test.each([
      ['hangs', 'hang', 'image', 'timeout'],
      ['takes all memory', 'grow', 'ingest', 'memory'],
      ['ends its process', 'die', 'ingest', 'crash'],
      ['throws', 'throw', 'ingest', 'crash'],
      ['finds the disk full', 'full', 'ingest', 'machine'],
    ] as const)('names a job that %s, and goes on', async (_, act, stage, reason) => {
      const [bad, good] = await Promise.all([
        queue.add(job({ act }, stage)),
        queue.add(job({ value: 'after' })),
      ]);
      expect(bad).toMatchObject({ state: 'failed', reason });
      expect(good).toMatchObject({ state: 'done', result: 'after' });
      expect(await queue.add(job({ value: 'later' }))).toMatchObject({ state: 'done', result: 'later' });
    });

    test('runs the whole when each part has ended, a failed one too', async () => {
      const mark = join(temporaryFolder(), 'parts');
      const parts = [
        ...[1, 2, 3].map((value) => job({ act: 'note', mark, value })),
        { ...job({ act: 'throw' }), stage: 'pages' as const },
      ];
      const ended = await queue.addFlow(job({ act: 'read', mark }), parts);
      expect(ended.parts.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'failed']);
      expect(ended.whole).toMatchObject({ state: 'done', result: '123' });
    });

    test('counts the time of a job from its own start, not from its place in the line', async () => {
      // Ten of them a thread, 4 seconds in all: where the line counted, the last would be over its limit of 3.
      const values = Array.from({ length: 20 }, (_, value) => value);
      const jobs = values.map((value) => job({ act: 'wait', milliseconds: 400, value }, 'code'));
      const outcomes = await Promise.all(jobs.map((one) => queue.add(one)));
      expect(outcomes.map(({ state }) => state)).toEqual(jobs.map(() => 'done'));
    });

    test('knows how many workers are alive', async () => {
      await queue.add(job({ value: 1 }));
      expect(await queue.workers()).toBe(1);
    });

    test('rests without losing the jobs at work, and takes new ones afterwards', async () => {
      const working = queue.add(job({ act: 'wait', milliseconds: 300, value: 'at work' }));
      await queue.rest();
      expect(await working).toMatchObject({ state: 'done', result: 'at work' });
      await queue.rest();
      expect(await queue.add(job({ value: 'later' }))).toMatchObject({ state: 'done', result: 'later' });
    });

    test('tries again when the store was away for a moment', async () => {
      const lost = await queue.add(job({ act: 'lose', mark: join(temporaryFolder(), 'mark') }));
      expect(lost).toMatchObject({ state: 'done', result: 'found again' });
    });

    test('rejects what is not done when it is closed', async () => {
      const hanging = expect(queue.add(job({ act: 'hang' }))).rejects.toThrow(QueueClosed);
      await queue.close();
      await hanging;
      await expect(queue.add(job({ value: 1 }))).rejects.toThrow(QueueClosed);
    });
  });
}
