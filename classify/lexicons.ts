import type { Agencies } from './agencies.ts';
import { type CueData, indexCues } from './cue-lexicon.ts';
import { indexWords, type KnownWords } from './misread-words.ts';
import { indexAbbreviations } from './stem.ts';
import { indexClasses, type WordClasses } from './word-classes.ts';
import { WordTable } from './word-table.ts';

/** What is known before a labelled item has been seen: who the agencies are, what cues say, what is short for what, how words are spelled,
 * which of them name people, places and the like. Plain JSON. */
export interface LexiconData extends CueData {
  agencies: Agencies;
  /** Short forms by the word they stand for. */
  abbreviations: Record<string, string[]>;
  words: KnownWords;
  classes: WordClasses;
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
    const words = indexWords(data.words, spelledElsewhere(data));
    const classes = indexClasses(data.classes);
    let table = new WordTable(
      indexCues(data.cues, data.hints),
      indexAbbreviations(data.abbreviations),
      words,
      classes,
    );
    lexicons = {
      agencies: data.agencies,
      words: () => {
        if (table.full) table = new WordTable(table.cues, table.abbreviations, table.spelling, table.classes);
        return table;
      },
    };
    prepared.set(data, lexicons);
  }
  return lexicons;
}

/** Words of the other lexicons, which a user may have added to. */
function spelledElsewhere({ agencies, abbreviations }: LexiconData): string[] {
  const names = [...agencies.agencies, ...agencies.titles].flatMap(({ words }) => words);
  return [
    ...Object.values(abbreviations).flat(),
    ...names.flatMap((name) => name.toLowerCase().split(/[^a-z]+/)),
  ];
}
