import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { sha256Hex } from '../ingest/index.ts';
import { CHAIN_START, checkDecisionChain } from './decisions.ts';
import { RunError } from './errors.ts';
import { writeAside } from './write-aside.ts';

/**
 * Adds lines to `decisions.jsonl`, each chained to the one before. What stands in it stays byte for byte, and the file is
 * replaced whole, so that a process killed here leaves either the old chain or the new one.
 *
 * @throws RunError where the chain is broken already: nothing is built on a record that may have been changed.
 */
export async function appendDecisions(path: string, records: readonly object[]): Promise<void> {
  if (records.length === 0) return;
  const { faults } = await checkDecisionChain(path);
  if (faults.length > 0) throw new RunError(`decisions.jsonl cannot be added to: ${faults[0]}`);
  const kept = existsSync(path) ? await readFile(path, 'utf8') : '';
  const last = kept.split('\n').at(-2);
  let prev = last === undefined ? CHAIN_START : sha256Hex(last);
  const lines: string[] = [];
  for (const record of records) {
    const line = JSON.stringify({ ...record, prev });
    prev = sha256Hex(line);
    lines.push(`${line}\n`);
  }
  await writeAside(path, [kept, ...lines]);
}

/** The decisions in the order in which they were made, as they stand; empty where nobody has decided anything. */
export async function readDecisions(path: string): Promise<Record<string, unknown>[]> {
  if (!existsSync(path)) return [];
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '');
  return lines.map((line, i) => {
    try {
      return JSON.parse(line) as Record<string, unknown>;
    } catch {
      throw new RunError(`decisions.jsonl line ${i + 1} is not JSON`);
    }
  });
}
