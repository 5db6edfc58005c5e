import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PageImageRow, ParticipantRow } from '../case/index.ts';
import type { Exchange, LinkedItem } from '../classify/index.ts';
import { type Page, type RedactionBox, sha256Hex } from '../ingest/index.ts';
import { type RecordShelf, readJson, readJsonLines } from '../store/index.ts';
import { type LedgerRow, LONG_OF_ITEM, readPages } from './artifacts.ts';
import type { CodedLine } from './code-exchange-line.ts';
import type { CodeJob } from './code-stage.ts';
import { drawImages } from './draw-images.ts';
import { guardIncidents } from './guard-links.ts';
import type { ImageJob, StoredImage } from './image-stage.ts';
import type { LinkJob, LinkResult } from './link-stage.ts';
import type { Location } from './location.ts';
import { pump } from './pump.ts';
import { type RunContext, runNeeded } from './run-context.ts';
import { nameAtItems, putBeforePerson, type Setback } from './setbacks.ts';

/** Joins the items of the whole release; returns the key of the result. */
export async function linkRelease(context: RunContext, rows: LedgerRow[]): Promise<string> {
  const { store, versions, progress } = context;
  const list = JSON.stringify(rows);
  const key = sha256Hex(`${versions.ingest} ${versions.classify} ${list}`);
  if (!store.has('rows', key)) {
    await store.write('rows', key, async (folder) => {
      await writeFile(join(folder, 'rows.json'), list);
    });
  }
  progress.begin('link', 1);
  await runNeeded(context, { stage: 'link', key, data: { key } satisfies LinkJob });
  progress.end('link');
  return key;
}

export interface CodedRelease {
  items: LinkedItem[];
  exchanges: Exchange[];
  participants: ParticipantRow[];
}

/**
 * Codes the exchanges shard by shard. `coder` is the version of model, lexicons and agencies. The texts of the items stay
 * on the disk and are there as long as `shelf` is open.
 */
export async function codeRelease(
  context: RunContext,
  shelf: RecordShelf,
  link: string,
  coder: string,
  agencies: string | null,
): Promise<CodedRelease> {
  const { store, versions, progress, queue } = context;
  const linking = await readJson<LinkResult>(join(store.path('link', link), 'result.json'));
  const setbacks = [...(linking.setbacks ?? [])];
  noteSetbacks(context, 'link', link, setbacks);
  const { shards } = linking;
  // Tried again, an item that was left out may be linked, and the shards cut otherwise.
  const cut = linking.setbacks === undefined ? link : `${link} ${JSON.stringify(linking.setbacks)}`;
  const keys = Array.from({ length: shards }, (_, shard) =>
    sha256Hex(`${versions.classify} ${coder} ${cut} ${shard}`),
  );
  progress.begin('code', shards);
  await pump(keys.entries(), queue.concurrency, ([shard, key]) =>
    runNeeded(context, { stage: 'code', key, data: { link, shard, agencies, key } satisfies CodeJob }),
  );
  progress.end('code');

  const items: LinkedItem[] = [];
  const linked = join(store.path('link', link), 'items.jsonl');
  for await (const item of shelf.read<LinkedItem>(linked, LONG_OF_ITEM)) items.push(item);
  const exchanges: Exchange[] = [];
  const participants: ParticipantRow[] = [];
  for (const key of keys) {
    for await (const line of readJsonLines<CodedLine>(join(store.path('code', key), 'exchanges.jsonl'))) {
      exchanges.push(line.exchange);
      participants.push(...line.participants);
      noteSetbacks(context, 'code', key, line.setbacks ?? []);
      setbacks.push(...(line.setbacks ?? []));
    }
  }
  const lone = guardIncidents(exchanges, items);
  logSetbacks(context, lone);
  setbacks.push(...lone);
  nameAtItems(items, setbacks);
  putBeforePerson(exchanges, setbacks);
  exchanges.sort(byDate);
  return { items, exchanges, participants };
}

/** Says what broke down: an error of the code has to be seen by those who can mend it. */
function logSetbacks({ logger }: RunContext, setbacks: readonly Setback[]): void {
  for (const setback of setbacks) logger.error(setback, 'left out of a step that broke down on it');
}

/** The same for what a job has written; the job counts as failed, so that `run --retry-failed` does it again. */
function noteSetbacks(
  context: RunContext,
  stage: 'link' | 'code',
  key: string,
  setbacks: readonly Setback[],
): void {
  if (setbacks.length === 0) return;
  logSetbacks(context, setbacks);
  const detail = stage === 'link' ? 'unlinked' : 'uncoded';
  context.database.recordJobs([{ stage, key, state: 'failed', milliseconds: null, detail }]);
}

function byDate(a: Exchange, b: Exchange): number {
  const left = `${a.first_date ?? '~'} ${a.exchange_id}`;
  const right = `${b.first_date ?? '~'} ${b.exchange_id}`;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** All pages of the release. Their texts are there as long as `shelf` is open. */
export async function loadPages(
  { store }: RunContext,
  shelf: RecordShelf,
  rows: LedgerRow[],
): Promise<Page[]> {
  const pages: Page[] = [];
  for (const row of rows) for await (const page of readPages(store, row, shelf)) pages.push(page);
  return pages;
}

/** Pictures that the report holds at the most: some tens of megabytes. The quotes' pages come first, then unread ones in order. */
const MAX_IMAGES = 500;

/**
 * Boxes to be painted on the picture of a page. An annotation that nobody applied hides nothing, and pictures are drawn
 * by another engine than viewers use: where a redaction failed, every box is painted once more.
 */
function coversOf({ redaction_boxes, failed_redaction }: Page): RedactionBox[] {
  return redaction_boxes.filter(({ kind }) => kind === 'annotation' || (failed_redaction && kind !== 'mark'));
}

function coversByPage(pages: Page[], wanted: Map<string, Set<number>>): Map<string, ImageJob['covers']> {
  const covers = new Map<string, ImageJob['covers']>();
  for (const page of pages) {
    const boxes = wanted.get(page.file_id)?.has(page.page) ? coversOf(page) : [];
    if (boxes.length > 0) covers.set(page.file_id, { ...covers.get(page.file_id), [page.page]: boxes });
  }
  return covers;
}

/** How the bytes of a file are found and opened. */
export interface FileAccess {
  locate(file_id: string): Location | null;
  unlock(file_id: string): string[];
}

/** Draws the pages that no engine has read and those that carry the quotes of contacts that served civil enforcement. */
export async function drawPages(
  context: RunContext,
  coded: CodedRelease,
  pages: Page[],
  { locate, unlock }: FileAccess,
): Promise<PageImageRow[]> {
  const { store, versions, progress, queue } = context;
  const wanted = new Map<string, Set<number>>();
  let count = 0;
  const want = (file_id: string, page: number) => {
    if (count >= MAX_IMAGES || wanted.get(file_id)?.has(page)) return;
    count += 1;
    if (!wanted.has(file_id)) wanted.set(file_id, new Set());
    wanted.get(file_id)?.add(page);
  };
  for (const { verdict, evidence } of coded.exchanges) {
    if (verdict !== 'status-only' && verdict !== 'mixed') continue;
    for (const { file_id, page } of evidence) if (page !== null) want(file_id, page);
  }
  // A page without a size was opened by no engine, or ended the worker that read it.
  for (const { file_id, page, method, width } of pages)
    if (method === 'unread' && width > 0) want(file_id, page);
  const covered = coversByPage(pages, wanted);
  const jobs = [...wanted].flatMap(([file_id, set]) => {
    const location = locate(file_id);
    if (location === null) return [];
    const numbers = [...set].sort((a, b) => a - b);
    const covers = covered.get(file_id) ?? {};
    const key = sha256Hex(`${versions.ingest} ${file_id} ${numbers.join(',')} ${JSON.stringify(covers)}`);
    const job: ImageJob = { location, pages: numbers, covers, passwords: unlock(file_id), key };
    return [{ file_id, job }];
  });
  progress.begin('image', jobs.length);
  await pump(jobs, queue.concurrency, ({ job }) => drawImages(context, job));
  progress.end('image');
  const rows: PageImageRow[] = [];
  for (const { file_id, job } of jobs) {
    if (!store.has('image', job.key)) continue;
    const images = await readJson<StoredImage[]>(join(store.path('image', job.key), 'images.json'));
    rows.push(...images.map((image) => ({ file_id, ...image })));
  }
  return rows;
}
