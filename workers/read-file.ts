import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type JobRow, readJson } from '../case/index.ts';
import { fileId, type IssueCode, issue, type SourceFile, sha256Hex } from '../ingest/index.ts';
import type { IngestResult } from './artifacts.ts';
import type { IngestJob } from './ingest-stage.ts';
import { type Location, resolveLocation } from './location.ts';
import { PAGES_A_JOB, type PagesJob, readPagesResult, type Stretch } from './pages-stage.ts';
import type { Job } from './queue.ts';
import { type JobFailure, type RunContext, runFlow, runOnce } from './run-context.ts';

/** One content to be read. */
export interface FileTask {
  location: Location;
  sha256: string;
  bytes: number;
  depth: number;
}

/** Issues of a file that broke the worker that read it. */
const BROKE_WORKER: readonly IssueCode[] = ['timeout', 'memory', 'crash'];

/** A PDF smaller than this has few pages: one job reads it whole. */
const SHARED_PDF_BYTES = 256 * 1024;

export function ingestKey({ versions }: RunContext, sha256: string): string {
  return sha256Hex(`${versions.ingest} ${sha256}`);
}

/** Reads a file into the store, a long PDF in stretches that several workers share, and returns what it held. */
export async function readFileOnce(context: RunContext, task: FileTask): Promise<IngestResult> {
  const { store, database } = context;
  const key = ingestKey(context, task.sha256);
  const failure = await readInto(context, task, key);
  if (failure !== null) await keepFailure(context, key, task, failure);
  const result = await readJson<IngestResult>(join(store.path('ingest', key), 'result.json'));
  const broken = result.file.issues.find(({ code }) => BROKE_WORKER.includes(code))?.code;
  const detail = broken ?? (result.lost_stretches === true ? 'pages' : null);
  if (detail !== null) {
    const row: JobRow = { stage: 'ingest', key, state: 'failed', milliseconds: null, detail };
    database.recordJobs([row]);
  }
  return result;
}

async function readInto(context: RunContext, task: FileTask, key: string): Promise<JobFailure | null> {
  const whole = (stretches: IngestJob['stretches']): Job => ({
    stage: 'ingest',
    key,
    data: { ...task, key, stretches } satisfies IngestJob,
  });
  if (context.store.has('ingest', key) || !(await isLongPdf(context, task)))
    return runOnce(context, whole(null));
  const first = pagesJob(context, task, 1);
  context.progress.grow('pages', 1);
  const failure = await runOnce(context, first);
  if (failure !== null) return failure;
  const { total } = await readPagesResult(context.store, first.key);
  if (total === null) return runOnce(context, whole(null));
  const jobs = [first];
  for (let page = PAGES_A_JOB + 1; page <= total; page += PAGES_A_JOB)
    jobs.push(pagesJob(context, task, page));
  const list = jobs.map(
    ({ key: part, data }): Stretch => ({ key: part, first: data.first, last: data.last }),
  );
  const failed = await runFlow(context, whole({ total, list }), jobs.slice(1));
  // The pages now stand in the file's own artifact.
  for (const { key: part } of jobs) await context.store.remove('pages', part);
  return failed;
}

function pagesJob({ versions }: RunContext, { location, sha256 }: FileTask, first: number) {
  const last = first + PAGES_A_JOB - 1;
  const key = sha256Hex(`${versions.ingest} ${sha256} ${first}-${last}`);
  return { stage: 'pages' as const, key, data: { location, sha256, first, last, key } satisfies PagesJob };
}

async function isLongPdf({ store }: RunContext, { location, bytes }: FileTask): Promise<boolean> {
  if (bytes < SHARED_PDF_BYTES) return false;
  const file = await open(resolveLocation(store, location));
  try {
    const head = Buffer.alloc(5);
    await file.read(head, 0, head.length, 0);
    return head.toString('latin1') === '%PDF-';
  } finally {
    await file.close();
  }
}

/** A file that broke its worker is named and not tried for ever; `run --retry-failed` tries it again. */
async function keepFailure(
  { store }: RunContext,
  key: string,
  task: FileTask,
  failure: JobFailure,
): Promise<void> {
  const file: SourceFile = {
    file_id: fileId(task.sha256),
    path: '',
    sha256: task.sha256,
    media_type: 'application/octet-stream',
    bytes: task.bytes,
    status: 'unreadable',
    pages: 0,
    items_expected: 0,
    items_emitted: 0,
    items_failed: 0,
    issues: [issue(failure.reason, `reading it ${failure.message}`)],
  };
  await store.write('ingest', key, async (folder) => {
    await writeFile(join(folder, 'pages.jsonl'), '');
    await writeFile(join(folder, 'items.jsonl'), '');
    await writeFile(
      join(folder, 'result.json'),
      JSON.stringify({ file, children: [] } satisfies IngestResult),
    );
  });
}
