import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SettingsError } from '../case/index.ts';
import type { Knowledge } from '../classify/index.ts';
import { sha256Hex } from '../ingest/index.ts';
import type { ArtifactStore } from '../store/index.ts';
import { type AgencyFile, loadKnowledge } from './knowledge.ts';

/**
 * Reads an agency file and tries it.
 *
 * @throws SettingsError where it is missing, not JSON, or not in the form of `classify/lexicon/agencies.json`.
 */
export function readAgencyFile(path: string): { agencies: AgencyFile; knowledge: Knowledge } {
  const value = readSettingsJson(path, 'agency file');
  const agencies = { key: sha256Hex(JSON.stringify(value)), value };
  try {
    return { agencies, knowledge: loadKnowledge(agencies) };
  } catch (error) {
    throw new SettingsError(`agency file ${path}: ${(error as Error).message}`);
  }
}

/** Puts the user's agencies where every worker finds them; returns the key, null for none. */
export async function shareAgencies(
  store: ArtifactStore,
  agencies: AgencyFile | null,
): Promise<string | null> {
  if (agencies === null) return null;
  const { key, value } = agencies;
  await store.write('agencies', key, (folder) =>
    writeFile(join(folder, 'agencies.json'), JSON.stringify(value)),
  );
  return key;
}

/** @throws SettingsError with one line where the file is missing or not JSON. */
export function readSettingsJson(path: string, what: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new SettingsError(`${what} cannot be read: ${path}`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SettingsError(`${what} ${path} is not JSON: ${(error as Error).message}`);
  }
}
