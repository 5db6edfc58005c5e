import { fileSeconds, type PageFailure, sha256Hex } from '../ingest/index.ts';
import type { IngestJob } from './ingest-stage.ts';
import { type OcrJob, type OcrVersion, ocrKey, ocrVersionLabel } from './ocr-stage.ts';
import { pump } from './pump.ts';
import { type FileRead, type FileTask, keepFailure, keptResult } from './read-file.ts';
import { type RunContext, runOnce } from './run-context.ts';

/** A file as it was first read. */
export interface FirstReading extends FileRead {
  task: FileTask;
}

interface WaitingFile extends FirstReading {
  /** Key of the file put together anew. */
  whole: string;
  version: OcrVersion;
  /** Pages not yet tried. */
  left: number;
  failures: PageFailure[];
}

/**
 * Reads the pages that have no usable text by character recognition, once all files of the release are read: text comes
 * first, and how many pages wait is known from the start. Returns the files whose pages and items are other ones now.
 */
export async function recogniseRelease(
  context: RunContext,
  readings: FirstReading[],
): Promise<Map<string, FileRead>> {
  const { progress, queue, ocr } = context;
  const again = new Map<string, FileRead>();
  if (ocr === null) return again;
  const files = readings
    .filter(({ result }) => (result.ocr_pages?.length ?? 0) > 0)
    .map((reading) => waitingFile(reading, ocr));
  progress.begin(
    'ocr',
    files.reduce((sum, file) => sum + file.left, 0),
  );
  const pages = files.flatMap((file) => (file.result.ocr_pages ?? []).map((page) => ({ file, page })));
  await pump(pages, queue.concurrency, async ({ file, page }) => {
    await readPage(context, file, page);
    file.left -= 1;
    if (file.left === 0) again.set(file.task.sha256, await putTogether(context, file));
  });
  progress.end('ocr');
  return again;
}

function waitingFile(reading: FirstReading, version: OcrVersion): WaitingFile {
  const whole = sha256Hex(`${reading.key} ${ocrVersionLabel(version)}`);
  return { ...reading, whole, version, left: reading.result.ocr_pages?.length ?? 0, failures: [] };
}

async function readPage(context: RunContext, file: WaitingFile, page: number): Promise<void> {
  // What came of the pages, failures too, stands in the file that was put together.
  if (context.store.has('ingest', file.whole)) return context.progress.advance('ocr', 'kept');
  const { task, version, result, passwords } = file;
  const key = ocrKey(version, task.sha256, page);
  const data: OcrJob = {
    ...version,
    location: task.location,
    media_type: result.file.media_type,
    page,
    passwords,
    key,
  };
  const failure = await runOnce(context, { stage: 'ocr', key, data });
  if (failure !== null) file.failures.push({ page, reason: failure.reason });
}

async function putTogether(context: RunContext, file: WaitingFile): Promise<FileRead> {
  const { task, whole: key, key: first, version, passwords } = file;
  const failures = file.failures.sort((a, b) => a.page - b.page);
  const recognised = { first, version, failures };
  const data: IngestJob = { ...task, key, stretches: null, recognised, passwords };
  context.progress.grow('ingest', 1);
  const seconds = fileSeconds(task.bytes, file.result.file.pages);
  const failure = await runOnce(context, { stage: 'ingest', key, data, seconds });
  if (failure !== null) await keepFailure(context, key, task, failure);
  return { key, result: await keptResult(context, key), passwords };
}
