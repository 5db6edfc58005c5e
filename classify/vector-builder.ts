import { type FeatureIndex, indexFeatures, PAIRED } from './feature-index.ts';
import {
  BLOCKS,
  type BlockWeights,
  characterRuns,
  type FeatureSink,
  NUMBER,
  type SparseVector,
  scaleBlocks,
  type Vocabulary,
} from './vectors.ts';
import type { Word, WordTable } from './word-table.ts';

/** Makes vectors of one vocabulary: give it a text's features, then take the vector. */
export interface VectorBuilder extends FeatureSink {
  /** The vector of what was added; it holds until the next one is taken. */
  take(): SparseVector;
}

/** What a vocabulary has for the numbers of a table of words; each is looked up when it is first met. */
interface TableView {
  table: WordTable;
  /** Atom by stem: -1 for none, UNSEEN where it has not been looked up. */
  atoms: Int32Array;
  /** Where in `runs` the features of a token's runs of characters stand, their number first; UNSEEN where they were not looked up. */
  runsAt: Int32Array;
  runs: number[];
  /** Number by cue and scope, for pairs; -1 for none. */
  cues: Int32Array;
  /** Features of pairs of kinds of cues, kind by kind; a kind's own where it meets itself. */
  kinds: Int32Array;
  /** Features by cue and scope, by block and prefix. */
  prefixed: Map<string, Int32Array>[];
}

const UNSEEN = -2;

/** See `TableView.kinds`. */
function pairKinds(kinds: readonly string[], story: ReadonlyMap<string, number>): Int32Array {
  return Int32Array.from(
    kinds.flatMap((first) =>
      kinds.map((second) => story.get(first === second ? first : `${first}+${second}`) ?? -1),
    ),
  );
}

function viewOf(table: WordTable, { cues, named }: FeatureIndex): TableView {
  return {
    table,
    atoms: new Int32Array(4096).fill(UNSEEN),
    runsAt: new Int32Array(4096).fill(UNSEEN),
    runs: [],
    cues: Int32Array.from(table.cues.scoped, (name) => cues.get(name) ?? -1),
    kinds: pairKinds(table.cues.kinds, named[NUMBER.story]!),
    prefixed: BLOCKS.map(() => new Map()),
  };
}

/** A builder of vectors as `scaleBlocks` makes them; features that the vocabulary does not have are left out. */
export function createVectorBuilder(vocabulary: Vocabulary, weights: BlockWeights): VectorBuilder {
  const index = indexFeatures(vocabulary);
  const { singles, pairs, runs, longRuns, cuePairs, named, valued, pairKey } = index;
  const runsNamed = named[NUMBER.chars]!;
  const counts = new Uint16Array(vocabulary.names.length);
  const touched = new Uint32Array(vocabulary.names.length);
  const times = new Uint16Array(vocabulary.names.length);
  const values = new Float64Array(vocabulary.names.length);
  let touches = 0;
  let view: TableView | undefined;
  const active = singles.emptySet();
  const found = new Int32Array(singles.most);

  const addId = (id: number): void => {
    if (id === -1) return;
    if (counts[id] === 0) {
      touched[touches] = id;
      touches += 1;
    }
    counts[id]! += 1;
  };
  /** Adds what the word has in the settings of `active`. */
  const addSingles = (atom: number): void => {
    const count = singles.find(atom, active, found);
    for (let at = 0; at < count; at += 1) addId(found[at]!);
  };
  const lookAtom = ({ table, atoms }: TableView, stem: number): number => {
    const atom = index.atoms.get(table.spell(stem)) ?? -1;
    atoms[stem] = atom;
    return atom;
  };
  const atomOf = (seen: TableView, stem: number): number => {
    if (stem >= seen.atoms.length) seen.atoms = widened(seen.atoms, stem);
    const atom = seen.atoms[stem]!;
    return atom === UNSEEN ? lookAtom(seen, stem) : atom;
  };
  /** Where the token's runs stand in `runs`; they are looked up where it is new. */
  const runsOf = (seen: TableView, { token, hasRuns }: Word, text: string): number => {
    if (token >= seen.runsAt.length) seen.runsAt = widened(seen.runsAt, token);
    const known = seen.runsAt[token]!;
    if (known !== UNSEEN) return known;
    const letters = hasRuns ? characterRuns(text) : [];
    const ids = letters.flatMap((run) => runsNamed.get(run) ?? []);
    const at = seen.runs.length;
    seen.runs.push(ids.length, ...ids);
    seen.runsAt[token] = at;
    return at;
  };
  const lookCues = ({ table, prefixed }: TableView, block: number, prefix: string): Int32Array => {
    const before = prefix === '' ? '' : `${prefix}:`;
    const ids = Int32Array.from(table.cues.scoped, (name) => named[block]!.get(`${before}${name}`) ?? -1);
    prefixed[block]!.set(prefix, ids);
    return ids;
  };
  const current = (): TableView => {
    if (view === undefined) throw new Error('a builder needs begin() before the features of a text');
    return view;
  };

  return {
    begin(table) {
      if (view?.table !== table) view = viewOf(table, index);
    },
    add(block, name) {
      addId(named[NUMBER[block]]!.get(name) ?? -1);
    },
    addValue(key, value) {
      addId(valued.get(key)?.get(String(value)) ?? -1);
    },
    addWords(blocks, { stems }) {
      const seen = current();
      active.fill(0);
      for (const block of blocks) singles.include(active, NUMBER[block], '');
      const places = blocks.map((block) => PAIRED.indexOf(block));
      let before = -1;
      for (let at = 0; at < stems.length; at += 1) {
        const atom = atomOf(seen, stems[at]!);
        if (atom !== -1) {
          addSingles(atom);
          const row = before === -1 ? -1 : pairs.rowOf(pairKey(before, atom));
          if (row !== -1) {
            for (let c = 0; c < places.length; c += 1) addId(pairs.at(row, places[c]!));
          }
        }
        before = atom;
      }
    },
    addWordsIn(settings, stems) {
      const seen = current();
      active.fill(0);
      for (const { block, name } of settings) singles.include(active, NUMBER[block], name);
      for (let at = 0; at < stems.length; at += 1) {
        const atom = atomOf(seen, stems[at]!);
        if (atom !== -1) addSingles(atom);
      }
    },
    addRuns({ tokens, words }) {
      if (weights.chars === undefined) return;
      const seen = current();
      for (let at = 0; at < words.length; at += 1) {
        const first = runsOf(seen, words[at]!, tokens[at]!.text);
        const { runs: all } = seen;
        const last = first + all[first]!;
        for (let run = first + 1; run <= last; run += 1) addId(all[run]!);
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
    addKinds(given) {
      const { kinds, table } = current();
      const width = table.cues.kinds.length;
      for (let a = 0; a < given.length; a += 1) {
        const row = given[a]! * width;
        for (let b = a; b < given.length; b += 1) addId(kinds[row + given[b]!]!);
      }
    },
    addCueRuns({ stems, classed }) {
      const seen = current();
      for (let at = 0; at + 1 < classed.length; at += 1) {
        const inPair = classed[at] !== stems[at] || classed[at + 1] !== stems[at + 1];
        const third = at + 2 < classed.length && (inPair || classed[at + 2] !== stems[at + 2]);
        if (!inPair && !third) continue;
        const first = atomOf(seen, classed[at]!);
        const second = atomOf(seen, classed[at + 1]!);
        if (first === -1 || second === -1) continue;
        const row = runs.rowOf(pairKey(first, second));
        if (row === -1) continue;
        if (inPair && first !== second) addId(runs.at(row, 0));
        const start = runs.at(row, 1);
        if (!third || start === -1) continue;
        const last = atomOf(seen, classed[at + 2]!);
        if (last !== -1) addId(longRuns.get(pairKey(start, last)));
      }
    },
    take() {
      for (let at = 0; at < touches; at += 1) {
        const id = touched[at]!;
        times[at] = counts[id]!;
        counts[id] = 0;
      }
      const vector = { size: touches, ids: touched, values };
      scaleBlocks(vector, times, vocabulary, weights);
      touches = 0;
      return vector;
    },
  };
}

/** The same numbers with room for the place `at`, those that are new UNSEEN. */
function widened(numbers: Int32Array, at: number): Int32Array {
  const wider = new Int32Array(2 * at).fill(UNSEEN);
  wider.set(numbers);
  return wider;
}
