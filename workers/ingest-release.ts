import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type InputRow, type JobRow, readJson } from '../case/index.ts';
import { fileId, type Issue, type IssueCode, issue, type SourceFile, sha256Hex } from '../ingest/index.ts';
import type { IngestResult, LedgerRow } from './artifacts.ts';
import type { FoundFile } from './discover.ts';
import { artifactFolder, type IngestJob } from './ingest-stage.ts';
import { buildLedger, type ReleaseFile } from './ledger.ts';
import type { Location } from './location.ts';
import { pump } from './pump.ts';
import { type JobFailure, type RunContext, runOnce } from './run-context.ts';

/** Containers in containers: deeper than any honest production, and a bound for archives that hold themselves. */
export const MAX_DEPTH = 10;

/** Issues of a file that broke the worker that read it. */
const BROKE_WORKER: readonly IssueCode[] = ['timeout', 'memory', 'crash'];

interface Task {
  location: Location;
  sha256: string;
  bytes: number;
  depth: number;
}

export interface IngestedRelease {
  rows: LedgerRow[];
  inputs: InputRow[];
  /** Where the bytes of a content lie on this machine, by sha256. */
  locations: Map<string, Location>;
}

/**
 * Reads every file of the release and every file found inside one, each content once, and returns the ledger: one row a
 * file, in the order of the paths, whatever the order in which the work was done.
 */
export async function ingestRelease(context: RunContext, found: FoundFile[]): Promise<IngestedRelease> {
  const { progress, queue, store } = context;
  progress.begin('ingest', found.length);
  const results = new Map<string, IngestResult>();
  const locations = new Map<string, Location>();
  const release: ReleaseFile[] = [];
  const inputs: InputRow[] = [];

  const read = async (task: Task, push: (task: Task) => void) => {
    const result = await readOnce(context, task);
    results.set(task.sha256, result);
    for (const { sha256, bytes, blob } of result.children) {
      if (locations.has(sha256) || task.depth >= MAX_DEPTH) continue;
      const location = { blob };
      locations.set(sha256, location);
      progress.grow('ingest', 1);
      push({ location, sha256, bytes, depth: task.depth + 1 });
    }
  };
  await pump<FoundFile | Task>(found, queue.concurrency, async (piece, push) => {
    if ('sha256' in piece) return read(piece, push);
    const { path, location, bytes } = piece;
    const { sha256, issue: fault } = await fingerprint(piece);
    release.push({ path, sha256, bytes, issue: fault });
    if (fault !== null) return progress.advance('ingest', 'failed');
    inputs.push({ path, sha256, bytes, location });
    if (locations.has(sha256)) return progress.advance('ingest', 'kept');
    const place = context.share ? await store.keepFile(location, sha256) : { path: location };
    locations.set(sha256, place);
    await read({ location: place, sha256, bytes, depth: 0 }, push);
  });
  progress.end('ingest');
  const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1);
  const artifact = (sha256: string) => artifactFolder(store, ingestKey(context, sha256));
  const rows = buildLedger(release.sort(byPath), results, artifact, MAX_DEPTH);
  return { rows, inputs: inputs.sort(byPath), locations };
}

export function ingestKey({ versions }: RunContext, sha256: string): string {
  return sha256Hex(`${versions.ingest} ${sha256}`);
}

async function fingerprint({
  location,
  issue: fault,
}: FoundFile): Promise<{ sha256: string; issue: Issue | null }> {
  if (fault !== null) return { sha256: '', issue: fault };
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(location, { highWaterMark: 1 << 20 }), hash);
    return { sha256: hash.digest('hex'), issue: null };
  } catch {
    return { sha256: '', issue: issue('unreadable-source', 'the file cannot be opened') };
  }
}

async function readOnce(context: RunContext, task: Task): Promise<IngestResult> {
  const key = ingestKey(context, task.sha256);
  const failure = await runOnce(context, {
    stage: 'ingest',
    key,
    data: { ...task, key } satisfies IngestJob,
  });
  if (failure !== null) await keepFailure(context, key, task, failure);
  const result = await readJson<IngestResult>(join(context.store.path('ingest', key), 'result.json'));
  const broken = result.file.issues.find(({ code }) => BROKE_WORKER.includes(code));
  if (broken !== undefined) {
    const row: JobRow = { stage: 'ingest', key, state: 'failed', milliseconds: null, detail: broken.code };
    context.database.recordJobs([row]);
  }
  return result;
}

/** A file that broke its worker is named and not tried for ever; `run --retry-failed` tries it again. */
async function keepFailure(
  { store }: RunContext,
  key: string,
  task: Task,
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
