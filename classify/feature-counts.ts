import { createFeatureCounter, type TextCounts } from './feature-counter.ts';
import type { PhraseTable, SentPhrases } from './phrase-table.ts';
import {
  BLOCKS,
  type BlockWeights,
  type FeatureSink,
  NUMBER,
  restoreVocabulary,
  type SparseVector,
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
  texts: TextCounts[];
  /** Texts that are scored and not learned from: features that only they have are never chosen. */
  parts: TextCounts[];
}

/** Counts that grow by a text at a time. */
export interface GrowingCounts extends FeatureCounts {
  /** Adds one text: what `visit` gives. */
  add(visit: (sink: FeatureSink) => void): void;
  /** The same for one of `parts`. */
  addPart(visit: (sink: FeatureSink) => void): void;
  /** Adds the texts of other counts, as if they were read here. */
  receive(sent: SentCounts): void;
}

/** Counts as one thread gives them to another. */
export interface SentCounts {
  phrases: SentPhrases;
  /** By feature. */
  names: Int32Array;
  blocks: Uint8Array;
  texts: SentTexts;
  parts: SentTexts;
}

/** Texts as one thread gives them to another. */
export interface SentTexts {
  /** By text, how many features it has; `ids` and `times` hold those of all texts, one behind the other. */
  sizes: Uint32Array;
  ids: Uint32Array<ArrayBuffer>;
  times: Uint16Array<ArrayBuffer>;
}

export function sendCounts({ phrases, names, blocks, texts, parts }: FeatureCounts): SentCounts {
  return {
    phrases: phrases.send(),
    names: Int32Array.from(names),
    blocks: Uint8Array.from(blocks),
    texts: sendTexts(texts),
    parts: sendTexts(parts),
  };
}

function sendTexts(texts: readonly TextCounts[]): SentTexts {
  const sizes = Uint32Array.from(texts, ({ ids }) => ids.length);
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const ids = new Uint32Array(all);
  const times = new Uint16Array(all);
  let from = 0;
  for (const text of texts) {
    ids.set(text.ids, from);
    times.set(text.times, from);
    from += text.ids.length;
  }
  return { sizes, ids, times };
}

/** Texts of another thread with this one's numbers of features: `idHere` by the number there. */
function receiveTexts(sent: SentTexts, idHere: Uint32Array): TextCounts[] {
  const ids = sent.ids.map((id) => idHere[id]!);
  let from = 0;
  return Array.from(sent.sizes, (size) => {
    const text = { ids: ids.slice(from, from + size), times: sent.times.slice(from, from + size) };
    from += size;
    return text;
  });
}

/** Counts of the features in the blocks of `weights`. */
export function collectFeatures(weights: BlockWeights): GrowingCounts {
  const counter = createFeatureCounter(weights);
  const { phrases, names, blocks } = counter;
  const texts: TextCounts[] = [];
  const parts: TextCounts[] = [];
  const addTo = (list: TextCounts[], visit: (sink: FeatureSink) => void): void => {
    visit(counter);
    list.push(counter.take());
  };
  return {
    phrases,
    names,
    blocks,
    texts,
    parts,
    add: (visit) => addTo(texts, visit),
    addPart: (visit) => addTo(parts, visit),
    receive(sent) {
      const phraseHere = phrases.receive(sent.phrases);
      const idHere = Uint32Array.from(sent.names, (phrase, id) =>
        counter.number(sent.blocks[id]!, phraseHere[phrase]!),
      );
      for (const text of receiveTexts(sent.texts, idHere)) texts.push(text);
      for (const part of receiveTexts(sent.parts, idHere)) parts.push(part);
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
  const times = new Uint32Array(names.length);
  const counted = new Float64Array(names.length);
  for (const [at, text] of kept.entries()) {
    for (const id of counts.texts[text]!.ids) {
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
  texts: readonly TextCounts[],
  kept: readonly number[],
  { vocabulary, rows }: ChosenFeatures,
  weights: BlockWeights,
): SparseVector[] {
  return kept.map((text) => {
    const { ids, times } = texts[text]!;
    const own = new Uint32Array(ids.length);
    const often = new Uint16Array(ids.length);
    let size = 0;
    for (let at = 0; at < ids.length; at += 1) {
      const row = rows[ids[at]!]!;
      if (row === -1) continue;
      own[size] = row;
      often[size] = times[at]!;
      size += 1;
    }
    return scaleBlocks(own.slice(0, size), often, vocabulary, weights);
  });
}
