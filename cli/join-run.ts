import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { SettingsError } from '../case/index.ts';
import { openStore } from '../store/index.ts';
import { createLogger, joinFleet } from '../workers/index.ts';
import type { WorkerOptions } from './worker.ts';

/** Takes jobs of a run on Redis until a signal ends it or the worker has to stop by itself. */
export async function joinRun(options: WorkerOptions): Promise<void> {
  const folder = resolve(options.store);
  if (!existsSync(folder)) throw new SettingsError(`no such folder: ${options.store}`);
  const logger = createLogger(options.logLevel ?? 'info');
  const stopper = new AbortController();
  const stopped = new Promise<null>((done) => {
    stopper.signal.addEventListener('abort', () => done(null), { once: true });
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopper.abort());
  const settings = {
    redisUrl: options.redis,
    store: openStore(folder),
    threads: options.jobs ?? null,
    rate: options.rate ?? null,
  };
  const worker = await joinFleet(settings, logger, stopper.signal);
  if (worker === null) return;
  logger.info('worker ready');
  const failure = await Promise.race([worker.failed, stopped]);
  logger.info('worker stopping');
  await worker.close();
  if (failure !== null) throw failure;
}
