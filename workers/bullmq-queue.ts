import { Job as BullJob, Queue as BullQueue, type ConnectionOptions, QueueEvents } from 'bullmq';
import type { Logger } from './logger.ts';
import { type Job, type Outcome, type Queue, QueueClosed, type StageName } from './queue.ts';

/** The one BullMQ queue of a case; cases are told apart by the key prefix. */
export const QUEUE_NAME = 'stages';

/**
 * Lower runs first. Reading text comes before drawing pictures, and what the whole release waits for comes first of all.
 */
export const PRIORITY: Record<StageName, number> = { link: 1, ingest: 2, code: 3, image: 10 };

/** Tries of a job whose connection to the store or to Redis was lost; nothing else is tried again. */
export const CONNECTION_TRIES = 5;
const BACKOFF_MS = 500;

/** How many ended jobs Redis keeps, and for how long (seconds): enough to look into, bounded whatever the release's size. */
const KEPT = { count: 1000, age: 3600 };

/** How often the coordinator asks for jobs whose end it may have missed while Redis was away, in milliseconds. */
const SWEEP_MS = 2000;

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
  const queue = new BullQueue(QUEUE_NAME, { connection, prefix });
  const events = new QueueEvents(QUEUE_NAME, { connection, prefix });
  const waiting = new Map<string, Waiting>();
  let closed = false;
  const lost = (error: Error) => logger.debug({ error: error.name }, 'redis connection');
  queue.on('error', lost);
  events.on('error', lost);

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

  return {
    concurrency,
    async add(job: Job): Promise<Outcome> {
      if (closed) throw new QueueClosed();
      const id = jobId(job);
      await forgetEnded(queue, id);
      const ended = new Promise<Outcome>((resolve, reject) => {
        waiting.set(id, { resolve, reject, since: performance.now() });
      });
      ended.catch(() => {});
      await queue.add(job.stage, job, {
        jobId: id,
        priority: PRIORITY[job.stage],
        attempts: CONNECTION_TRIES,
        backoff: { type: 'exponential', delay: BACKOFF_MS },
        removeOnComplete: KEPT,
        removeOnFail: KEPT,
      });
      return ended;
    },
    async close() {
      if (closed) return;
      closed = true;
      clearInterval(sweep);
      for (const { reject } of waiting.values()) reject(new QueueClosed());
      waiting.clear();
      await queue.drain().catch(() => {});
      await Promise.allSettled([queue.close(), events.close()]);
    },
  };
}

/** BullMQ takes no colon in an id. */
function jobId({ stage, key }: Job): string {
  return `${stage}-${key}`;
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
    const job = await BullJob.fromId(queue, id);
    if (job === undefined) continue;
    if (await job.isCompleted()) settle(id, job.returnvalue as Outcome);
    else if (await job.isFailed()) settle(id, failed(job.failedReason, since));
  }
}

/** BullMQ fails a job by itself only when it has killed, or lost, each worker that took it. */
function failed(reason: string, since: number): Outcome {
  const milliseconds = Math.round(performance.now() - since);
  const message = /stalled/.test(reason) ? 'killed each worker that took it' : 'broke the worker that ran it';
  return { state: 'failed', reason: 'crash', message, milliseconds };
}
