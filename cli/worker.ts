import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { SettingsError } from '../case/index.ts';
import { openStore } from '../store/index.ts';
import { createLogger, joinFleet } from '../workers/index.ts';
import { logLevelOption, parseCount } from './console.ts';

interface WorkerOptions {
  redis: string;
  store: string;
  jobs?: number;
  rate?: number;
  logLevel?: string;
}

export function addWorker(program: Command): void {
  program
    .command('worker')
    .description('one worker of many: takes jobs of a run on Redis until it is told to stop (SIGTERM)')
    .requiredOption('--redis <url>', 'the Redis server of the run')
    .requiredOption('--store <dir>', "the case's store, a folder that all workers see")
    .option('--jobs <n>', 'worker threads (default: one a core)', parseCount)
    .option('--rate <n>', 'most jobs a second', parseCount)
    .addOption(logLevelOption())
    .action(async (options: WorkerOptions) => {
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
    });
}
