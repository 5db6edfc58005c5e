import type { ReadClause } from './read-clause.ts';
import { TOKEN_LENGTH, type WordTable } from './word-table.ts';

/** A sparse vector: the numbers of `size` features and their values, in lists that may be longer. */
export interface SparseVector {
  size: number;
  ids: Uint32Array;
  values: Float64Array;
}

/** Sparse vectors one behind the other: vector `i` has the places `starts[i]` to `starts[i + 1]`, the latter excluded. */
export interface SparseRows {
  starts: Uint32Array;
  ids: Uint32Array;
  values: Float64Array;
}

/**
 * Blocks of features. Each is one way of looking at the text and is brought to unit length on its own, so that a long
 * text's characters do not drown what its headers say.
 */
export const BLOCKS = [
  'word',
  'chars',
  'cue',
  'near',
  'speaker',
  'older',
  'header',
  'story',
  'beside',
  'around',
  'record',
] as const;
export type BlockName = (typeof BLOCKS)[number];

/** Blocks of single words by where they stand: who writes them to whom, what else is told beside them. */
export const SETTINGS: ReadonlySet<BlockName> = new Set(['speaker', 'older', 'beside', 'around', 'record']);

/** Where words stand: they are the features `name:word` of a block of SETTINGS, or `word` where the name is ''. */
export interface Setting {
  block: BlockName;
  name: string;
}

/** Number of each block. */
export const NUMBER = Object.fromEntries(BLOCKS.map((block, at) => [block, at])) as Record<BlockName, number>;

/** How much each block counts, in squared length; a block left out is not used. */
export type BlockWeights = Partial<Record<BlockName, number>>;

/** What of a clause makes features; see `ReadClause`. */
export type FeatureText = Pick<ReadClause, 'tokens' | 'words' | 'stems' | 'classed' | 'scoped'>;

/** Takes features as they are found; the same one may come many times. */
export interface FeatureSink {
  /** The table in which the numbers of what follows stand. */
  begin(table: WordTable): void;
  add(block: BlockName, name: string): void;
  /** `key=value` in the block `header`. */
  addValue(key: string, value: string | number | boolean): void;
  /** Each word and each pair of neighbours in the blocks. */
  addWords(blocks: readonly BlockName[], text: FeatureText): void;
  /** Each of the words given by their numbers, in each of the settings. */
  addWordsIn(settings: readonly Setting[], stems: readonly number[]): void;
  /** All runs of characters of each token. */
  addRuns(text: FeatureText): void;
  /** Each cue, as `prefix:cue` where there is a prefix ("newest"). */
  addCues(block: BlockName, prefix: string, text: FeatureText): void;
  /** Kinds of cues and their pairs, `first+second` in their order, in the block `story`; `kinds` are places among `CueLexicon.kinds`, ascending. */
  addKinds(kinds: readonly number[]): void;
  /** Pairs of the cues of one clause, `first+second` in their order, in the block `cue`. */
  addCuePairs(text: FeatureText): void;
  /** Runs of two and three words with at least one cue in place of its words: "sold <off.drug>"; in the block `cue`. */
  addCueRuns(text: FeatureText): void;
}

/** Features that are kept, with a number and an inverse document frequency each. */
export interface Vocabulary {
  /** `block:name` by number, in order. */
  names: readonly string[];
  /** Number of each feature's block. */
  blockOf: Uint8Array;
  /** How many of `texts` texts have each feature. */
  times: Uint32Array;
  texts: number;
  /** Inverse document frequency, ln(1 + texts / times), in hundredths; blocks are brought to one length, so that only its ratios matter. */
  idf: Uint16Array;
}

const RUN = 4;

/** Runs of four characters of a word with its edges marked: they see through misspelling and scan noise. */
export function characterRuns(word: string): string[] {
  const runs: string[] = [];
  const text = ` ${word.slice(0, TOKEN_LENGTH)} `;
  for (let at = 0; at + RUN <= text.length; at += 1) runs.push(text.slice(at, at + RUN));
  return runs;
}

/** A vocabulary from what a model keeps: `block:name` and the texts that have it, in the order of the numbers. */
export function restoreVocabulary(
  names: readonly string[],
  times: ArrayLike<number>,
  texts: number,
): Vocabulary {
  const blocks = new Map<string, number>(Object.entries(NUMBER));
  const blockOf = Uint8Array.from(names, (name) => {
    const block = blocks.get(name.slice(0, Math.max(0, name.indexOf(':'))));
    if (block === undefined) throw new TypeError(`model: "${name}" is of no known block`);
    return block;
  });
  const idf = Uint16Array.from(times, (own) => Math.round(Math.log(1 + texts / own) * 100));
  return { names, blockOf, times: Uint32Array.from(times), texts, idf };
}

/** A feature's name without its block. */
export function nameIn({ names, blockOf }: Vocabulary, id: number): string {
  return names[id]!.slice(BLOCKS[blockOf[id]!]!.length + 1);
}

/**
 * Puts into `values` what a text's `size` features come to by how often each occurs: (1 + ln times) · idf, each block at unit
 * length times the root of its weight.
 */
export function scaleBlocks(
  { size, ids, values }: SparseVector,
  times: ArrayLike<number>,
  { idf, blockOf }: Vocabulary,
  weights: BlockWeights,
): void {
  const squares = SQUARES.fill(0);
  for (let at = 0; at < size; at += 1) {
    const id = ids[at]!;
    const often = times[at]!;
    const value = (often < LOGARITHMS.length ? LOGARITHMS[often]! : 1 + Math.log(often)) * idf[id]!;
    values[at] = value;
    squares[blockOf[id]!]! += value * value;
  }
  for (let block = 0; block < squares.length; block += 1) {
    const square = squares[block]!;
    if (square !== 0) squares[block] = Math.sqrt((weights[BLOCKS[block]!] ?? 0) / square);
  }
  for (let at = 0; at < size; at += 1) values[at]! *= squares[blockOf[ids[at]!]!]!;
}

/** Room for the squares of one text's blocks. */
const SQUARES = new Float64Array(BLOCKS.length);

/** 1 + ln n for small n, by n. */
const LOGARITHMS = Float64Array.from({ length: 64 }, (_, n) => (n < 2 ? 1 : 1 + Math.log(n)));
