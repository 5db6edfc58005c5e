import { COLUMNS, indexFeatures } from './feature-index.ts';
import {
  BLOCKS,
  type BlockWeights,
  characterRuns,
  type FeatureSink,
  NUMBER,
  SPEAKERS,
  type SparseVector,
  scaleBlocks,
  type Vocabulary,
} from './vectors.ts';
import type { WordTable } from './word-table.ts';

/** Makes vectors of one vocabulary: give it a text's features, then take the vector. */
export interface VectorBuilder extends FeatureSink {
  take(): SparseVector;
}

/** What a vocabulary has for the numbers of a table of words; each is looked up when it is first met. */
interface TableView {
  table: WordTable;
  /** Atom by stem: -1 for none, UNSEEN where it has not been looked up. */
  atoms: Int32Array;
  /** Features of a token's runs of characters, by token. */
  runs: (readonly number[] | undefined)[];
  /** Number by cue and scope, for pairs; -1 for none. */
  cues: Int32Array;
  /** Features by cue and scope, by block and prefix. */
  prefixed: Map<string, Int32Array>[];
}

const UNSEEN = -2;
const NO_RUNS: readonly number[] = [];

function viewOf(table: WordTable, cues: ReadonlyMap<string, number>): TableView {
  return {
    table,
    atoms: new Int32Array(4096).fill(UNSEEN),
    runs: [],
    cues: Int32Array.from(table.cues.scoped, (name) => cues.get(name) ?? -1),
    prefixed: BLOCKS.map(() => new Map()),
  };
}

/** A builder of vectors as `scaleBlocks` makes them; features that the vocabulary does not have are left out. */
export function createVectorBuilder(vocabulary: Vocabulary, weights: BlockWeights): VectorBuilder {
  const index = indexFeatures(vocabulary);
  const { singles, pairRows, pairs, runs, runStarts, longRuns, cuePairs, named, valued, pairKey } = index;
  const runsNamed = named[NUMBER.chars]!;
  const counts = new Uint16Array(vocabulary.names.length);
  const touched = new Uint32Array(vocabulary.names.length);
  const times = new Uint16Array(vocabulary.names.length);
  let touches = 0;
  let view: TableView | undefined;

  const addId = (id: number): void => {
    if (id === -1) return;
    if (counts[id] === 0) {
      touched[touches] = id;
      touches += 1;
    }
    counts[id]! += 1;
  };
  const lookAtom = ({ table, atoms }: TableView, stem: number): number => {
    const atom = index.atoms.get(table.spell(stem)) ?? -1;
    atoms[stem] = atom;
    return atom;
  };
  const lookRuns = (seen: TableView, token: number, text: string): readonly number[] => {
    const ids = characterRuns(text).flatMap((run) => runsNamed.get(run) ?? []);
    const known = ids.length === 0 ? NO_RUNS : ids;
    seen.runs[token] = known;
    return known;
  };
  const lookCues = ({ table, prefixed }: TableView, block: number, prefix: string): Int32Array => {
    const before = prefix === '' ? '' : `${prefix}:`;
    const ids = Int32Array.from(table.cues.scoped, (name) => named[block]!.get(`${before}${name}`) ?? -1);
    prefixed[block]!.set(prefix, ids);
    return ids;
  };
  /** Atoms of the stems; room is made for stems that are new since the last text. */
  const atomsOf = (seen: TableView, stems: Int32Array): Int32Array => {
    const atoms = new Int32Array(stems.length);
    for (let at = 0; at < stems.length; at += 1) {
      const stem = stems[at]!;
      if (stem >= seen.atoms.length) {
        const wider = new Int32Array(2 * stem).fill(UNSEEN);
        wider.set(seen.atoms);
        seen.atoms = wider;
      }
      const atom = seen.atoms[stem]!;
      atoms[at] = atom === UNSEEN ? lookAtom(seen, stem) : atom;
    }
    return atoms;
  };
  const current = (): TableView => {
    if (view === undefined) throw new Error('a builder needs begin() before the features of a text');
    return view;
  };

  return {
    begin(table) {
      if (view?.table !== table) view = viewOf(table, index.cues);
    },
    add(block, name) {
      addId(named[NUMBER[block]]!.get(name) ?? -1);
    },
    addValue(key, value) {
      addId(valued.get(key)?.get(String(value)) ?? -1);
    },
    addWords(blocks, { stems }, side) {
      const atoms = atomsOf(current(), stems);
      const columns = blocks.map((block) => NUMBER[block]);
      const speaker = side === undefined ? -1 : BLOCKS.length + SPEAKERS.indexOf(side);
      let before = -1;
      for (let at = 0; at < atoms.length; at += 1) {
        const atom = atoms[at]!;
        if (atom !== -1) {
          const base = atom * COLUMNS;
          for (let c = 0; c < columns.length; c += 1) addId(singles[base + columns[c]!]!);
          if (speaker !== -1) addId(singles[base + speaker]!);
          const row = before === -1 ? -1 : pairRows.get(pairKey(before, atom));
          if (row !== -1) {
            for (let c = 0; c < columns.length; c += 1) addId(pairs[row * BLOCKS.length + columns[c]!]!);
          }
        }
        before = atom;
      }
    },
    addRuns({ tokens, words }) {
      if (weights.chars === undefined) return;
      const seen = current();
      for (let at = 0; at < words.length; at += 1) {
        const { token } = words[at]!;
        const ids = seen.runs[token] ?? lookRuns(seen, token, tokens[at]!.text);
        for (let run = 0; run < ids.length; run += 1) addId(ids[run]!);
      }
    },
    addCues(block, prefix, { scoped }) {
      const seen = current();
      const ids = seen.prefixed[NUMBER[block]]!.get(prefix) ?? lookCues(seen, NUMBER[block], prefix);
      for (let at = 0; at < scoped.length; at += 1) addId(ids[scoped[at]!]!);
    },
    addCuePairs({ scoped }) {
      const { cues } = current();
      for (let a = 0; a < scoped.length; a += 1) {
        const first = cues[scoped[a]!]!;
        if (first === -1) continue;
        for (let b = a + 1; b < scoped.length; b += 1) {
          const second = cues[scoped[b]!]!;
          if (second !== -1) addId(cuePairs.get(pairKey(first, second)));
        }
      }
    },
    addCueRuns({ stems, classed }) {
      const atoms = atomsOf(current(), classed);
      for (let at = 0; at + 1 < classed.length; at += 1) {
        const first = atoms[at]!;
        const second = atoms[at + 1]!;
        if (first === -1 || second === -1) continue;
        const inPair = classed[at] !== stems[at] || classed[at + 1] !== stems[at + 1];
        const third = at + 2 < classed.length && (inPair || classed[at + 2] !== stems[at + 2]);
        if (!inPair && !third) continue;
        const start = pairKey(first, second);
        if (inPair && first !== second) addId(runs.get(start));
        if (!third || atoms[at + 2] === -1) continue;
        const number = runStarts.get(start);
        if (number !== -1) addId(longRuns.get(pairKey(number, atoms[at + 2]!)));
      }
    },
    take() {
      const ids = touched.slice(0, touches);
      for (let at = 0; at < touches; at += 1) {
        const id = ids[at]!;
        times[at] = counts[id]!;
        counts[id] = 0;
      }
      const vector = scaleBlocks(ids, times, vocabulary, weights);
      touches = 0;
      return vector;
    },
  };
}
