import { WaitingError, Worker } from 'bullmq';
import { type FleetJob, LOST, QUEUE_NAME } from './bullmq-queue.ts';
import { versionMismatch } from './fleet.ts';
import type { Logger } from './logger.ts';
import type { Outcome, Queue } from './queue.ts';
import type { RedisConnection } from './redis.ts';

/**
 * How long a job stays a worker's without a sign of life, in milliseconds. Jobs run in threads, so the worker itself is
 * never too busy to give one: who is silent this long is dead.
 */
const LOCK_MS = 10_000;
const STALLED_CHECK_MS = 5000;

/** A job whose worker died is taken up again this often; then it is named and the rest goes on. */
const STALLS = 2;

export interface BullmqWorkerSettings {
  connection: RedisConnection;
  prefix: string;
  /** Runs the jobs; closed with the worker. */
  pool: Queue;
  /** Most jobs a second that this worker starts; null for no bound. */
  rate: number | null;
  logger: Logger;
}

export interface FleetWorker {
  /** Takes no more jobs and waits for those under way. */
  close(): Promise<void>;
  /** Settles when the worker has to stop by itself. */
  failed: Promise<Error>;
}

/** Runs jobs of a case from Redis in threads of its own. */
export async function openBullmqWorker(settings: BullmqWorkerSettings): Promise<FleetWorker> {
  const { connection, prefix, pool, rate, logger } = settings;
  let fail: (error: Error) => void = () => {};
  const failed = new Promise<Error>((resolve) => {
    fail = resolve;
  });
  const worker = new Worker<FleetJob, Outcome>(
    QUEUE_NAME,
    async (job, token) => {
      const { stage, key, version } = job.data;
      const mismatch = versionMismatch(version);
      if (mismatch !== null) {
        fail(mismatch);
        await job.moveToWait(token);
        throw new WaitingError();
      }
      const outcome = await pool.add(job.data);
      logger.debug({ stage, key, state: outcome.state, milliseconds: outcome.milliseconds }, 'job');
      // Thrown, so that BullMQ tries again after a while; every other outcome is final.
      if (outcome.state === 'failed' && outcome.reason === 'lost')
        throw new Error(`${LOST}${outcome.message}`);
      return outcome;
    },
    {
      connection: { ...connection, maxRetriesPerRequest: null },
      prefix,
      concurrency: pool.concurrency,
      lockDuration: LOCK_MS,
      stalledInterval: STALLED_CHECK_MS,
      maxStalledCount: STALLS,
      ...(rate === null ? {} : { limiter: { max: rate, duration: 1000 } }),
    },
  );
  worker.on('error', (error) => logger.debug({ error: error.name }, 'redis connection'));
  worker.on('stalled', (id) => logger.warn({ job: id }, 'job of a dead worker taken up again'));
  await worker.waitUntilReady();
  return {
    failed,
    async close() {
      await worker.close();
      await pool.close();
    },
  };
}
