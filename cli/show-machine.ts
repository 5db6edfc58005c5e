import { examineMachine, type MachinePart } from '../workers/index.ts';
import type { DoctorOptions } from './doctor.ts';

const SOMETHING_MISSING = 1;

/** Prints what this machine has and lacks; a part that is needed and lacking is the exit status 1. */
export async function showMachine({ redis, json }: DoctorOptions): Promise<void> {
  const parts = await examineMachine(redis ?? null);
  process.stdout.write(json === true ? `${JSON.stringify(parts, null, 2)}\n` : describeParts(parts));
  if (parts.some(({ found, needed }) => needed && !found)) process.exitCode = SOMETHING_MISSING;
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
