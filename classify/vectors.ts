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

/**
 * Features of the blocks in `weights` that occur in at least `fewest` texts (`fewestRuns` for runs of characters, which
 * are many), in the order of their names. idf is ln(1 + texts / texts with the feature). `visit` gives the features of
 * each text to the sink.
 */
export function buildVocabulary(
  texts: number,
  visit: (text: number, sink: FeatureSink) => void,
  weights: BlockWeights,
  fewest: number,
  fewestRuns: number,
): Vocabulary {
  const times = perBlock(() => new Map<string, number>());
  const latest = perBlock(() => new Map<string, number>());
  let current = 0;
  const sink: FeatureSink = {
    add(block, name) {
      if (latest[block].get(name) === current) return;
      latest[block].set(name, current);
      times[block].set(name, (times[block].get(name) ?? 0) + 1);
    },
    addToAll(blocks, name, side) {
      for (const block of blocks) sink.add(block, name);
      if (side !== undefined) sink.add('speaker', `${side}:${name}`);
    },
    addRuns(word) {
      if (weights.chars === undefined) return;
      for (const run of characterRuns(word)) sink.add('chars', run);
    },
  };
  for (current = 0; current < texts; current += 1) visit(current, sink);
  const names: string[] = [];
  const idf: number[] = [];
  for (const block of BLOCKS) {
    if (weights[block] === undefined) continue;
    const least = block === 'chars' ? fewestRuns : fewest;
    const kept = [...times[block]].filter(([, count]) => count >= least).sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [name, count] of kept) {
      names.push(`${block}:${name}`);
      idf.push(Math.round(Math.log(1 + texts / count) * 100) / 100);
    }
  }
  return restoreVocabulary(names, idf);
}

/** A vocabulary as a model keeps it: `block:name` and idf, in the order of the numbers. */
export function restoreVocabulary(names: readonly string[], idf: readonly number[]): Vocabulary {
  const ids = perBlock(() => new Map<string, number>());
  for (const [id, name] of names.entries()) {
    const colon = name.indexOf(':');
    const block = BLOCKS.find((entry) => entry === name.slice(0, colon));
    if (block === undefined) throw new TypeError(`model: "${name}" is of no known block`);
    ids[block].set(name.slice(colon + 1), id);
  }
  return { ids, names: [...names], idf: Float64Array.from(idf) };
}

/** Makes vectors of one vocabulary: give it a text's features, then take the vector. */
export interface VectorBuilder extends FeatureSink {
  take(): SparseVector;
}

const WORDS_REMEMBERED = 30_000;

/**
 * Values are (1 + ln times) · idf, each block at unit length times the root of its weight. Features that the vocabulary
 * does not have are left out.
 */
export function createVectorBuilder(vocabulary: Vocabulary, weights: BlockWeights): VectorBuilder {
  const { ids, idf, names } = vocabulary;
  const counts = new Uint16Array(names.length);
  const blockOf = new Uint8Array(names.length);
  for (const [number, block] of BLOCKS.entries()) for (const id of ids[block].values()) blockOf[id] = number;
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
      const values = new Float64Array(touched.length);
      const squares = new Float64Array(BLOCKS.length);
      for (let at = 0; at < touched.length; at += 1) {
        const id = touched[at]!;
        const times = counts[id]!;
        const value = (times === 1 ? 1 : 1 + Math.log(times)) * idf[id]!;
        values[at] = value;
        squares[blockOf[id]!]! += value * value;
        counts[id] = 0;
      }
      const scales = squares.map((square, block) =>
        square === 0 ? 0 : Math.sqrt((weights[BLOCKS[block]!] ?? 0) / square),
      );
      for (let at = 0; at < values.length; at += 1) values[at]! *= scales[blockOf[touched[at]!]!]!;
      const vector = { ids: Uint32Array.from(touched), values };
      touched = [];
      return vector;
    },
  };
}
