import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JobRow } from '../case/index.ts';
import { fileId, fileSeconds, type IssueCode, issue, type SourceFile, sha256Hex } from '../ingest/index.ts';
import { readJson } from '../store/index.ts';
import type { IngestResult } from './artifacts.ts';
import type { IngestJob } from './ingest-stage.ts';
import { type Location, resolveLocation } from './location.ts';
import type { Job } from './queue.ts';
import { readInStretches } from './read-long-pdf.ts';
import { type JobFailure, type RunContext, runOnce } from './run-context.ts';

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

/** What a file held, and the key under which the store keeps it. */
export interface FileRead {
  key: string;
  result: IngestResult;
  /** Those that it was opened with; none for a file that is not locked. */
  passwords: string[];
}

function isLocked({ file }: IngestResult): boolean {
  return file.issues.some(({ code }) => code === 'encrypted');
}

/**
 * Reads a file into the store and returns what it held. Only where something in it is locked, it is read again with the
 * passwords: they go nowhere else, and another list of them changes nothing for the files that were open.
 */
export async function readFileOnce(context: RunContext, task: FileTask): Promise<FileRead> {
  const key = ingestKey(context, task.sha256);
  const result = await readWith(context, task, key, []);
  const { passwords, progress } = context;
  if (passwords.length === 0 || !isLocked(result)) return { key, result, passwords: [] };
  progress.grow('ingest', 1);
  const unlocked = sha256Hex([key, ...passwords].join('\n'));
  return { key: unlocked, result: await readWith(context, task, unlocked, passwords), passwords };
}

async function readWith(
  context: RunContext,
  task: FileTask,
  key: string,
  passwords: string[],
): Promise<IngestResult> {
  const failure = await readInto(context, task, key, passwords);
  if (failure !== null) await keepFailure(context, key, task, failure);
  return keptResult(context, key);
}

/** What the store keeps of a file; what broke a worker in it is written down, for `run --retry-failed`. */
export async function keptResult({ store, database }: RunContext, key: string): Promise<IngestResult> {
  const result = await readJson<IngestResult>(join(store.path('ingest', key), 'result.json'));
  const broken = result.file.issues.find(({ code }) => BROKE_WORKER.includes(code))?.code;
  if (broken !== undefined) {
    const row: JobRow = { stage: 'ingest', key, state: 'failed', milliseconds: null, detail: broken };
    database.recordJobs([row]);
  }
  return result;
}

/** A long PDF is read in stretches that several workers share, and so is one with a page that ended its worker. */
async function readInto(
  context: RunContext,
  task: FileTask,
  key: string,
  passwords: string[],
): Promise<JobFailure | null> {
  const whole = (stretches: IngestJob['stretches']): Job => ({
    stage: 'ingest',
    key,
    data: { ...task, key, stretches, recognised: null, passwords } satisfies IngestJob,
    seconds: fileSeconds(task.bytes, stretches?.total),
  });
  const stretched = { context, task, key, passwords, whole };
  if (!context.store.has('ingest', key) && (await isLongPdf(context, task)))
    return readInStretches(stretched, null);
  const failure = await runOnce(context, whole(null));
  return failure === null || failure.page === null ? failure : readInStretches(stretched, failure);
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
export async function keepFailure(
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
