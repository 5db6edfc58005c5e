import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { readJson } from '../store/index.ts';
import type { CaseData } from './case-data.ts';
import { checkDecisionChain } from './decisions.ts';
import { type Manifest, sumCase } from './manifest.ts';
import type { Check } from './verify-records.ts';

async function hashFile(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
    return hash.digest('hex');
  } catch {
    return null;
  }
}

/** The bytes that were handed in, where they still lie where they lay. */
export async function checkInputs({ inputs }: CaseData): Promise<Check> {
  const faults: string[] = [];
  for (const { path, sha256, location } of inputs) {
    const found = await hashFile(location);
    if (found === null) faults.push(`${path}: no longer where it was read`);
    else if (found !== sha256) faults.push(`${path}: its bytes have changed`);
  }
  return { name: 'inputs', checked: inputs.length, faults };
}

/** The exports are those the manifest speaks of, and its sums are those of the case. */
export async function checkExports(folder: string, data: CaseData): Promise<Check> {
  const path = join(folder, 'manifest.json');
  if (!existsSync(path)) return { name: 'exports', checked: 0, faults: ['manifest.json is missing'] };
  const manifest = await readJson<Manifest>(path);
  const faults: string[] = [];
  for (const [name, sha256] of Object.entries(manifest.exports)) {
    const found = await hashFile(join(folder, name));
    if (found === null) faults.push(`${name} is missing`);
    else if (found !== sha256) faults.push(`${name} is not what the run wrote`);
  }
  const sums = sumCase(data) as unknown as Record<string, number>;
  const stated = manifest.sums as unknown as Record<string, number>;
  for (const [name, value] of Object.entries(sums)) {
    if (stated[name] !== value)
      faults.push(`sum ${name}: the manifest says ${stated[name]}, the case ${value}`);
  }
  return {
    name: 'exports',
    checked: Object.keys(manifest.exports).length + Object.keys(sums).length,
    faults,
  };
}

export async function checkDecisions(path: string): Promise<Check> {
  const { lines, faults } = await checkDecisionChain(path);
  return { name: 'decisions', checked: lines, faults };
}
