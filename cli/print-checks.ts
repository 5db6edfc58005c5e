import { resolve } from 'node:path';
import { caseLayout } from '../case/index.ts';
import { checkSamples } from '../review/index.ts';
import { openCase, verifyCase } from '../workers/index.ts';
import { openConsole } from './console.ts';
import type { VerifyOptions } from './verify.ts';

const FAULTS_FOUND = 1;
/** Faults of one kind that are printed; the rest is counted. */
const FAULTS_SHOWN = 10;

/** Verifies a case and prints each check with its faults; any fault is the exit status 1. */
export async function printChecks(caseFolder: string, options: VerifyOptions): Promise<void> {
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
}
