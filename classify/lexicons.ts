import type { Agencies } from './agencies.ts';
import { type CueLists, indexCues } from './cue-lexicon.ts';
import { indexAbbreviations } from './stem.ts';
import { WordTable } from './word-table.ts';

/** What is known before a labelled item has been seen: who the agencies are, what cues say, what is short for what. Plain JSON. */
export interface LexiconData {
  agencies: Agencies;
  cues: CueLists;
  /** Short forms by the word they stand for. */
  abbreviations: Record<string, string[]>;
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
    let table = new WordTable(indexCues(data.cues), indexAbbreviations(data.abbreviations));
    lexicons = {
      agencies: data.agencies,
      words: () => {
        if (table.full) table = new WordTable(table.cues, table.abbreviations);
        return table;
      },
    };
    prepared.set(data, lexicons);
  }
  return lexicons;
}
