import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../case/index.ts';
import type { Page } from '../../ingest/index.ts';
import { openStore } from '../../store/index.ts';
import { readPages } from '../../workers/artifacts.ts';
import { discoverFiles } from '../../workers/discover.ts';
import { openEmbeddedQueue } from '../../workers/embedded-queue.ts';
import { ingestRelease } from '../../workers/ingest-release.ts';
import { createLogger } from '../../workers/logger.ts';
import { stageVersions } from '../../workers/project.ts';
import type { RunContext } from '../../workers/run-context.ts';
import { buildHostilePdf, ENDLESS, GOOD, SELF } from '../ingest/build-hostile-pdf.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const WORKER = join(__dirname, '../../dist/workers/stage-worker.js');
/** Long enough for a good page on a machine that is busy with other tests. */
const PAGE_SECONDS = 12;
/** Over the size from which a file is read in stretches. */
const LONG = 300 * 1024;

describe('a page that never ends', () => {
  const release = temporaryFolder();
  const folder = temporaryFolder();
  const many = Array.from({ length: 30 }, () => GOOD);
  let read: Awaited<ReturnType<typeof ingest>>;

  /** Reads the release in threads that are killed at their limit, as a run does. */
  async function ingest() {
    const store = openStore(folder);
    const database = openDatabase(':memory:');
    const queue = openEmbeddedQueue({
      worker: WORKER,
      workerData: { store: folder },
      threads: 2,
      pageSeconds: PAGE_SECONDS,
    });
    const sums = { grown: 0, advanced: 0 };
    const quiet = () => {};
    const context: RunContext = {
      store,
      database,
      queue,
      progress: {
        begin: (_, total) => {
          sums.grown += total;
        },
        grow: (_, more) => {
          sums.grown += more;
        },
        advance: () => {
          sums.advanced += 1;
        },
        end: quiet,
      },
      logger: createLogger('silent'),
      versions: stageVersions(),
      share: false,
      passwords: [],
      ocr: null,
    };
    try {
      const { rows } = await ingestRelease(context, await discoverFiles([release], folder));
      const pages: Record<string, Page[]> = {};
      for (const row of rows) {
        const list: Page[] = [];
        for await (const page of readPages(store, row)) list.push(page);
        pages[row.file.path] = list;
      }
      const failed = database.jobs().filter(({ state }) => state === 'failed');
      return { files: new Map(rows.map(({ file }) => [file.path, file])), pages, failed, sums };
    } finally {
      await queue.close();
      database.close();
    }
  }

  beforeAll(async () => {
    writeFileSync(join(release, 'short.pdf'), buildHostilePdf([GOOD, ENDLESS, SELF]));
    writeFileSync(
      join(release, 'long.pdf'),
      buildHostilePdf([...many.slice(0, 26), ENDLESS, ...many.slice(26)], LONG),
    );
    writeFileSync(join(release, 'all.pdf'), buildHostilePdf([ENDLESS]));
    read = await ingest();
  }, 600_000);

  test('is named, and the other pages of its file are read', () => {
    expect(read.files.get('short.pdf')).toMatchObject({
      status: 'partial',
      pages: 3,
      issues: [
        { code: 'timeout', where: 'page 2', message: 'Reading page 2 took longer than a page may take.' },
      ],
    });
    expect(read.pages['short.pdf']?.map(({ page, method }) => [page, method])).toEqual([
      [1, 'text'],
      [2, 'unread'],
      [3, 'text'],
    ]);
  });

  test('in a file that is read in stretches takes no other page of its stretch with it', () => {
    expect(read.files.get('long.pdf')).toMatchObject({
      status: 'partial',
      pages: 31,
      issues: [{ code: 'timeout', where: 'page 27' }],
    });
    const methods = read.pages['long.pdf']?.map(({ page, method }) => [page, method]);
    expect(methods).toEqual(many.concat(GOOD).map((_, at) => [at + 1, at === 26 ? 'unread' : 'text']));
  });

  test('makes a file unreadable that has no other', () => {
    expect(read.files.get('all.pdf')).toMatchObject({
      status: 'unreadable',
      pages: 1,
      issues: [{ code: 'timeout', where: 'page 1' }],
    });
  });

  test('is not tried again, and is written down for a run that is to try again what failed', async () => {
    expect(read.failed.filter(({ stage }) => stage === 'ingest')).toHaveLength(3);
    const again = await ingest();
    expect([...again.files.values()]).toEqual([...read.files.values()]);
    expect(again.failed.map(({ detail }) => detail)).toEqual(['timeout', 'timeout', 'timeout']);
    expect(again.sums.advanced).toBe(3);
  });

  test('leaves the sums of the work as they were promised', () => {
    expect(read.sums.advanced).toBe(read.sums.grown);
  });
});
