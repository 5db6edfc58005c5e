import { createHash } from 'node:crypto';
import { mergeAgencies, parseAgencies } from './agencies.ts';
import { parseCueLists } from './cue-lexicon.ts';
import type { LexiconData } from './lexicons.ts';
import { type Model, parseModel } from './model.ts';
import { readRecord } from './read-json.ts';

const AGENCIES = 'classify/lexicon/agencies.json';
const CUES = 'classify/lexicon/cues.json';
const MODEL = 'classify/model/coder.json';

/** What the coder is made of, as paths from the project's root; each file holds JSON. */
export const KNOWLEDGE_FILES = [AGENCIES, CUES, MODEL] as const;

/** Lexicons and model, checked; plain JSON, so that it can be handed to another thread. */
export interface Knowledge extends LexiconData {
  model: Model;
  /** Twelve hex digits made from lexicons and model: the same digits code the same way. */
  version: string;
}

/**
 * Reads the parsed files by path (see `KNOWLEDGE_FILES`). `userAgencies` is a file in the form of
 * `classify/lexicon/agencies.json` that comes before the general one, or null.
 *
 * @throws TypeError naming the place that is wrong.
 */
export function parseKnowledge(files: unknown, userAgencies: unknown = null): Knowledge {
  const record = readRecord(files, 'knowledge');
  const lexicons = parseLexicons(record, userAgencies);
  const model = parseModel(record[MODEL]);
  const version = createHash('sha256')
    .update(JSON.stringify([lexicons, model]))
    .digest('hex')
    .slice(0, 12);
  return { ...lexicons, model, version };
}

/** The lexicons alone, which is what training starts from. */
export function parseLexicons(files: unknown, userAgencies: unknown = null): LexiconData {
  const record = readRecord(files, 'knowledge');
  const general = parseAgencies(record[AGENCIES]);
  return {
    agencies:
      userAgencies === null ? general : mergeAgencies(parseAgencies(userAgencies, 'agency file'), general),
    cues: parseCueLists(record[CUES]),
  };
}
