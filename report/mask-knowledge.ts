import type { Agencies } from '../classify/index.ts';
import { foldName } from './mask-tokens.ts';

/** Lists by hand: `report/lexicon/mask-words.json`, where each says what it is for. */
export const MASK_LISTS = [
  'titles',
  'civil_titles',
  'press_titles',
  'honorifics',
  'particles',
  'organisation_words',
  'organisation_starts',
  'street_types',
  'person_cues',
  'kin',
  'places',
  'locatives',
  'police_words',
  'never_names',
  'calendar',
  'minor_words',
  'eponyms',
  'given_words',
  'peoples',
] as const;
export type MaskListName = (typeof MASK_LISTS)[number];

/** What masking knows before it has seen a case. */
export interface MaskKnowledge {
  agencies: Agencies;
  lists: Record<MaskListName, ReadonlySet<string>>;
  /** English words in small letters with their rarity, from 10 (the commonest) up, after SCOWL. */
  words: ReadonlyMap<string, number>;
  /** Given names and surnames, folded. */
  names: ReadonlySet<string>;
}

export interface MaskKnowledgeFiles {
  /** `report/lexicon/mask-words.json`. */
  lexicon: unknown;
  /** Word lists by rarity. */
  words: Readonly<Record<number, unknown>>;
  /** One name a line, `#` before comments. */
  names: string;
  agencies: Agencies;
}

function readList(value: unknown, where: string): string[] {
  if (!Array.isArray(value) || value.some((entry) => typeof entry !== 'string')) {
    throw new TypeError(`${where}: expected a list of words`);
  }
  return value as string[];
}

/** @throws TypeError naming the list that is missing or wrong. */
export function parseMaskKnowledge(files: MaskKnowledgeFiles): MaskKnowledge {
  if (typeof files.lexicon !== 'object' || files.lexicon === null) {
    throw new TypeError('mask words: expected an object');
  }
  const lexicon = files.lexicon as Record<string, unknown>;
  const lists = Object.fromEntries(
    MASK_LISTS.map((name) => [name, new Set(readList(lexicon[name], name).map(foldName))]),
  ) as Record<MaskListName, Set<string>>;
  const words = new Map<string, number>();
  for (const level of Object.keys(files.words)
    .map(Number)
    .sort((a, b) => a - b)) {
    for (const word of readList(files.words[level], `words ${level}`)) {
      const fold = foldName(word);
      if (!words.has(fold)) words.set(fold, level);
    }
  }
  const names = files.names
    .split('\n')
    .map((line) => foldName(line.trim()))
    .filter((line) => line.length > 1 && !line.startsWith('#'));
  return { agencies: files.agencies, lists, words, names: new Set(names) };
}
