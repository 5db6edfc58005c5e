import { NumberTable } from './number-table.ts';
import { BLOCKS, type BlockName, NUMBER, nameIn, SETTINGS, type Vocabulary } from './vectors.ts';
import { type WordEntry, WordFeatures } from './word-features.ts';

/**
 * A vocabulary looked up by numbers: each word is looked up once as a string; pairs and runs of words, and pairs of cues,
 * are found by the numbers of their parts, so that no string is put together for a text's features.
 */
export interface FeatureIndex {
  /** Number of a word, or of a cue in place of its words; undefined where no feature has it. */
  atoms: Map<string, number>;
  /** Features of single words by atom. */
  singles: WordFeatures;
  /** Features of pairs of words, in the order of PAIRED (-1: none); by `pairKey` of the two atoms. */
  pairs: NumberTable;
  /** Runs with cues: by two atoms their feature and the number from which runs of three go on, -1 for none; those by number and atom. */
  runs: NumberTable;
  longRuns: NumberTable;
  cues: Map<string, number>;
  cuePairs: NumberTable;
  /** By block, the features that are looked up by their names: of the header, of cues alone, runs of characters. */
  named: Map<string, number>[];
  /** Those of the header that are `key=value`, by key and value. */
  valued: Map<string, Map<string, number>>;
  /** Key of two numbers of `atoms` (or of a start and an atom). */
  pairKey(first: number, second: number): number;
}

/** The blocks that have words and pairs of words. */
export const PAIRED: readonly BlockName[] = ['word', 'near'];
const PLACE_OF_PAIRS = new Map(PAIRED.map((block, place) => [NUMBER[block], place]));

/** Room for the second number of a key: more words than any vocabulary of ours. Keys of known words stay small integers. */
const ROOM = 32_768;
const pairKey = (first: number, second: number): number => first * ROOM + second;

/** The tables while they grow. */
interface Growing {
  atoms: Map<string, number>;
  pairs: Map<number, number[]>;
  runs: Map<number, [id: number, start: number]>;
  starts: number;
  longRuns: Map<number, number[]>;
  cues: Map<string, number>;
  cuePairs: Map<number, number[]>;
}

function numberIn(map: Map<string, number>, name: string): number {
  let number = map.get(name);
  if (number === undefined) {
    number = map.size;
    map.set(name, number);
  }
  return number;
}

/** Indexes a vocabulary; done once for a model. */
export function indexFeatures(vocabulary: Vocabulary): FeatureIndex {
  const index: Growing = {
    atoms: new Map(),
    pairs: new Map(),
    runs: new Map(),
    starts: 0,
    longRuns: new Map(),
    cues: new Map(),
    cuePairs: new Map(),
  };
  const valued = new Map<string, Map<string, number>>();
  const named = BLOCKS.map(() => new Map<string, number>());
  const singles: WordEntry[] = [];
  for (let id = 0; id < vocabulary.names.length; id += 1) {
    const number = vocabulary.blockOf[id]!;
    const block = BLOCKS[number]!;
    const name = nameIn(vocabulary, id);
    // Neighbours' cues stand in the block of near words with a prefix; no word has a colon.
    const place = PLACE_OF_PAIRS.get(number);
    if (place !== undefined && !name.includes(':')) {
      const [first = '', second] = name.split(' ');
      if (second !== undefined) enterPair(index, first, second, place, id);
      else singles.push([numberIn(index.atoms, first), number, '', id]);
    } else if (block === 'cue' && name.includes('<')) {
      enterRun(index, name.split(' '), id);
    } else if (block === 'cue' && name.includes('+')) {
      const [first = '', second = ''] = name.split('+');
      index.cuePairs.set(pairKey(numberIn(index.cues, first), numberIn(index.cues, second)), [id]);
    } else {
      named[number]!.set(name, id);
      if (block === 'header' && name.includes('=')) enterValue(valued, name, id);
      // In the features of clauses, cues stand by who speaks as well; "denied status" is no single word.
      const colon = name.indexOf(':');
      if (SETTINGS.has(block) && !name.includes(' ', colon))
        singles.push([
          numberIn(index.atoms, name.slice(colon + 1)),
          number,
          name.slice(0, Math.max(0, colon)),
          id,
        ]);
    }
  }
  const { atoms, cues } = index;
  return {
    atoms,
    singles: new WordFeatures(atoms.size, singles),
    pairs: new NumberTable(index.pairs),
    runs: new NumberTable(index.runs),
    longRuns: new NumberTable(index.longRuns),
    cues,
    cuePairs: new NumberTable(index.cuePairs),
    named,
    valued,
    pairKey,
  };
}

function enterValue(valued: Map<string, Map<string, number>>, name: string, id: number): void {
  const [key = '', value = ''] = name.split('=');
  const values = valued.get(key) ?? new Map<string, number>();
  valued.set(key, values.set(value, id));
}

function enterPair(
  { atoms, pairs }: Growing,
  first: string,
  second: string,
  place: number,
  id: number,
): void {
  const key = pairKey(numberIn(atoms, first), numberIn(atoms, second));
  const row = pairs.get(key) ?? PAIRED.map(() => -1);
  row[place] = id;
  pairs.set(key, row);
}

function enterRun(index: Growing, words: string[], id: number): void {
  const { atoms, runs, longRuns } = index;
  const [first = '', second = '', third] = words;
  const key = pairKey(numberIn(atoms, first), numberIn(atoms, second));
  const row = runs.get(key) ?? [-1, -1];
  runs.set(key, row);
  if (third === undefined) {
    row[0] = id;
    return;
  }
  if (row[1] === -1) {
    row[1] = index.starts;
    index.starts += 1;
  }
  longRuns.set(pairKey(row[1], numberIn(atoms, third)), [id]);
}
