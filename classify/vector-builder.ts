import { COLUMNS, indexFeatures } from './feature-index.ts';
import {
  BLOCKS,
  type BlockName,
  type BlockWeights,
  characterRuns,
  type FeatureSink,
  SPEAKERS,
  type SparseVector,
  scaleBlocks,
  type Vocabulary,
} from './vectors.ts';

/** Makes vectors of one vocabulary: give it a text's features, then take the vector. */
export interface VectorBuilder extends FeatureSink {
  take(): SparseVector;
}

const WORDS_REMEMBERED = 30_000;
const NUMBER = Object.fromEntries(BLOCKS.map((block, at) => [block, at])) as Record<BlockName, number>;

/** A builder of vectors as `scaleBlocks` makes them; features that the vocabulary does not have are left out. */
export function createVectorBuilder(vocabulary: Vocabulary, weights: BlockWeights): VectorBuilder {
  const { ids, names } = vocabulary;
  const index = indexFeatures(vocabulary);
  const { atoms, singles, pairRows, pairs, runs, runStarts, longRuns, cues, cuePairs, prefixed, pairKey } =
    index;
  const counts = new Uint16Array(names.length);
  const runIds = new Map<string, number[]>();
  const touched: number[] = [];
  const addId = (id: number | undefined): void => {
    if (id === undefined || id === -1) return;
    if (counts[id] === 0) touched.push(id);
    counts[id]! += 1;
  };
  const atomOf = (word: string): number => atoms.get(word) ?? -1;
  return {
    add(block, name) {
      addId(ids[block].get(name));
    },
    addWords(blocks, words, side) {
      const columns = blocks.map((block) => NUMBER[block]);
      const speaker = side === undefined ? -1 : BLOCKS.length + SPEAKERS.indexOf(side);
      let before = -1;
      for (let at = 0; at < words.length; at += 1) {
        const atom = atomOf(words[at]!);
        if (atom !== -1) {
          const base = atom * COLUMNS;
          for (let c = 0; c < columns.length; c += 1) addId(singles[base + columns[c]!]);
          if (speaker !== -1) addId(singles[base + speaker]);
          const row = before === -1 ? -1 : pairRows.get(pairKey(before, atom));
          if (row !== -1) {
            for (let c = 0; c < columns.length; c += 1) addId(pairs[row * BLOCKS.length + columns[c]!]);
          }
        }
        before = atom;
      }
    },
    addRuns(word) {
      if (weights.chars === undefined) return;
      let known = runIds.get(word);
      if (known === undefined) {
        known = characterRuns(word).flatMap((run) => ids.chars.get(run) ?? []);
        if (runIds.size >= WORDS_REMEMBERED) runIds.clear();
        runIds.set(word, known);
      }
      for (let at = 0; at < known.length; at += 1) addId(known[at]);
    },
    addPrefixed(block, prefix, given) {
      const known = prefixed.get(`${block}:${prefix}`);
      if (known === undefined) return;
      for (let at = 0; at < given.length; at += 1) addId(known.get(given[at]!));
    },
    addCuePairs(given) {
      const numbers = given.map((name) => cues.get(name) ?? -1);
      for (let a = 0; a < numbers.length; a += 1) {
        if (numbers[a] === -1) continue;
        for (let b = a + 1; b < numbers.length; b += 1) {
          if (numbers[b] !== -1) addId(cuePairs.get(pairKey(numbers[a]!, numbers[b]!)));
        }
      }
    },
    addCueRuns(words, classed) {
      let first = -1;
      let second = classed.length === 0 ? -1 : atomOf(classed[0]!);
      for (let at = 0; at + 1 < classed.length; at += 1) {
        first = second;
        second = atomOf(classed[at + 1]!);
        if (first === -1 || second === -1) continue;
        const inPair = classed[at] !== words[at] || classed[at + 1] !== words[at + 1];
        const third = at + 2 < classed.length && (inPair || classed[at + 2] !== words[at + 2]);
        const start = pairKey(first, second);
        if (inPair && first !== second) addId(runs.get(start));
        if (!third) continue;
        const number = runStarts.get(start);
        if (number === -1) continue;
        const last = atomOf(classed[at + 2]!);
        if (last !== -1) addId(longRuns.get(pairKey(number, last)));
      }
    },
    take() {
      const times = touched.map((id) => counts[id]!);
      const vector = scaleBlocks(touched, times, vocabulary, weights);
      for (let at = 0; at < touched.length; at += 1) counts[touched[at]!] = 0;
      touched.length = 0;
      return vector;
    },
  };
}
