import { NumberTable } from './number-table.ts';
import { BLOCKS, nameIn, SETTINGS, type Vocabulary } from './vectors.ts';

/**
 * A vocabulary looked up by numbers: each word is looked up once as a string; pairs and runs of words, and pairs of cues,
 * are found by the numbers of their parts, so that no string is put together for a text's features.
 */
export interface FeatureIndex {
  /** Number of a word, or of a cue in place of its words; undefined where no feature has it. */
  atoms: Map<string, number>;
  /** Features of single words. */
  singles: FeatureTable;
  /** Features of pairs of words by block, in rows; the row by `pairKey` of the two atoms. */
  pairRows: NumberTable;
  pairs: FeatureTable;
  /** By block, the features of single words in a setting by atom (-1: none), by setting; see SETTINGS. */
  settings: ReadonlyMap<string, Int32Array>[];
  /** Runs with cues: the features of two atoms, and numbers from which runs of three go on. */
  runs: NumberTable;
  runStarts: NumberTable;
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

/** Features by row and column; only the columns that have features take room. */
export interface FeatureTable {
  /** Row by row; -1 for none. */
  ids: Int32Array;
  width: number;
  /** Where in a row each block stands; -1 for none. */
  places: Int32Array;
}

function layFeatures(
  rows: number,
  entries: readonly [row: number, block: number, id: number][],
): FeatureTable {
  const places = new Int32Array(BLOCKS.length).fill(-1);
  let width = 0;
  for (const [, block] of entries) {
    if (places[block] !== -1) continue;
    places[block] = width;
    width += 1;
  }
  const ids = new Int32Array(rows * width).fill(-1);
  for (const [row, block, id] of entries) ids[row * width + places[block]!] = id;
  return { ids, width, places };
}

/** See `FeatureIndex.settings`. */
function laySettings(
  atoms: number,
  entries: readonly [atom: number, block: number, setting: string, id: number][],
): Map<string, Int32Array>[] {
  const settings = BLOCKS.map(() => new Map<string, Int32Array>());
  for (const [atom, block, setting, id] of entries) {
    const own = settings[block]!.get(setting) ?? new Int32Array(atoms).fill(-1);
    own[atom] = id;
    settings[block]!.set(setting, own);
  }
  return settings;
}

/** Room for the second number of a key: more words than any vocabulary of ours. Keys of known words stay small integers. */
const ROOM = 32_768;
const pairKey = (first: number, second: number): number => first * ROOM + second;

/** The tables while they grow. */
interface Growing {
  atoms: Map<string, number>;
  pairRows: Map<number, number>;
  runs: Map<number, number>;
  runStarts: Map<number, number>;
  longRuns: Map<number, number>;
  cues: Map<string, number>;
  cuePairs: Map<number, number>;
}

function numberIn(map: Map<string, number>, name: string): number {
  let number = map.get(name);
  if (number === undefined) {
    number = map.size;
    map.set(name, number);
  }
  return number;
}

const WORDS = new Set(['word', 'near']);

/** Indexes a vocabulary; done once for a model. */
export function indexFeatures(vocabulary: Vocabulary): FeatureIndex {
  const index: Growing = {
    atoms: new Map(),
    pairRows: new Map(),
    runs: new Map(),
    runStarts: new Map(),
    longRuns: new Map(),
    cues: new Map(),
    cuePairs: new Map(),
  };
  const valued = new Map<string, Map<string, number>>();
  const named = BLOCKS.map(() => new Map<string, number>());
  const singles: [atom: number, block: number, id: number][] = [];
  const settings: [atom: number, block: number, setting: string, id: number][] = [];
  const pairs: [row: number, block: number, id: number][] = [];
  for (let id = 0; id < vocabulary.names.length; id += 1) {
    const number = vocabulary.blockOf[id]!;
    const block = BLOCKS[number]!;
    const name = nameIn(vocabulary, id);
    // Neighbours' cues stand in the block of near words with a prefix; no word has a colon.
    if (WORDS.has(block) && !name.includes(':')) {
      const [first = '', second] = name.split(' ');
      if (second !== undefined) pairs.push([pairRow(index, first, second), number, id]);
      else singles.push([numberIn(index.atoms, first), number, id]);
    } else if (block === 'cue' && name.includes('<')) {
      enterRun(index, name.split(' '), id);
    } else if (block === 'cue' && name.includes('+')) {
      const [first = '', second = ''] = name.split('+');
      index.cuePairs.set(pairKey(numberIn(index.cues, first), numberIn(index.cues, second)), id);
    } else {
      named[number]!.set(name, id);
      if (block === 'header' && name.includes('=')) enterValue(valued, name, id);
      // In the features of clauses, cues stand by who speaks as well; "denied status" is no single word.
      const colon = name.indexOf(':');
      if (SETTINGS.has(block) && !name.includes(' ', colon))
        settings.push([
          numberIn(index.atoms, name.slice(colon + 1)),
          number,
          name.slice(0, Math.max(0, colon)),
          id,
        ]);
    }
  }
  const { atoms, cues, pairRows } = index;
  return {
    atoms,
    singles: layFeatures(atoms.size, singles),
    pairRows: new NumberTable(pairRows),
    pairs: layFeatures(pairRows.size, pairs),
    settings: laySettings(atoms.size, settings),
    runs: new NumberTable(index.runs),
    runStarts: new NumberTable(index.runStarts),
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

function pairRow(index: Growing, first: string, second: string): number {
  const key = pairKey(numberIn(index.atoms, first), numberIn(index.atoms, second));
  let row = index.pairRows.get(key);
  if (row === undefined) {
    row = index.pairRows.size;
    index.pairRows.set(key, row);
  }
  return row;
}

function enterRun({ atoms, runs, runStarts, longRuns }: Growing, words: string[], id: number): void {
  const [first = '', second = '', third] = words;
  const start = pairKey(numberIn(atoms, first), numberIn(atoms, second));
  if (third === undefined) {
    runs.set(start, id);
    return;
  }
  let number = runStarts.get(start);
  if (number === undefined) {
    number = runStarts.size;
    runStarts.set(start, number);
  }
  longRuns.set(pairKey(number, numberIn(atoms, third)), id);
}
