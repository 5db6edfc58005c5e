import { join } from 'node:path';
import { QueueClosed, type StageName } from '../../workers/index.ts';
import { openThreadCrews, type ThreadCrews } from '../../workers/thread-crews.ts';

const THREAD = { data: { act: 'thread' } };

describe('threads by kind of work', () => {
  let crews: ThreadCrews;
  beforeEach(() => {
    crews = openThreadCrews({
      worker: join(__dirname, 'queue-worker.cjs'),
      workerData: null,
      threads: 1,
      heapMib: 64,
    });
  });
  afterEach(() => crews.close());

  const run = (stage: StageName, work: unknown) => crews.run(stage, work, new AbortController().signal);

  test.each<[string, StageName, StageName, boolean]>([
    ['keeps its thread from one file to the next', 'ingest', 'ingest', true],
    ['reads pages, scans and files in the same thread', 'pages', 'ocr', true],
    ['does not code in a thread that has read', 'ingest', 'code', false],
    ['does not code in the thread that has linked', 'link', 'code', false],
    ['does not draw in a thread that has coded', 'code', 'image', false],
  ])('%s', async (_, first, second, same) => {
    const before = await run(first, THREAD);
    expect((await run(second, THREAD)) === before).toBe(same);
  });

  test('ends the threads without work when it rests', async () => {
    const before = await run('ingest', THREAD);
    await crews.rest();
    expect(await run('ingest', THREAD)).not.toBe(before);
  });

  test('leaves a thread at work alone when work of another kind comes', async () => {
    const slow = run('ingest', { data: { act: 'wait', milliseconds: 300, value: 'read' } });
    expect(await run('code', { data: { value: 'coded' } })).toBe('coded');
    expect(await slow).toBe('read');
  });

  test('takes no work once it is closed', async () => {
    await crews.close();
    await expect(run('ingest', THREAD)).rejects.toThrow(QueueClosed);
  });
});
