import { type CountedTexts, GrowingTexts } from './counted-texts.ts';
import { createFeatureCounter } from './feature-counter.ts';
import type { PhraseTable, SentPhrases } from './phrase-table.ts';
import {
  BLOCKS,
  type BlockWeights,
  type FeatureSink,
  NUMBER,
  restoreVocabulary,
  type SparseRows,
  scaleBlocks,
  type Vocabulary,
} from './vectors.ts';

/**
 * The features of many texts with a number in place of each name. Collected once; every fold then chooses its vocabulary
 * and makes its vectors from numbers alone.
 */
export interface FeatureCounts {
  phrases: PhraseTable;
  /** By feature, the phrase that is its name without the block. */
  names: readonly number[];
  /** By feature, the number of its block. */
  blocks: readonly number[];
  texts: CountedTexts;
  /** Texts that are scored and not learned from: features that only they have are never chosen. */
  parts: CountedTexts;
}

/** Counts that grow by a text at a time. */
export interface GrowingCounts extends FeatureCounts {
  /** Adds one text: what `visit` gives. */
  add(visit: (sink: FeatureSink) => void): void;
  /** The same for one of `parts`. */
  addPart(visit: (sink: FeatureSink) => void): void;
  /** What another thread can `receive`. */
  send(): SentCounts;
  /** Adds the texts of other counts, as if they were read here. */
  receive(sent: SentCounts): void;
}

/** Counts as one thread gives them to another. */
export interface SentCounts {
  phrases: SentPhrases;
  /** By feature. */
  names: Int32Array;
  blocks: Uint8Array;
  texts: CountedTexts;
  parts: CountedTexts;
}

/** Counts of the features in the blocks of `weights`. */
export function collectFeatures(weights: BlockWeights): GrowingCounts {
  const counter = createFeatureCounter(weights);
  const { phrases, names, blocks } = counter;
  const texts = new GrowingTexts();
  const parts = new GrowingTexts();
  const addTo = (entered: GrowingTexts, visit: (sink: FeatureSink) => void): void => {
    visit(counter);
    counter.enterIn(entered);
  };
  return {
    phrases,
    names,
    blocks,
    texts,
    parts,
    add: (visit) => addTo(texts, visit),
    addPart: (visit) => addTo(parts, visit),
    send: () => ({
      phrases: phrases.send(),
      names: Int32Array.from(names),
      blocks: Uint8Array.from(blocks),
      texts: texts.send(),
      parts: parts.send(),
    }),
    receive(sent) {
      const phraseHere = phrases.receive(sent.phrases);
      const idHere = Uint32Array.from(sent.names, (phrase, id) =>
        counter.number(sent.blocks[id]!, phraseHere[phrase]!),
      );
      texts.receive(sent.texts, idHere);
      parts.receive(sent.parts, idHere);
    },
  };
}

/** Features of one fold's vocabulary, and the number each has there by its number in the counts (-1: none). */
export interface ChosenFeatures {
  vocabulary: Vocabulary;
  rows: Int32Array;
}

/**
 * Features that occur in at least `fewest` of the texts `kept` (`fewestRuns` for runs of characters, which are many), in
 * the order of the blocks and their names. Here each text counts as often as `often` says (once where it is left out).
 */
export function chooseFeatures(
  counts: FeatureCounts,
  kept: readonly number[],
  fewest: number,
  fewestRuns: number,
  often: readonly number[] = kept.map(() => 1),
): ChosenFeatures {
  const { phrases, names, blocks } = counts;
  const { starts, ids } = counts.texts;
  const times = new Uint32Array(names.length);
  const counted = new Float64Array(names.length);
  for (const [at, text] of kept.entries()) {
    for (let own = starts[text]!; own < starts[text + 1]!; own += 1) {
      const id = ids[own]!;
      times[id]! += 1;
      counted[id]! += often[at]!;
    }
  }
  const chosen: number[] = [];
  for (let id = 0; id < times.length; id += 1) {
    if (counted[id]! >= (blocks[id] === NUMBER.chars ? fewestRuns : fewest)) chosen.push(id);
  }
  const spelled = new Map(chosen.map((id) => [id, phrases.spell(names[id]!)]));
  chosen.sort((a, b) => blocks[a]! - blocks[b]! || (spelled.get(a)! < spelled.get(b)! ? -1 : 1));
  const rows = new Int32Array(names.length).fill(-1);
  for (const [row, id] of chosen.entries()) rows[id] = row;
  const vocabulary = restoreVocabulary(
    chosen.map((id) => `${BLOCKS[blocks[id]!]}:${spelled.get(id)}`),
    chosen.map((id) => times[id]!),
    kept.length,
  );
  return { vocabulary, rows };
}

/** Vectors of those of `texts` that are `kept`, as the vector builder of the same vocabulary makes them. */
export function vectorsOf(
  texts: CountedTexts,
  kept: readonly number[],
  { vocabulary, rows }: ChosenFeatures,
  weights: BlockWeights,
): SparseRows {
  const starts = new Uint32Array(kept.length + 1);
  for (const [at, text] of kept.entries()) {
    let size = starts[at]!;
    for (let own = texts.starts[text]!; own < texts.starts[text + 1]!; own += 1)
      if (rows[texts.ids[own]!] !== -1) size += 1;
    starts[at + 1] = size;
  }
  const ids = new Uint32Array(starts[kept.length]!);
  const values = new Float64Array(ids.length);
  const often = new Uint16Array(ids.length);
  let to = 0;
  for (const [at, text] of kept.entries()) {
    for (let own = texts.starts[text]!; own < texts.starts[text + 1]!; own += 1) {
      const row = rows[texts.ids[own]!]!;
      if (row === -1) continue;
      ids[to] = row;
      often[to] = texts.times[own]!;
      to += 1;
    }
    const from = starts[at]!;
    const own = { size: to - from, ids: ids.subarray(from, to), values: values.subarray(from, to) };
    scaleBlocks(own, often.subarray(from, to), vocabulary, weights);
  }
  return { starts, ids, values };
}
