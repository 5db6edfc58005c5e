import type { Command } from 'commander';
import { logLevelOption, parseCount } from './common-options.ts';

/** What the options say; missing where nothing was said. */
export interface WorkerOptions {
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
      const { joinRun } = await import('./join-run.ts');
      await joinRun(options);
    });
}
