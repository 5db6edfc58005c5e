import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { caseLayout, type JobRow, openDatabase, SettingsError } from '../case/index.ts';
import { STAGES } from '../workers/index.ts';

interface StageStatus {
  stage: string;
  done: number;
  failed: number;
  /** Mean time of a job in this run, in milliseconds; null where all were kept from an earlier one. */
  mean_milliseconds: number | null;
}

export function addStatus(program: Command): void {
  program
    .command('status')
    .description('what the last run on a case did, stage by stage, with named failures')
    .argument('<dir>', 'the case folder')
    .option('--json', 'as JSON')
    .action((folder: string, { json }: { json?: boolean }) => {
      const layout = caseLayout(resolve(folder));
      if (!existsSync(layout.database))
        throw new SettingsError(`no case in ${folder}: make one with \`run\``);
      const database = openDatabase(layout.database);
      const jobs = database.jobs();
      database.close();
      const stages = STAGES.map((stage) => summarize(stage, jobs));
      const failures = jobs
        .filter(({ state }) => state === 'failed')
        .map(({ stage, key, detail }) => ({ stage, key, reason: detail }));
      if (json === true) process.stdout.write(`${JSON.stringify({ stages, failures }, null, 2)}\n`);
      else process.stdout.write(stages.map(stageLine).join('') + failures.map(failureLine).join(''));
    });
}

function summarize(stage: string, jobs: JobRow[]): StageStatus {
  const own = jobs.filter((job) => job.stage === stage);
  const timed = own.flatMap(({ milliseconds }) => (milliseconds === null ? [] : [milliseconds]));
  return {
    stage,
    done: own.filter(({ state }) => state === 'done').length,
    failed: own.filter(({ state }) => state === 'failed').length,
    mean_milliseconds:
      timed.length === 0 ? null : Math.round(timed.reduce((sum, time) => sum + time, 0) / timed.length),
  };
}

function stageLine({ stage, done, failed, mean_milliseconds }: StageStatus): string {
  const time = mean_milliseconds === null ? 'kept' : `${mean_milliseconds} ms a job`;
  return `${stage.padEnd(8)} ${String(done).padStart(6)} done  ${failed} failed  ${time}\n`;
}

function failureLine({ stage, key, reason }: { stage: string; key: string; reason: string | null }): string {
  return `failed: ${stage} ${key} (${reason}); try again with \`run --retry-failed\`\n`;
}
