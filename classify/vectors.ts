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
  /** The same name in several blocks, which costs one look-up; with `side`, also as `side:name` of the block `speaker`. */
  addToAll(blocks: readonly BlockName[], name: string, side?: Speaker): void;
  /** All runs of characters of one word. */
  addRuns(word: string): void;
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

/** Makes vectors of one vocabulary: give it a text's features, then take the vector. */
export interface VectorBuilder extends FeatureSink {
  take(): SparseVector;
}

const WORDS_REMEMBERED = 30_000;

/** A builder of vectors as `scaleBlocks` makes them; features that the vocabulary does not have are left out. */
export function createVectorBuilder(vocabulary: Vocabulary, weights: BlockWeights): VectorBuilder {
  const { ids, names } = vocabulary;
  const counts = new Uint16Array(names.length);
  // One map for all blocks: a word pair stands in up to three of them.
  const byName = new Map<string, Int32Array>();
  const enter = (name: string, column: number, id: number): void => {
    let row = byName.get(name);
    if (row === undefined) {
      row = new Int32Array(BLOCKS.length + SPEAKERS.length).fill(-1);
      byName.set(name, row);
    }
    row[column] = id;
  };
  for (const block of BLOCKS) {
    for (const [name, id] of ids[block]) {
      enter(name, NUMBER[block], id);
      if (block !== 'speaker') continue;
      const side = SPEAKERS.findIndex((speaker) => name.startsWith(`${speaker}:`));
      if (side !== -1) enter(name.slice(SPEAKERS[side]!.length + 1), BLOCKS.length + side, id);
    }
  }
  const runIds = new Map<string, number[]>();
  let touched: number[] = [];
  const addId = (id: number): void => {
    if (counts[id] === 0) touched.push(id);
    counts[id]! += 1;
  };
  return {
    add(block, name) {
      const id = ids[block].get(name);
      if (id !== undefined) addId(id);
    },
    addToAll(blocks, name, side) {
      const row = byName.get(name);
      if (row === undefined) return;
      if (side !== undefined) {
        const id = row[BLOCKS.length + SPEAKERS.indexOf(side)]!;
        if (id !== -1) addId(id);
      }
      for (const block of blocks) {
        const id = row[NUMBER[block]]!;
        if (id !== -1) addId(id);
      }
    },
    addRuns(word) {
      if (weights.chars === undefined) return;
      let runs = runIds.get(word);
      if (runs === undefined) {
        runs = characterRuns(word).flatMap((run) => ids.chars.get(run) ?? []);
        if (runIds.size >= WORDS_REMEMBERED) runIds.clear();
        runIds.set(word, runs);
      }
      for (let at = 0; at < runs.length; at += 1) addId(runs[at]!);
    },
    take() {
      const times = touched.map((id) => counts[id]!);
      const vector = scaleBlocks(touched, times, vocabulary, weights);
      for (const id of touched) counts[id] = 0;
      touched = [];
      return vector;
    },
  };
}
