import {
  BLOCKS,
  type BlockName,
  type BlockWeights,
  characterRuns,
  type FeatureSink,
  restoreVocabulary,
  type SparseVector,
  scaleBlocks,
  type Vocabulary,
} from './vectors.ts';
import type { WordTable } from './word-table.ts';

/** One text: numbers of its features, and how often each occurs. */
interface TextCounts {
  ids: Uint32Array;
  times: Uint16Array;
}

/**
 * The features of many texts with a number in place of each name. Collected once; every fold then chooses its vocabulary
 * and makes its vectors from numbers alone.
 */
export interface FeatureCounts {
  /** Names without their blocks, by number. */
  names: string[];
  blocks: BlockName[];
  texts: TextCounts[];
}

/** Collects what `visit` gives for each text, in the blocks of `weights`. */
export function countFeatures(
  texts: number,
  visit: (text: number, sink: FeatureSink) => void,
  weights: BlockWeights,
): FeatureCounts {
  const counts: FeatureCounts = { names: [], blocks: [], texts: [] };
  const numbers = new Map(BLOCKS.map((block) => [block, new Map<string, number>()]));
  let current = new Map<number, number>();
  let table: WordTable;
  const sink: FeatureSink = {
    add(block, name) {
      if (weights[block] === undefined) return;
      const known = numbers.get(block)!;
      let id = known.get(name);
      if (id === undefined) {
        id = counts.names.length;
        known.set(name, id);
        counts.names.push(name);
        counts.blocks.push(block);
      }
      current.set(id, (current.get(id) ?? 0) + 1);
    },
    addValue: (key, value) => sink.add('header', `${key}=${value}`),
    begin(given) {
      table = given;
    },
    addWords(blocks, { stems }, side) {
      const words = Array.from(stems, (stem) => table.spell(stem));
      for (const [at, word] of words.entries()) {
        for (const block of blocks) {
          sink.add(block, word);
          if (at > 0) sink.add(block, `${words[at - 1]} ${word}`);
        }
        if (side !== undefined) sink.add('speaker', `${side}:${word}`);
      }
    },
    addCues(block, prefix, { scoped }) {
      for (const place of scoped) {
        const name = table.cues.scoped[place]!;
        sink.add(block, prefix === '' ? name : `${prefix}:${name}`);
      }
    },
    addCuePairs({ scoped }) {
      const names = scoped.map((place) => table.cues.scoped[place]!);
      for (const [at, name] of names.entries())
        for (const other of names.slice(at + 1)) sink.add('cue', `${name}+${other}`);
    },
    addCueRuns({ stems, classed }) {
      const spelled = Array.from(classed, (stem) => table.spell(stem));
      for (let at = 0; at + 1 < classed.length; at += 1) {
        const inPair = classed[at] !== stems[at] || classed[at + 1] !== stems[at + 1];
        const third = at + 2 < classed.length && (inPair || classed[at + 2] !== stems[at + 2]);
        const pair = `${spelled[at]} ${spelled[at + 1]}`;
        if (inPair && classed[at] !== classed[at + 1]) sink.add('cue', pair);
        if (third) sink.add('cue', `${pair} ${spelled[at + 2]}`);
      }
    },
    addRuns({ tokens }) {
      if (weights.chars === undefined) return;
      for (const { text } of tokens) for (const run of characterRuns(text)) sink.add('chars', run);
    },
  };
  for (let text = 0; text < texts; text += 1) {
    current = new Map();
    visit(text, sink);
    counts.texts.push({ ids: Uint32Array.from(current.keys()), times: Uint16Array.from(current.values()) });
  }
  return counts;
}

/** Features of one fold's vocabulary, and the number each has there by its number in the counts (-1: none). */
export interface ChosenFeatures {
  vocabulary: Vocabulary;
  rows: Int32Array;
}

/**
 * Features that occur in at least `fewest` of the texts `kept` (`fewestRuns` for runs of characters, which are many), in
 * the order of the blocks and their names. idf is ln(1 + texts / texts with the feature).
 */
export function chooseFeatures(
  counts: FeatureCounts,
  kept: readonly number[],
  fewest: number,
  fewestRuns: number,
): ChosenFeatures {
  const times = new Uint32Array(counts.names.length);
  for (const text of kept) for (const id of counts.texts[text]!.ids) times[id]! += 1;
  const chosen: number[] = [];
  for (let id = 0; id < times.length; id += 1) {
    if (times[id]! >= (counts.blocks[id] === 'chars' ? fewestRuns : fewest)) chosen.push(id);
  }
  const place = new Map(BLOCKS.map((block, at) => [block, at]));
  const { blocks, names } = counts;
  chosen.sort((a, b) => place.get(blocks[a]!)! - place.get(blocks[b]!)! || (names[a]! < names[b]! ? -1 : 1));
  const rows = new Int32Array(names.length).fill(-1);
  for (const [row, id] of chosen.entries()) rows[id] = row;
  const vocabulary = restoreVocabulary(
    chosen.map((id) => `${blocks[id]}:${names[id]}`),
    chosen.map((id) => Math.round(Math.log(1 + kept.length / times[id]!) * 100) / 100),
  );
  return { vocabulary, rows };
}

/** Vectors of the texts `kept`, as the vector builder of the same vocabulary makes them. */
export function vectorsOf(
  counts: FeatureCounts,
  kept: readonly number[],
  { vocabulary, rows }: ChosenFeatures,
  weights: BlockWeights,
): SparseVector[] {
  return kept.map((text) => {
    const { ids, times } = counts.texts[text]!;
    const own: number[] = [];
    const often: number[] = [];
    for (let at = 0; at < ids.length; at += 1) {
      const row = rows[ids[at]!]!;
      if (row === -1) continue;
      own.push(row);
      often.push(times[at]!);
    }
    return scaleBlocks(own, often, vocabulary, weights);
  });
}
