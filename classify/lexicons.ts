import type { Agencies } from './agencies.ts';
import { type CueLists, indexCues } from './cue-lexicon.ts';
import { WordTable } from './word-table.ts';

/** What is known before a labelled item has been seen: who the agencies are and what cues say. Plain JSON. */
export interface LexiconData {
  agencies: Agencies;
  cues: CueLists;
}

/** The same, prepared for looking through texts. */
export interface Lexicons {
  agencies: Agencies;
  /** The table of words to read the next item with; a full one gives way to an empty one. */
  words(): WordTable;
}

const prepared = new WeakMap<LexiconData, Lexicons>();

/** Prepares the lexicons; the same data are prepared once. */
export function prepareLexicons(data: LexiconData): Lexicons {
  let lexicons = prepared.get(data);
  if (lexicons === undefined) {
    let table = new WordTable(indexCues(data.cues));
    lexicons = {
      agencies: data.agencies,
      words: () => {
        if (table.full) table = new WordTable(table.cues);
        return table;
      },
    };
    prepared.set(data, lexicons);
  }
  return lexicons;
}
