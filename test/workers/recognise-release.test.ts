import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../case/index.ts';
import { closeRecogniser, type Item, type Page } from '../../ingest/index.ts';
import { openStore } from '../../store/index.ts';
import { readItems, readPages } from '../../workers/artifacts.ts';
import { discoverFiles } from '../../workers/discover.ts';
import { ingestRelease } from '../../workers/ingest-release.ts';
import { type IngestJob, runIngest } from '../../workers/ingest-stage.ts';
import { createLogger } from '../../workers/logger.ts';
import { DEFAULT_OCR, prepareOcr } from '../../workers/ocr-settings.ts';
import { type OcrJob, runOcr } from '../../workers/ocr-stage.ts';
import { type PagesJob, runPages } from '../../workers/pages-stage.ts';
import { stageVersions } from '../../workers/project.ts';
import type { Job, Outcome, Queue } from '../../workers/queue.ts';
import type { RunContext } from '../../workers/run-context.ts';
import { addInTurn } from '../../workers/thread-pool.ts';
import { buildPdf, textPage } from '../ingest/build-pdf.ts';
import { buildScan, MAIL, pictureOf } from '../ingest/build-scan.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const REPLY = MAIL.map((line) =>
  line
    .replace('Petrick, Dana <dpetrick@lgpd.lindengrove.example>', 'Aldous, Finn')
    .replace('To: Aldous, Finn', 'To: Petrick, Dana')
    .replace('2:50 PM', '3:10 PM'),
);

/** Runs each job at once, in this process; `fate` may end one as a queue would. */
function queueHere(folder: string, done: Job[], fate: (job: Job) => Outcome | null): Queue {
  const store = openStore(folder);
  const run = async (job: Job): Promise<Outcome> => {
    const ended = fate(job);
    if (ended !== null) return ended;
    done.push(job);
    if (job.stage === 'pages') await runPages(store, job.data as PagesJob);
    if (job.stage === 'ocr') await runOcr(store, job.data as OcrJob);
    if (job.stage === 'ingest') await runIngest(store, job.data as IngestJob);
    return { state: 'done', result: null, milliseconds: 1 };
  };
  return {
    concurrency: 2,
    add: run,
    addFlow: (whole, parts) => addInTurn(run, whole, parts),
    workers: async () => 1,
    rest: async () => {},
    close: async () => {},
  };
}

describe('a release with scanned pages', () => {
  const release = temporaryFolder();
  beforeAll(async () => {
    const sheets = [await pictureOf(release, MAIL), await pictureOf(release, REPLY)];
    writeFileSync(join(release, 'scan.pdf'), buildScan(sheets));
    writeFileSync(join(release, 'copy.pdf'), buildScan(sheets.toReversed()));
    writeFileSync(join(release, 'sheet.pdf'), buildPdf([textPage(MAIL)]));
  });
  afterAll(closeRecogniser);

  async function ingest(
    folder: string,
    fate: (job: Job) => Outcome | null = () => null,
    ocr = prepareOcr(DEFAULT_OCR),
  ) {
    const done: Job[] = [];
    const store = openStore(folder);
    const database = openDatabase(':memory:');
    const quiet = () => {};
    const context: RunContext = {
      store,
      database,
      queue: queueHere(folder, done, fate),
      progress: { begin: quiet, grow: quiet, advance: quiet, end: quiet },
      logger: createLogger('silent'),
      versions: stageVersions(),
      share: false,
      passwords: [],
      ocr,
    };
    const { rows } = await ingestRelease(context, await discoverFiles([release], folder));
    const pages: Page[] = [];
    const items: Item[] = [];
    for (const row of rows) {
      for await (const page of readPages(store, row)) pages.push(page);
      for await (const item of readItems(store, row)) items.push(item);
    }
    const failed = database.jobs().filter(({ state }) => state === 'failed');
    database.close();
    return { rows, pages, items, done, failed };
  }
  const stages = (jobs: Job[], stage: string) => jobs.filter((job) => job.stage === stage).length;

  test('has its messages from pictures and from text alike, and says what read each page', async () => {
    const { rows, pages, items } = await ingest(temporaryFolder());
    expect(rows.map(({ file }) => [file.path, file.status, file.issues])).toEqual([
      ['copy.pdf', 'read', []],
      ['scan.pdf', 'read', []],
      ['sheet.pdf', 'read', []],
    ]);
    expect(pages.map(({ method }) => method)).toEqual(['ocr', 'ocr', 'ocr', 'ocr', 'text']);
    expect(pages[0]?.engine).toMatch(/^tesseract\.js 7\.\d+\.\d+ eng$/);
    expect(items.map(({ from, subject, date }) => [from.split(' <')[0], subject, date])).toEqual([
      ['Aldous, Finn', 'Booking of Monday night', '2016-05-24T15:10'],
      ['Petrick, Dana', 'Booking of Monday night', '2016-05-24T14:50'],
      ['Petrick, Dana', 'Booking of Monday night', '2016-05-24T14:50'],
      ['Aldous, Finn', 'Booking of Monday night', '2016-05-24T15:10'],
      ['Petrick, Dana', 'Booking of Monday night', '2016-05-24T14:50'],
    ]);
  });

  test('reads each page once: a second run and the first after a kill have nothing to recognise', async () => {
    const folder = temporaryFolder();
    const first = await ingest(folder);
    expect([stages(first.done, 'ocr'), stages(first.done, 'ingest')]).toEqual([4, 5]);
    const second = await ingest(folder);
    expect(second.done).toEqual([]);
    expect(second.items).toEqual(first.items);
    // Recognised, but not yet put together.
    const whole = first.done.filter(({ data }) => (data as IngestJob).recognised).map(({ key }) => key);
    for (const key of whole) await openStore(folder).remove('ingest', key);
    const third = await ingest(folder);
    expect([stages(third.done, 'ocr'), stages(third.done, 'ingest')]).toEqual([0, 2]);
    expect(third.pages).toEqual(first.pages);
  });

  test('loses no more than the page whose recognition failed, names it, and does not try it for ever', async () => {
    const folder = temporaryFolder();
    const fate = ({ stage, data }: Job): Outcome | null =>
      stage === 'ocr' && (data as OcrJob).page === 2
        ? { state: 'failed', reason: 'timeout', message: 'took longer than 300 seconds', milliseconds: 1 }
        : null;
    const { rows, pages, failed } = await ingest(folder, fate);
    expect(pages.map(({ method }) => method)).toEqual(['ocr', 'unread', 'ocr', 'unread', 'text']);
    expect(rows[1]?.file).toMatchObject({
      status: 'partial',
      issues: [{ code: 'timeout', where: 'page 2' }],
    });
    expect(failed.map(({ stage }) => stage).sort()).toEqual(['ingest', 'ingest', 'ocr', 'ocr']);
    const again = await ingest(folder);
    expect(again.done).toEqual([]);
    // `run --retry-failed` takes what is marked as failed out of the store.
    expect(again.failed.map(({ stage }) => stage)).toEqual(['ingest', 'ingest']);
    for (const { stage, key } of again.failed) await openStore(folder).remove(stage, key);
    const retried = await ingest(folder);
    expect([stages(retried.done, 'ocr'), retried.rows[1]?.file.status]).toEqual([2, 'read']);
  });

  test('left unread with --no-ocr is named so', async () => {
    const { rows, pages } = await ingest(temporaryFolder(), () => null, null);
    expect(pages.map(({ method }) => method)).toEqual(['unread', 'unread', 'unread', 'unread', 'text']);
    expect(rows[0]?.file).toMatchObject({
      status: 'unreadable',
      issues: [{ code: 'no-text-layer', where: 'pages 1–2' }],
    });
  });
});
