import { machineLimitMib, openMemoryGuard } from './memory-guard.ts';
import {
  type FailureReason,
  type Job,
  type Outcome,
  type Queue,
  QueueClosed,
  type StageName,
} from './queue.ts';
import { openThreadCrews } from './thread-crews.ts';

/**
 * Longest time a job may take, in seconds, unless it states more. A file that takes longer is named as unreadable and the run
 * goes on.
 */
export const JOB_SECONDS: Record<StageName, number> = {
  pages: 900,
  ingest: 900,
  // One page: some seconds; a minute where the machine is slow and the page has to be turned.
  ocr: 300,
  link: 3600,
  code: 900,
  image: 900,
};

/**
 * Longest time on one page of a PDF, in seconds. Pages of records take a tenth of a second, plans and maps some seconds; a
 * page that is built to be drawn for ever ends here, and the other pages of its file are read without it.
 */
export const PAGE_SECONDS = 45;
/** How often it is looked at which page a job is at, in milliseconds. */
const PAGE_LOOK_MS = 500;
/** What counts at most of the time between two looks: a process that was asleep or busy itself is no job's doing. */
const MOST_BETWEEN_MS = 4 * PAGE_LOOK_MS;

/** Heap of one worker thread, in MiB: a 2,000-page PDF fits, a blow-up ends the job and not the machine. */
export const WORKER_HEAP_MIB = 2048;

export interface ThreadPoolSettings {
  /** The module whose default export runs a job; it is loaded in each thread. */
  worker: string;
  /** Handed to each thread; has to survive a structured clone. */
  workerData: unknown;
  threads: number;
  jobSeconds?: Partial<Record<StageName, number>>;
  pageSeconds?: number;
  heapMib?: number;
  /** Memory of the whole process from which on jobs are stopped; by default a share of the machine's. */
  processMib?: number;
}

/** Runs each job once, in a thread of its own that is cut off at its limit of time and memory. */
export function openThreadPool(settings: ThreadPoolSettings): Queue {
  const { worker, workerData, threads, heapMib = WORKER_HEAP_MIB } = settings;
  const crews = openThreadCrews({ worker, workerData, threads, heapMib });
  const guard = openMemoryGuard(settings.processMib ?? machineLimitMib());
  let closed = false;

  let free = threads;
  /** Jobs at work beside one another, and the last of those that run with nothing beside them. */
  let running = 0;
  let alone: Promise<unknown> = Promise.resolve();
  const line: (() => void)[] = [];

  /** Waits for a thread, so that a job's limit of time counts its own work and not its place in the line. */
  async function takeThread(): Promise<void> {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => line.push(resolve));
  }
  function giveThread(): void {
    const next = line.shift();
    if (next === undefined) free += 1;
    else next();
  }

  async function add(job: Job): Promise<Outcome> {
    if (closed) throw new QueueClosed();
    await takeThread();
    let outcome: Outcome | 'suspect';
    try {
      running += 1;
      outcome = await runInThread(job);
    } finally {
      running -= 1;
      giveThread();
    }
    return outcome === 'suspect' ? runAlone(job) : outcome;
  }

  /** Once nothing else runs, memory that a job takes is its own. */
  async function runAlone(job: Job): Promise<Outcome> {
    const turn = alone.then(async () => {
      for (let taken = 0; taken < threads; taken += 1) await takeThread();
      try {
        return await runInThread(job);
      } finally {
        for (let taken = 0; taken < threads; taken += 1) giveThread();
      }
    });
    alone = turn.catch(() => {});
    const outcome = await turn;
    if (outcome === 'suspect') throw new Error('A job that runs alone has none beside it.');
    return outcome;
  }

  /** What came of a job; `suspect` where the process ran out of memory while others ran beside it. */
  async function runInThread(job: Job): Promise<Outcome | 'suspect'> {
    if (closed) throw new QueueClosed();
    const seconds = settings.jobSeconds?.[job.stage] ?? Math.max(JOB_SECONDS[job.stage], job.seconds ?? 0);
    const limit = new AbortController();
    const start = performance.now();
    let timer: NodeJS.Timeout | undefined;
    let swollen: 'alone' | 'beside others' | null = null;
    const unwatch = guard.watch(() => {
      swollen = running > 1 ? 'beside others' : 'alone';
      limit.abort();
    });
    const milliseconds = () => Math.round(performance.now() - start);
    const pageSeconds = settings.pageSeconds ?? PAGE_SECONDS;
    const place = watchPlace({ page: pageSeconds, elsewhere: job.seconds ?? seconds }, () => limit.abort());
    try {
      timer = setTimeout(() => limit.abort(), seconds * 1000);
      const work: PlacedJob = { ...job, place: place.shared };
      const result: unknown = await crews.run(job.stage, work, limit.signal);
      return { state: 'done', result, milliseconds: milliseconds() };
    } catch (error) {
      if (closed) throw new QueueClosed();
      if (swollen === 'beside others') return 'suspect';
      const reason = swollen ? 'memory' : limit.signal.aborted ? 'timeout' : failureReason(error);
      return {
        state: 'failed',
        reason,
        message: failureMessage(reason, place.passed() ?? seconds, error),
        milliseconds: milliseconds(),
        ...(place.page() > 0 ? { page: place.page() } : {}),
      };
    } finally {
      clearTimeout(timer);
      place.close();
      unwatch();
    }
  }

  return {
    concurrency: threads,
    add,
    addFlow: (whole, parts) => addInTurn(add, whole, parts),
    workers: async () => 1,
    rest: () => crews.rest(),
    async close() {
      closed = true;
      await crews.close();
    },
  };
}

/** A job as its thread gets it. */
export interface PlacedJob extends Job {
  /** One number: the page that the job is at, from 1; OPENING_PAGE while a PDF is opened, 0 while it is at none. */
  place: SharedArrayBuffer;
}

/** Longest times of a job, in seconds: at one page, and at none in all. */
interface PlaceLimits {
  page: number;
  elsewhere: number;
}

/** Looks at which page a job is; `late` is called once it stays at one, or at none, for longer than it may. */
function watchPlace(limits: PlaceLimits, late: () => void) {
  const shared = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const place = new Int32Array(shared);
  const page = () => Atomics.load(place, 0);
  let [last, looked, atPage, elsewhere] = [0, performance.now(), 0, 0];
  let passed: number | null = null;
  const timer = setInterval(() => {
    const [now, time] = [page(), performance.now()];
    const step = Math.min(time - looked, MOST_BETWEEN_MS);
    looked = time;
    if (now === 0) elsewhere += step;
    atPage = now !== 0 && now === last ? atPage + step : 0;
    last = now;
    if (elsewhere >= limits.elsewhere * 1000) passed = limits.elsewhere;
    else if (atPage >= limits.page * 1000) passed = limits.page;
    if (passed !== null) late();
  }, PAGE_LOOK_MS);
  return { shared, page, passed: () => passed, close: () => clearInterval(timer) };
}

/** A flow for an engine that has none of its own. */
export async function addInTurn(
  add: (job: Job) => Promise<Outcome>,
  whole: Job,
  parts: Job[],
): Promise<{ whole: Outcome; parts: Outcome[] }> {
  const outcomes = await Promise.all(parts.map(add));
  return { whole: await add(whole), parts: outcomes };
}

/** Errors of the machine, as the first word of a Node.js system error's message. */
const MACHINE_ERROR = /^(ENOSPC|EDQUOT|EROFS|EMFILE|ENFILE|EIO)\b/;
/** A shared folder that went away: it may come back. */
const LOST_ERROR = /^(ESTALE|ETIMEDOUT|ECONNRESET|EHOSTDOWN|EHOSTUNREACH|ENETDOWN|ENETUNREACH|ENOTCONN)\b/;

function failureReason(error: unknown): FailureReason {
  if ((error as { code?: string } | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY') return 'memory';
  if (LOST_ERROR.test(messageOf(error))) return 'lost';
  return MACHINE_ERROR.test(messageOf(error)) ? 'machine' : 'crash';
}

function failureMessage(reason: FailureReason, seconds: number, error: unknown): string {
  if (reason === 'timeout') return `took longer than ${seconds} seconds`;
  if (reason === 'memory') return 'needed more memory than one job may take';
  return reason === 'machine' || reason === 'lost'
    ? `met ${messageOf(error).split(',')[0]}`
    : 'broke the worker that ran it';
}

/** Errors come out of a worker as copies, so their class tells nothing. */
function messageOf(error: unknown): string {
  return String((error as { message?: unknown } | null)?.message ?? '');
}
