import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ArtifactStore, SettingsError } from '../case/index.ts';
import {
  KNOWLEDGE_FILES,
  type Knowledge,
  type LexiconData,
  parseKnowledge,
  parseLexicons,
} from '../classify/index.ts';
import { sha256Hex } from '../ingest/index.ts';
import { PROJECT_ROOT } from './project.ts';

/** The user's own agencies, as read from `--agency`, and a name for them. */
export interface AgencyFile {
  key: string;
  value: unknown;
}

function readTexts(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(PROJECT_ROOT, name), 'utf8')]));
}

/** The lexicons alone, which is what training starts from: there need not be a model yet. */
export function loadLexicons(): LexiconData {
  const lexicons = KNOWLEDGE_FILES.filter((name) => name.startsWith('classify/lexicon/'));
  return parseLexicons(readTexts(lexicons));
}

/** The lexicons and the model that `classify` works with, and the user's agencies where there are some. */
export function loadKnowledge(agencies: AgencyFile | null): Knowledge {
  return parseKnowledge(readTexts(KNOWLEDGE_FILES), agencies?.value ?? null);
}

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

/** The knowledge for agencies shared under `key`. */
export function loadSharedKnowledge(store: ArtifactStore, key: string | null): Knowledge {
  if (key === null) return loadKnowledge(null);
  const path = join(store.path('agencies', key), 'agencies.json');
  return loadKnowledge({ key, value: JSON.parse(readFileSync(path, 'utf8')) as unknown });
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

/** Short hashes of the model and of the lexicons with the user's agencies: what can change a code. */
export function knowledgeVersions(agencies: AgencyFile | null): { model: string; lexicon: string } {
  const hash = (names: readonly string[]) =>
    names.map((name) => sha256Hex(readFileSync(join(PROJECT_ROOT, name)))).join(' ');
  const lexicons = KNOWLEDGE_FILES.filter((name) => name.startsWith('classify/lexicon/'));
  const models = KNOWLEDGE_FILES.filter((name) => !lexicons.includes(name));
  const short = (text: string) => sha256Hex(text).slice(0, 12);
  return { model: short(hash(models)), lexicon: short(`${hash(lexicons)} ${agencies?.key ?? ''}`) };
}
