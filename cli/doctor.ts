import type { Command } from 'commander';
import { examineMachine, type MachinePart } from '../workers/index.ts';

const SOMETHING_MISSING = 1;

interface DoctorOptions {
  redis?: string;
  json?: boolean;
}

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('what this machine has for the work, what it lacks, and how to get it')
    .option('--redis <url>', 'ask this Redis whether it answers: redis://[[user]:password@]host[:port]')
    .option('--json', 'as JSON')
    .action(async ({ redis, json }: DoctorOptions) => {
      const parts = await examineMachine(redis ?? null);
      process.stdout.write(json === true ? `${JSON.stringify(parts, null, 2)}\n` : describeParts(parts));
      if (parts.some(({ found, needed }) => needed && !found)) process.exitCode = SOMETHING_MISSING;
    });
}

/** A line a part; what is missing has a second one that says how to get it. */
function describeParts(parts: MachinePart[]): string {
  const width = Math.max(...parts.map(({ name }) => name.length));
  return parts
    .map(({ name, found, needed, detail, use, get }) => {
      const mark = found ? 'ok     ' : needed ? 'MISSING' : 'lacking';
      const line = `${mark} ${name.padEnd(width)}  ${detail}: ${use}\n`;
      return found ? line : `${line}${' '.repeat(10 + width)}get it: ${get}\n`;
    })
    .join('');
}
