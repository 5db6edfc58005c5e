import { BLOCKS, type BlockName, type Features } from './features.ts';

/** A sparse vector: feature numbers and their values. */
export interface SparseVector {
  ids: Uint32Array;
  values: Float64Array;
}

/** How much each block counts, in squared length; a block left out is not used. Chosen by leaving files out. */
export type BlockWeights = Partial<Record<BlockName, number>>;

/** Features that are kept, by block, with a number and an inverse document frequency each. */
export interface Vocabulary {
  ids: Record<BlockName, Map<string, number>>;
  /** `block:name` by number, in order. */
  names: string[];
  idf: Float64Array;
}

function emptyIds(): Vocabulary['ids'] {
  return {
    word: new Map(),
    chars: new Map(),
    cue: new Map(),
    near: new Map(),
    speaker: new Map(),
    newest: new Map(),
    header: new Map(),
  };
}

/**
 * Features of the blocks in `weights` that occur in at least `fewest` items (`fewestRuns` for runs of characters, which
 * are many), in the order of their names. idf is ln(1 + items / items with the feature).
 */
export function buildVocabulary(
  items: readonly Features[],
  weights: BlockWeights,
  fewest: number,
  fewestRuns: number,
): Vocabulary {
  const ids = emptyIds();
  const names: string[] = [];
  const idf: number[] = [];
  for (const block of BLOCKS) {
    if (weights[block] === undefined) continue;
    const times = new Map<string, number>();
    for (const item of items) {
      for (const name of item[block].keys()) times.set(name, (times.get(name) ?? 0) + 1);
    }
    const least = block === 'chars' ? fewestRuns : fewest;
    const kept = [...times].filter(([, count]) => count >= least).sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [name, count] of kept) {
      ids[block].set(name, names.length);
      names.push(`${block}:${name}`);
      idf.push(Math.round(Math.log(1 + items.length / count) * 100) / 100);
    }
  }
  return { ids, names, idf: Float64Array.from(idf) };
}

/** The vocabulary as a model keeps it: `block:name` and idf, in the order of the numbers. */
export function restoreVocabulary(names: readonly string[], idf: readonly number[]): Vocabulary {
  const ids = emptyIds();
  for (const [id, name] of names.entries()) {
    const colon = name.indexOf(':');
    const block = BLOCKS.find((entry) => entry === name.slice(0, colon));
    if (block === undefined) throw new TypeError(`model: "${name}" is of no known block`);
    ids[block].set(name.slice(colon + 1), id);
  }
  return { ids, names: [...names], idf: Float64Array.from(idf) };
}

/** The item's vector: each block by tf·idf at unit length, times the root of its weight. Unknown features are left out. */
export function vectorOf(features: Features, vocabulary: Vocabulary, weights: BlockWeights): SparseVector {
  const ids: number[] = [];
  const values: number[] = [];
  for (const block of BLOCKS) {
    const weight = weights[block];
    if (weight === undefined) continue;
    const known = vocabulary.ids[block];
    const first = ids.length;
    let square = 0;
    for (const [name, times] of features[block]) {
      const id = known.get(name);
      if (id === undefined) continue;
      const value = times * (vocabulary.idf[id] ?? 0);
      ids.push(id);
      values.push(value);
      square += value * value;
    }
    const scale = square === 0 ? 0 : Math.sqrt(weight / square);
    for (let at = first; at < values.length; at += 1) values[at] = (values[at] ?? 0) * scale;
  }
  return { ids: Uint32Array.from(ids), values: Float64Array.from(values) };
}
