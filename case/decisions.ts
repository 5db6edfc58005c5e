import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { sha256Hex } from '../ingest/index.ts';

/** Chains the first line: there is no line before it. */
export const CHAIN_START = '0'.repeat(64);

export interface ChainCheck {
  lines: number;
  /** What is wrong, one line each; empty where every line holds the hash of the one before. */
  faults: string[];
}

/**
 * Checks `decisions.jsonl`: each line is a JSON object whose `prev` is the sha256 (hex) of the line before it, byte for
 * byte without its line end, and 64 zeros in the first. A changed, removed or inserted line breaks the chain behind it.
 */
export async function checkDecisionChain(path: string): Promise<ChainCheck> {
  if (!existsSync(path)) return { lines: 0, faults: [] };
  const text = await readFile(path, 'utf8');
  const lines = text.split('\n');
  const faults: string[] = [];
  if (lines.pop() !== '') faults.push('the last line is cut off');
  let previous = CHAIN_START;
  for (const [index, line] of lines.entries()) {
    if (previousOf(line) !== previous)
      faults.push(`line ${index + 1} does not follow from the line before it`);
    previous = sha256Hex(line);
  }
  return { lines: lines.length, faults };
}

function previousOf(line: string): string | null {
  try {
    const record: unknown = JSON.parse(line);
    const previous = (record as { prev?: unknown } | null)?.prev;
    return typeof previous === 'string' ? previous : null;
  } catch {
    return null;
  }
}
