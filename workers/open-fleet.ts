import type { ArtifactStore } from '../store/index.ts';
import type { FleetWorker } from './bullmq-worker.ts';
import type { Dashboard } from './dashboard.ts';
import { announceVersion, awaitVersion, ensurePrefix, findPrefix } from './fleet.ts';
import type { Logger } from './logger.ts';
import { openStagePool } from './open-queue.ts';
import type { Queue } from './queue.ts';
import { connectRedis, parseRedisUrl, type RedisConnection } from './redis.ts';

/** Jobs that the coordinator keeps in Redis at once: enough for some dozens of workers, and little memory. */
const IN_FLIGHT = 256;

export interface FleetSettings {
  url: string;
  /** Threads of this machine that take part; null for one a core, 0 for none: only other workers do the work. */
  threads: number | null;
  /** Port of the dashboard on 127.0.0.1; null for none. */
  dashboardPort: number | null;
}

/**
 * The queue of a run on Redis.
 *
 * @throws SettingsError where Redis is not there or does not let us in.
 */
export async function openFleetQueue(
  { url, threads, dashboardPort }: FleetSettings,
  store: ArtifactStore,
  logger: Logger,
): Promise<Queue> {
  const server = parseRedisUrl(url);
  const redis = await connectRedis(server);
  const prefix = await ensurePrefix(store);
  await announceVersion(redis, prefix);
  await redis.quit();
  const { options: connection } = server;
  const { openBullmqQueue } = await import('./bullmq-queue.ts');
  const { openBullmqWorker } = await import('./bullmq-worker.ts');
  const dashboard = dashboardPort === null ? null : await startDashboard(connection, prefix, dashboardPort);
  const pool = threads === 0 ? null : openStagePool({ store: store.root }, threads);
  const worker =
    pool === null ? null : await openBullmqWorker({ connection, prefix, pool, rate: null, logger });
  const queue = await openBullmqQueue({ connection, prefix, concurrency: IN_FLIGHT, logger });
  return {
    concurrency: queue.concurrency,
    add: (job) => queue.add(job),
    addFlow: (whole, parts) => queue.addFlow(whole, parts),
    workers: () => queue.workers(),
    rest: async () => pool?.rest(),
    async close() {
      await queue.close();
      await worker?.close();
      await dashboard?.close();
    },
  };
}

/** The dashboard's libraries are loaded only where it is asked for. */
async function startDashboard(connection: RedisConnection, prefix: string, port: number): Promise<Dashboard> {
  const { openDashboard } = await import('./dashboard.ts');
  return openDashboard(connection, prefix, port);
}

export interface WorkerOptions {
  redisUrl: string;
  store: ArtifactStore;
  threads: number | null;
  rate: number | null;
}

/**
 * One worker of many: waits for the run of this store, then takes its jobs until it is closed.
 *
 * @throws SettingsError where Redis is not there, the store belongs to no run, or the run has another version.
 */
export async function joinFleet(
  options: WorkerOptions,
  logger: Logger,
  signal: AbortSignal,
): Promise<FleetWorker | null> {
  const { redisUrl, store, threads, rate } = options;
  const server = parseRedisUrl(redisUrl);
  const prefix = findPrefix(store);
  const redis = await connectRedis(server);
  try {
    await awaitVersion(redis, prefix, signal);
  } finally {
    redis.disconnect();
  }
  if (signal.aborted) return null;
  const { openBullmqWorker } = await import('./bullmq-worker.ts');
  const pool = openStagePool({ store: store.root }, threads);
  return openBullmqWorker({ connection: server.options, prefix, pool, rate, logger });
}
