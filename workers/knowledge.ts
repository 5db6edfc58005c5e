import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SettingsError } from '../case/index.ts';
import { KNOWLEDGE_FILES, type Knowledge, parseKnowledge } from '../classify/index.ts';
import { PROJECT_ROOT } from './project.ts';

/**
 * Reads the lexicons and the model that `classify` works with, and the user's own agency file where one is given.
 *
 * @throws SettingsError where the agency file cannot be read or is not in the form of `classify/lexicon/agencies.json`.
 */
export function loadKnowledge(agencyFile: string | null): Knowledge {
  const files = Object.fromEntries(
    KNOWLEDGE_FILES.map((name) => [
      name,
      JSON.parse(readFileSync(join(PROJECT_ROOT, name), 'utf8')) as unknown,
    ]),
  );
  const agencies = agencyFile === null ? null : readSettingsJson(agencyFile, 'agency file');
  try {
    return parseKnowledge(files, agencies);
  } catch (error) {
    if (agencyFile === null) throw error;
    throw new SettingsError(`agency file ${agencyFile}: ${(error as Error).message}`);
  }
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
