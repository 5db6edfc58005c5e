import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../case/index.ts';
import { openShelf, openStore } from '../../store/index.ts';
import { codeRelease } from '../../workers/assemble-case.ts';
import { type CodingSteps, claimNothing } from '../../workers/code-exchange-line.ts';
import { type CodeJob, runCode } from '../../workers/code-stage.ts';
import { loadKnowledge } from '../../workers/knowledge.ts';
import type { LinkResult } from '../../workers/link-stage.ts';
import { createLogger } from '../../workers/logger.ts';
import type { Job, Outcome } from '../../workers/queue.ts';
import { addInTurn } from '../../workers/thread-pool.ts';
import { linkedItem } from '../records.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const LINK = 'ab12';
const SETBACK = { step: 'links', item_id: 'i_2', error: 'TypeError: broken on purpose', at: '' } as const;

describe('coding a release in this process', () => {
  const folder = temporaryFolder();
  const store = openStore(folder);
  const knowledge = loadKnowledge(null);
  const database = openDatabase(':memory:');
  const shelf = openShelf();
  afterAll(() => {
    shelf.close();
    database.close();
  });

  /** Writes the linked release: two exchanges of one item each. */
  function writeLinked(result: LinkResult): void {
    const items = ['1', '2'].map((n) => linkedItem({ item_id: `i_${n}`, exchange_id: `x_${n}` }));
    const lines = items.map((item) => ({
      exchange: {
        exchange_id: item.exchange_id,
        items: [item.item_id],
        first_date: null,
        last_date: null,
        subject: '',
        people: [],
        links: [],
      },
      items: [item],
    }));
    const text = (records: object[]) => records.map((record) => `${JSON.stringify(record)}\n`).join('');
    mkdirSync(store.path('link', LINK), { recursive: true });
    const put = (name: string, words: string) => writeFileSync(join(store.path('link', LINK), name), words);
    put('items.jsonl', text(items));
    put('shard-0.jsonl', text(lines));
    put('result.json', JSON.stringify(result));
  }

  async function code(steps: Partial<CodingSteps>) {
    const ran: Job[] = [];
    const run = async (job: Job): Promise<Outcome> => {
      ran.push(job);
      await runCode(store, knowledge, job.data as CodeJob, {
        version: 'test',
        item: claimNothing,
        exchange: (_, codings) => {
          const [{ probabilities: _all, ...coding }] = [...codings.values()] as [
            ReturnType<typeof claimNothing>,
          ];
          return { ...coding, evidence: [] };
        },
        people: () => [],
        ...steps,
      });
      return { state: 'done', result: null, milliseconds: 1 };
    };
    const quiet = () => {};
    const context = {
      store,
      database,
      queue: {
        concurrency: 1,
        add: run,
        addFlow: (whole: Job, parts: Job[]) => addInTurn(run, whole, parts),
        workers: async () => 1,
        rest: async () => {},
        close: async () => {},
      },
      progress: { begin: quiet, grow: quiet, advance: quiet, end: quiet },
      logger: createLogger('silent'),
      versions: { ingest: 'i', classify: 'c' },
      share: false,
      passwords: [],
      ocr: null,
    };
    const coded = await codeRelease(context, shelf, LINK, 'test', null);
    return { ...coded, ran };
  }

  test('goes on past an item on which the coder throws, and lists the job for another try', async () => {
    writeLinked({ shards: 1 });
    const { exchanges, items, ran } = await code({
      item: ({ item_id }) => {
        if (item_id === 'i_1') throw new TypeError('broken on purpose');
        return { ...claimNothing(), needs_review: false };
      },
    });
    expect(exchanges.map(({ exchange_id, needs_review }) => [exchange_id, needs_review])).toEqual([
      ['x_1', true],
      ['x_2', false],
    ]);
    expect(items.map(({ issues }) => issues.map(({ code }) => code))).toEqual([['uncoded'], []]);
    expect(database.jobs()).toMatchObject([{ key: ran[0]?.key, state: 'failed', detail: 'uncoded' }]);
  });

  test('codes anew what was linked otherwise, and nothing else', async () => {
    expect((await code({})).ran).toHaveLength(0);
    writeLinked({ shards: 1, setbacks: [SETBACK] });
    const { exchanges, items, ran } = await code({
      item: () => ({ ...claimNothing(), needs_review: false }),
    });
    expect(ran).toHaveLength(1);
    expect(exchanges.map(({ needs_review }) => needs_review)).toEqual([false, true]);
    expect(items.map(({ issues }) => issues.map(({ code }) => code))).toEqual([[], ['unlinked']]);
    expect(database.jobs().map(({ stage, detail }) => [stage, detail])).toContainEqual(['link', 'unlinked']);
  });

  test('stops where the machine is to blame', async () => {
    writeLinked({ shards: 1, setbacks: [{ ...SETBACK, item_id: 'i_1' }] });
    const full = () => {
      throw new RangeError('Array buffer allocation failed');
    };
    await expect(code({ item: full })).rejects.toThrow('allocation failed');
  });
});
