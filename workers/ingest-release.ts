import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { InputRow } from '../case/index.ts';
import { type Issue, issue } from '../ingest/index.ts';
import type { LedgerRow } from './artifacts.ts';
import { bindLoadFiles } from './bind-load-files.ts';
import type { FoundFile } from './discover.ts';
import { artifactFolder } from './ingest-stage.ts';
import { buildLedger, type ReleaseFile } from './ledger.ts';
import { type Location, resolveLocation } from './location.ts';
import { pump } from './pump.ts';
import { type FileTask, ingestKey, readFileOnce } from './read-file.ts';
import { type FirstReading, recogniseRelease } from './recognise-release.ts';
import type { RunContext } from './run-context.ts';

/** Containers in containers: deeper than any honest production, and a bound for archives that hold themselves. */
export const MAX_DEPTH = 10;

export interface IngestedRelease {
  rows: LedgerRow[];
  inputs: InputRow[];
  /** Where the bytes of a content lie on this machine, by sha256. */
  locations: Map<string, Location>;
  /** The passwords with which a content was opened, by sha256; none for what is not locked. */
  passwords: Map<string, string[]>;
}

/**
 * Reads every file of the release and every file found inside one, each content once, and returns the ledger: one row a
 * file, in the order of the paths, whatever the order in which the work was done.
 */
export async function ingestRelease(context: RunContext, found: FoundFile[]): Promise<IngestedRelease> {
  const { progress, queue, store } = context;
  progress.begin('pages', 0);
  progress.begin('ingest', found.length);
  const readings: FirstReading[] = [];
  const locations = new Map<string, Location>();
  const release: ReleaseFile[] = [];
  const inputs: InputRow[] = [];

  const read = async (task: FileTask, push: (task: FileTask) => void) => {
    const reading = await readFileOnce(context, task);
    const { result } = reading;
    readings.push({ task, ...reading });
    for (const { sha256, bytes, blob } of result.children) {
      if (locations.has(sha256) || task.depth >= MAX_DEPTH) continue;
      const location = { blob };
      locations.set(sha256, location);
      progress.grow('ingest', 1);
      push({ location, sha256, bytes, depth: task.depth + 1 });
    }
  };
  await pump<FoundFile | FileTask>(found, queue.concurrency, async (piece, push) => {
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
  progress.end('pages');
  const recognised = await recogniseRelease(context, readings);
  progress.end('ingest');
  const last = new Map([...readings.map((one) => [one.task.sha256, one] as const), ...recognised]);
  const results = new Map([...last].map(([sha256, { result }]) => [sha256, result]));
  const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1);
  const artifact = (sha256: string) =>
    artifactFolder(store, last.get(sha256)?.key ?? ingestKey(context, sha256));
  const ledger = buildLedger(release.sort(byPath), results, artifact, MAX_DEPTH);
  const rows = await bindLoadFiles(store, ledger, (sha256) => {
    const location = locations.get(sha256);
    return location === undefined ? null : resolveLocation(store, location);
  });
  const passwords = new Map([...last].map(([sha256, one]) => [sha256, one.passwords]));
  return { rows, inputs: inputs.sort(byPath), locations, passwords };
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
