import { resolve } from 'node:path';
import type { Command } from 'commander';
import { caseLayout } from '../case/index.ts';
import { checkSamples } from '../review/index.ts';
import { openCase, verifyCase } from '../workers/index.ts';
import { type ConsoleOptions, logLevelOption, openConsole, parseCount } from './console.ts';

const FAULTS_FOUND = 1;
/** Faults of one kind that are printed; the rest is counted. */
const FAULTS_SHOWN = 10;

interface VerifyOptions extends ConsoleOptions {
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
      const { progress, logger } = openConsole(options);
      const { recount, jobs = null, passwords: passwordsFile = null } = options;
      const settings = { caseFolder, recount, threads: jobs, passwordsFile };
      const checks = await verifyCase(settings, progress, logger);
      const layout = caseLayout(resolve(caseFolder));
      checks.push(await checkSamples(layout, () => openCase(layout)));
      for (const { name, checked, faults } of checks) {
        process.stdout.write(
          `${faults.length === 0 ? 'ok   ' : 'FAULT'} ${name.padEnd(10)} ${checked} checked\n`,
        );
        for (const fault of faults.slice(0, FAULTS_SHOWN)) process.stdout.write(`        ${fault}\n`);
        if (faults.length > FAULTS_SHOWN)
          process.stdout.write(`        and ${faults.length - FAULTS_SHOWN} more\n`);
      }
      if (checks.some(({ faults }) => faults.length > 0)) process.exitCode = FAULTS_FOUND;
    });
}
