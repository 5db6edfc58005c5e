import { createHash } from 'node:crypto';
import { mergeAgencies, parseAgencies } from './agencies.ts';
import { parseCues } from './cue-lexicon.ts';
import type { LexiconData } from './lexicons.ts';
import { parseWords } from './misread-words.ts';
import { type Model, parseModel } from './model.ts';
import { parseAbbreviations } from './stem.ts';
import { parseWordClasses } from './word-classes.ts';

const AGENCIES = 'classify/lexicon/agencies.json';
const CUES = 'classify/lexicon/cues.json';
const ABBREVIATIONS = 'classify/lexicon/abbreviations.json';
const WORDS = 'classify/lexicon/words.json';
const CLASSES = 'classify/lexicon/classes.json';
const MODEL = 'classify/model/coder.json';

/** What the coder is made of, as paths from the project's root; each file holds JSON. */
export const KNOWLEDGE_FILES = [AGENCIES, CUES, ABBREVIATIONS, WORDS, CLASSES, MODEL] as const;

/** Lexicons and model, checked; plain data, so that it can be handed to another thread. */
export interface Knowledge extends LexiconData {
  model: Model;
  /** Twelve hex digits made from lexicons and model: the same digits code the same way. */
  version: string;
}

/**
 * Reads the texts of the files by path (see `KNOWLEDGE_FILES`). `userAgencies` is a file in the form of
 * `classify/lexicon/agencies.json`, parsed, that comes before the general one, or null.
 *
 * @throws TypeError or SyntaxError naming the place that is wrong.
 */
export function parseKnowledge(files: Record<string, string>, userAgencies: unknown = null): Knowledge {
  const lexicons = parseLexicons(files, userAgencies);
  const text = files[MODEL] ?? '';
  const version = createHash('sha256')
    .update(JSON.stringify(lexicons))
    .update(text)
    .digest('hex')
    .slice(0, 12);
  return { ...lexicons, model: parseModel(text), version };
}

/** The lexicons alone, which is what training starts from. */
export function parseLexicons(files: Record<string, string>, userAgencies: unknown = null): LexiconData {
  const general = parseAgencies(JSON.parse(files[AGENCIES] ?? ''));
  return {
    agencies:
      userAgencies === null ? general : mergeAgencies(parseAgencies(userAgencies, 'agency file'), general),
    ...parseCues(JSON.parse(files[CUES] ?? '')),
    abbreviations: parseAbbreviations(JSON.parse(files[ABBREVIATIONS] ?? '')),
    words: parseWords(JSON.parse(files[WORDS] ?? '')),
    classes: parseWordClasses(JSON.parse(files[CLASSES] ?? '')),
  };
}
