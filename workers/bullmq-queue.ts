import {
  Job as BullJob,
  Queue as BullQueue,
  type ConnectionOptions,
  type FlowJob,
  FlowProducer,
  QueueEvents,
} from 'bullmq';
import { sha256Hex } from '../ingest/index.ts';
import { codeVersion } from './fleet.ts';
import type { Logger } from './logger.ts';
import {
  CONNECTION_TRIES,
  type Job,
  type Outcome,
  type Queue,
  QueueClosed,
  RETRY_MS,
  type StageName,
} from './queue.ts';

/** The one BullMQ queue of a case; cases are told apart by the key prefix. */
export const QUEUE_NAME = 'stages';

/**
 * Lower runs first. Reading text comes before recognising and drawing pictures, and what the whole release waits for comes
 * first of all.
 */
export const PRIORITY: Record<StageName, number> = {
  link: 1,
  ingest: 2,
  pages: 3,
  code: 4,
  ocr: 8,
  image: 10,
};

/** How many ended jobs Redis keeps, and for how long (seconds): enough to look into, bounded whatever the release's size. */
const KEPT = { count: 1000, age: 3600 };

/** Before the reason of a failure that BullMQ may try again. */
export const LOST = 'lost: ';

/** How often the coordinator asks for jobs whose end it may have missed while Redis was away, in milliseconds. */
const SWEEP_MS = 2000;

/** What lies in Redis: the job, and the version of the code that asked for it. */
export interface FleetJob extends Job {
  version: string;
}

export interface BullmqQueueSettings {
  connection: ConnectionOptions;
  prefix: string;
  /** How many jobs the coordinator has in the queue at once: enough that no worker waits. */
  concurrency: number;
  logger: Logger;
}

interface Waiting {
  resolve(outcome: Outcome): void;
  reject(error: Error): void;
  since: number;
}

/**
 * The engine for many machines. Jobs lie in Redis; whoever runs them, `worker` processes here or elsewhere, writes into
 * the shared store and returns the outcome.
 */
export async function openBullmqQueue(settings: BullmqQueueSettings): Promise<Queue> {
  const { connection, prefix, concurrency, logger } = settings;
  const version = codeVersion();
  const queue = new BullQueue(QUEUE_NAME, { connection, prefix });
  const events = new QueueEvents(QUEUE_NAME, { connection, prefix });
  const flows = new FlowProducer({ connection, prefix });
  const waiting = new Map<string, Waiting>();
  let closed = false;
  const lost = (error: Error) => logger.debug({ error: error.name }, 'redis connection');
  queue.on('error', lost);
  events.on('error', lost);
  flows.on('error', lost);

  const settle = (id: string, outcome: Outcome) => {
    waiting.get(id)?.resolve(outcome);
    waiting.delete(id);
  };
  events.on('completed', ({ jobId, returnvalue }) => settle(jobId, returnvalue as unknown as Outcome));
  events.on('failed', ({ jobId, failedReason }) => {
    const since = waiting.get(jobId)?.since ?? performance.now();
    settle(jobId, failed(failedReason, since));
  });
  await events.waitUntilReady();

  const sweep = setInterval(() => {
    void sweepMissed(queue, waiting, settle).catch(() => {});
  }, SWEEP_MS);
  sweep.unref();

  const options = ({ stage }: Job, id: string) => ({
    jobId: id,
    priority: PRIORITY[stage],
    attempts: CONNECTION_TRIES,
    backoff: { type: 'exponential', delay: RETRY_MS },
    removeOnComplete: KEPT,
    removeOnFail: KEPT,
  });

  /** Makes room for a job and promises its outcome. */
  async function expect(job: Job): Promise<{ id: string; ended: Promise<Outcome> }> {
    const id = jobId(job);
    if (!closed) await forgetEnded(queue, id);
    if (closed) throw new QueueClosed();
    const ended = new Promise<Outcome>((resolve, reject) => {
      waiting.set(id, { resolve, reject, since: performance.now() });
    });
    ended.catch(() => {});
    return { id, ended };
  }

  /** What is put into Redis is not awaited by itself: when the queue is closed in between, the outcome says so. */
  function refuse(ids: string[]): (error: Error) => void {
    return (error) => {
      for (const id of ids) {
        waiting.get(id)?.reject(error);
        waiting.delete(id);
      }
    };
  }

  return {
    concurrency,
    async add(job: Job): Promise<Outcome> {
      const { id, ended } = await expect(job);
      queue.add(job.stage, { ...job, version } satisfies FleetJob, options(job, id)).catch(refuse([id]));
      return ended;
    },
    async addFlow(whole: Job, parts: Job[]) {
      const expected = await Promise.all([whole, ...parts].map(expect));
      const node = (job: Job, index: number): FlowJob => ({
        name: job.stage,
        queueName: QUEUE_NAME,
        prefix,
        data: { ...job, version } satisfies FleetJob,
        opts: {
          ...options(job, expected[index]?.id ?? ''),
          ...(index === 0 ? {} : { ignoreDependencyOnFailure: true }),
        },
      });
      const children = parts.map((part, index) => node(part, index + 1));
      flows.add({ ...node(whole, 0), children }).catch(refuse(expected.map(({ id }) => id)));
      const [first, ...rest] = await Promise.all(expected.map(({ ended }) => ended));
      return { whole: first as Outcome, parts: rest };
    },
    workers: () => queue.getWorkersCount(),
    // Its threads are those of workers, here and elsewhere, which look after them.
    rest: async () => {},
    async close() {
      if (closed) return;
      closed = true;
      clearInterval(sweep);
      for (const { reject } of waiting.values()) reject(new QueueClosed());
      waiting.clear();
      await queue.drain().catch(() => {});
      await Promise.allSettled([queue.close(), events.close(), flows.close()]);
    },
  };
}

/** BullMQ takes no colon in an id, so the key is hashed whatever it holds. */
function jobId({ stage, key }: Job): string {
  return `${stage}-${sha256Hex(key).slice(0, 32)}`;
}

/** A job of an earlier run that ended but whose artifact is gone would keep the new one from being taken. */
async function forgetEnded(queue: BullQueue, id: string): Promise<void> {
  const old = await BullJob.fromId(queue, id);
  if (old !== undefined && ((await old.isCompleted()) || (await old.isFailed()))) await old.remove();
}

/** Events may be missed while the connection is down, so what is still waited for is asked for by name. */
async function sweepMissed(
  queue: BullQueue,
  waiting: ReadonlyMap<string, Waiting>,
  settle: (id: string, outcome: Outcome) => void,
): Promise<void> {
  for (const [id, { since }] of waiting) {
    const state = await queue.getJobState(id);
    if (state !== 'completed' && state !== 'failed') continue;
    // Fetched after its end was known: a job fetched before it has no result yet.
    const job = await BullJob.fromId(queue, id);
    if (job === undefined) continue;
    settle(id, state === 'completed' ? (job.returnvalue as Outcome) : failed(job.failedReason, since));
  }
}

/** BullMQ fails a job when it has lost each worker that took it, or when the last try to reach the store has failed. */
function failed(reason: string, since: number): Outcome {
  const milliseconds = Math.round(performance.now() - since);
  if (reason.startsWith(LOST)) {
    return { state: 'failed', reason: 'lost', message: reason.slice(LOST.length), milliseconds };
  }
  const message = /stalled/.test(reason) ? 'killed each worker that took it' : 'broke the worker that ran it';
  return { state: 'failed', reason: 'crash', message, milliseconds };
}
