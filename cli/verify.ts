import type { Command } from 'commander';
import { type ConsoleOptions, logLevelOption, parseCount } from './common-options.ts';

/** What the options say; missing where nothing was said. */
export interface VerifyOptions extends ConsoleOptions {
  recount: boolean;
  jobs?: number;
  passwords?: string;
}

export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('recount the release and find every quote again: sums, hashes, quotes, decisions, samples')
    .argument('<dir>', 'the case folder')
    .option('--no-recount', 'check the records only, without reading the release again')
    .option('--jobs <n>', 'worker threads (default: one a core)', parseCount)
    .option('--passwords <file>', 'passwords for locked files, one a line, as given to `run`')
    .addOption(logLevelOption())
    .action(async (caseFolder: string, options: VerifyOptions) => {
      const { printChecks } = await import('./print-checks.ts');
      await printChecks(caseFolder, options);
    });
}
