import type { Agencies } from './agencies.ts';
import { type CueLexicon, type CueLists, indexCues } from './cue-lexicon.ts';

/** What is known before a labelled item has been seen: who the agencies are and what cues say. Plain JSON. */
export interface LexiconData {
  agencies: Agencies;
  cues: CueLists;
}

/** The same, prepared for looking through texts. */
export interface Lexicons {
  agencies: Agencies;
  cues: CueLexicon;
}

const prepared = new WeakMap<LexiconData, Lexicons>();

/** Prepares the lexicons; the same data are prepared once. */
export function prepareLexicons(data: LexiconData): Lexicons {
  let lexicons = prepared.get(data);
  if (lexicons === undefined) {
    lexicons = { agencies: data.agencies, cues: indexCues(data.cues) };
    prepared.set(data, lexicons);
  }
  return lexicons;
}
