/** A sparse vector: feature numbers and their values. */
export interface SparseVector {
  ids: Uint32Array;
  values: Float64Array;
}

/**
 * Blocks of features. Each is one way of looking at the text and is brought to unit length on its own, so that a long
 * text's characters do not drown what its headers say.
 */
export const BLOCKS = ['word', 'chars', 'cue', 'near', 'speaker', 'newest', 'header'] as const;
export type BlockName = (typeof BLOCKS)[number];

const NUMBER = Object.fromEntries(BLOCKS.map((block, at) => [block, at])) as Record<BlockName, number>;

/** Whose words are counted apart. */
export const SPEAKERS = ['immigration', 'police', 'other', 'unknown', 'subject'] as const;
export type Speaker = (typeof SPEAKERS)[number];

/** How much each block counts, in squared length; a block left out is not used. */
export type BlockWeights = Partial<Record<BlockName, number>>;

/** Takes features as they are found; the same one may come many times. */
export interface FeatureSink {
  add(block: BlockName, name: string): void;
  /** Each word and each pair of neighbours in the blocks; with `side`, each word also as `side:word` of the block `speaker`. */
  addWords(blocks: readonly BlockName[], words: readonly string[], side?: Speaker): void;
  /** All runs of characters of one word. */
  addRuns(word: string): void;
  /** Each name with the prefix ("newest:", or none) before it. */
  addPrefixed(block: BlockName, prefix: string, names: readonly string[]): void;
  /** Pairs of the cues of one clause, `first+second` in the order given, in the block `cue`. */
  addCuePairs(names: readonly string[]): void;
  /**
   * Runs of two and three words with at least one cue in them, in the block `cue`; `classed` has the cue's name in place of
   * its words: "sold <off.drug>".
   */
  addCueRuns(words: readonly string[], classed: readonly string[]): void;
}

/** Features that are kept, by block, with a number and an inverse document frequency each. */
export interface Vocabulary {
  ids: Record<BlockName, Map<string, number>>;
  /** `block:name` by number, in order. */
  names: string[];
  /** Number of each feature's block. */
  blockOf: Uint8Array;
  idf: Float64Array;
}

const RUN = 4;

/** Runs of four characters of a word with its edges marked: they see through misspelling and scan noise. */
export function characterRuns(word: string): string[] {
  const runs: string[] = [];
  const text = ` ${word} `;
  for (let at = 0; at + RUN <= text.length; at += 1) runs.push(text.slice(at, at + RUN));
  return runs;
}

function perBlock<T>(make: () => T): Record<BlockName, T> {
  return Object.fromEntries(BLOCKS.map((block) => [block, make()])) as Record<BlockName, T>;
}

/** A vocabulary as a model keeps it: `block:name` and idf, in the order of the numbers. */
export function restoreVocabulary(names: readonly string[], idf: readonly number[]): Vocabulary {
  const ids = perBlock(() => new Map<string, number>());
  const blockOf = new Uint8Array(names.length);
  for (const [id, name] of names.entries()) {
    const colon = name.indexOf(':');
    const block = BLOCKS.find((entry) => entry === name.slice(0, colon));
    if (block === undefined) throw new TypeError(`model: "${name}" is of no known block`);
    ids[block].set(name.slice(colon + 1), id);
    blockOf[id] = NUMBER[block];
  }
  return { ids, names: [...names], blockOf, idf: Float64Array.from(idf) };
}

/**
 * A text's vector from its features and how often each occurs: values are (1 + ln times) · idf, each block at unit length
 * times the root of its weight.
 */
export function scaleBlocks(
  ids: readonly number[],
  times: readonly number[],
  { idf, blockOf }: Vocabulary,
  weights: BlockWeights,
): SparseVector {
  const values = new Float64Array(ids.length);
  const squares = new Float64Array(BLOCKS.length);
  for (let at = 0; at < ids.length; at += 1) {
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
  for (let at = 0; at < values.length; at += 1) values[at]! *= squares[blockOf[ids[at]!]!]!;
  return { ids: Uint32Array.from(ids), values };
}

/** 1 + ln n for small n, by n. */
const LOGARITHMS = Float64Array.from({ length: 64 }, (_, n) => (n < 2 ? 1 : 1 + Math.log(n)));
