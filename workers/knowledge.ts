import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  KNOWLEDGE_FILES,
  type Knowledge,
  type LexiconData,
  parseKnowledge,
  parseLexicons,
} from '../classify/index.ts';
import { sha256Hex } from '../ingest/index.ts';
import type { ArtifactStore } from '../store/index.ts';
import { PROJECT_ROOT } from './project.ts';

/** The user's own agencies, as read from `--agency`, and a name for them. */
export interface AgencyFile {
  key: string;
  value: unknown;
}

function readTexts(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(PROJECT_ROOT, name), 'utf8')]));
}

/**
 * The lexicons alone, with the user's agencies where there are some: what training starts from, when there is no model yet,
 * and what masking knows agencies by.
 */
export function loadLexicons(agencies: AgencyFile | null = null): LexiconData {
  const lexicons = KNOWLEDGE_FILES.filter((name) => name.startsWith('classify/lexicon/'));
  return parseLexicons(readTexts(lexicons), agencies?.value ?? null);
}

/** The lexicons and the model that `classify` works with, and the user's agencies where there are some. */
export function loadKnowledge(agencies: AgencyFile | null): Knowledge {
  return parseKnowledge(readTexts(KNOWLEDGE_FILES), agencies?.value ?? null);
}

/** The knowledge for agencies shared under `key`. */
export function loadSharedKnowledge(store: ArtifactStore, key: string | null): Knowledge {
  if (key === null) return loadKnowledge(null);
  const path = join(store.path('agencies', key), 'agencies.json');
  return loadKnowledge({ key, value: JSON.parse(readFileSync(path, 'utf8')) as unknown });
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
