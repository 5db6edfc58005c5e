import { fileSeconds, type LostPage, sha256Hex } from '../ingest/index.ts';
import type { IngestJob } from './ingest-stage.ts';
import { PAGES_A_JOB, type PagesJob, readPagesResult, type Stretch } from './pages-stage.ts';
import { pump } from './pump.ts';
import type { Job } from './queue.ts';
import type { FileTask } from './read-file.ts';
import { type JobFailure, type RunContext, runFlow, runOnce } from './run-context.ts';

/** Pages of one file that may end a worker: a file with more of them was built to do so, and the rest of it is not tried. */
export const MAX_LOST_PAGES = 5;
/** Stretches that are given out at once for each job that runs at once: none waits, and a bad file is soon found out. */
const STRETCHES_A_HAND = 4;
/** With few hands, as many stretches as a file of some hundred pages has. */
const LEAST_AT_ONCE = 16;

/** How a file is read in stretches. */
export interface StretchReading {
  context: RunContext;
  task: FileTask;
  /** Key of the whole file. */
  key: string;
  passwords: string[];
  /** The job that puts the file together. */
  whole(stretches: IngestJob['stretches']): Job;
}

interface PageRange {
  first: number;
  last: number;
}

/** A stretch that ended its worker. */
interface Broken extends PageRange {
  failure: JobFailure;
}

interface State {
  total: number;
  /** Stretches that lie in the store. */
  read: Stretch[];
  lost: LostPage[];
}

/**
 * Reads a PDF in stretches that several workers share. A page that ends its worker is named and left out, and the others
 * of its stretch are read again without it. `before` is how reading the whole file at once ended, if that was tried.
 * Null where the file is read or cannot be opened; else why it failed.
 */
export async function readInStretches(
  reading: StretchReading,
  before: JobFailure | null,
): Promise<JobFailure | null> {
  const { context, whole } = reading;
  if (before !== null) context.progress.grow('ingest', 1);
  const opened = await readFirst(reading, before);
  if ('failure' in opened) return opened.failure;
  const { state } = opened;
  if (state === null) return runOnce(context, whole(null));
  const failed = await readRest(reading, state);
  // The pages now stand in the file's own artifact.
  for (const { key } of state.read) await context.store.remove('pages', key);
  return failed;
}

/** The first stretch tells how many pages there are; a state of null is for a file that is no readable PDF. */
async function readFirst(
  reading: StretchReading,
  before: JobFailure | null,
): Promise<{ failure: JobFailure } | { state: State | null }> {
  const lost: LostPage[] = [];
  let failure = before;
  let last = PAGES_A_JOB;
  for (let tries = 0; tries < 2; tries += 1) {
    if (failure !== null) {
      if (failure.page === null) return { failure };
      lost.push({ page: failure.page, reason: failure.reason, tried: true });
      // A first stretch of no pages only counts them.
      last = failure.page - 1;
    }
    const first = { first: 1, last: before === null ? last : Math.min(last, PAGES_A_JOB) };
    failure = await readStretch(reading, first);
    if (failure === null) {
      const { key } = pagesJob(reading, first);
      const { total } = await readPagesResult(reading.context.store, key);
      return { state: total === null ? null : { total, read: [{ key, ...first }], lost } };
    }
  }
  return { failure: failure as JobFailure };
}

async function readRest(reading: StretchReading, state: State): Promise<JobFailure | null> {
  const { context, whole } = reading;
  const { total, read, lost } = state;
  const waiting = cutStretches((read[0]?.last ?? 0) + 1, state);
  const atOnce = Math.max(LEAST_AT_ONCE, STRETCHES_A_HAND * context.queue.concurrency);
  while (lost.length > 0 || waiting.length > atOnce) {
    const wave = waiting.splice(0, atOnce);
    if (wave.length === 0) break;
    await readWave(reading, state, wave);
  }
  if (lost.length === 0) {
    const parts = waiting.map((range) => pagesJob(reading, range));
    const list = [...read, ...waiting.map((range, at) => ({ key: parts[at]?.key ?? '', ...range }))];
    const ended = await runFlow(context, whole({ total, list, lost: null }), parts);
    if (ended.parts.every((failure) => failure === null)) {
      read.push(...list.slice(read.length));
      return ended.whole;
    }
    const broken: Broken[] = [];
    for (const [at, range] of waiting.entries()) {
      const failure = ended.parts[at] ?? null;
      if (failure !== null) broken.push({ ...range, failure });
      else read.push({ key: parts[at]?.key ?? '', ...range });
    }
    await mend(reading, state, broken);
    context.progress.grow('ingest', 1);
  }
  return runOnce(context, whole({ total, list: read, lost }));
}

/** The pages from `start` on, less those that are lost, in stretches. */
function cutStretches(start: number, { total, lost }: State): PageRange[] {
  const ranges: PageRange[] = [];
  const ends = lost.map(({ page }) => page).sort((a, b) => a - b);
  for (let first = start; first <= total; ) {
    const stop = Math.min(first + PAGES_A_JOB - 1, total);
    const cut = ends.find((page) => page >= first && page <= stop);
    if (cut !== first) ranges.push({ first, last: cut === undefined ? stop : cut - 1 });
    first = (cut ?? stop) + 1;
  }
  return ranges;
}

function pagesJob({ task, key: whole, passwords }: StretchReading, { first, last }: PageRange) {
  const key = sha256Hex(`${whole} ${first}-${last}`);
  const data: PagesJob = { location: task.location, sha256: task.sha256, first, last, passwords, key };
  return { stage: 'pages' as const, key, data, seconds: fileSeconds(task.bytes) };
}

function readStretch(reading: StretchReading, range: PageRange): Promise<JobFailure | null> {
  reading.context.progress.grow('pages', 1);
  return runOnce(reading.context, pagesJob(reading, range));
}

/** Reads stretches beside one another; what ended a worker is found and left out. */
async function readWave(reading: StretchReading, state: State, wave: PageRange[]): Promise<void> {
  if (state.lost.length >= MAX_LOST_PAGES) {
    const reason = state.lost.at(-1)?.reason ?? 'crash';
    for (const range of wave) giveUp(state, range, reason);
    return;
  }
  const broken: Broken[] = [];
  await pump(wave, reading.context.queue.concurrency, async (range) => {
    const failure = await readStretch(reading, range);
    if (failure !== null) broken.push({ ...range, failure });
    else state.read.push({ key: pagesJob(reading, range).key, ...range });
  });
  await mend(reading, state, broken);
}

/** Leaves out the page that ended the worker and reads the others of its stretch, until all are read or too many are lost. */
async function mend(reading: StretchReading, state: State, broken: Broken[]): Promise<void> {
  const line = broken.toSorted((a, b) => a.first - b.first);
  for (let next = line.shift(); next !== undefined; next = line.shift()) {
    const { first, last, failure } = next;
    const { page, reason } = failure;
    if (page === null || state.lost.length >= MAX_LOST_PAGES) {
      giveUp(state, next, reason);
      continue;
    }
    state.lost.push({ page, reason, tried: true });
    for (const piece of [
      { first, last: page - 1 },
      { first: page + 1, last },
    ]) {
      if (piece.first > piece.last) continue;
      const again = await readStretch(reading, piece);
      if (again !== null) line.push({ ...piece, failure: again });
      else state.read.push({ key: pagesJob(reading, piece).key, ...piece });
    }
  }
}

function giveUp({ lost }: State, { first, last }: PageRange, reason: LostPage['reason']): void {
  for (let page = first; page <= last; page += 1) lost.push({ page, reason, tried: false });
}
