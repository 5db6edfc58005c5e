import { CELLS, cellOf, FIELDS, fieldsHeld } from './answers.ts';
import { fieldFactNames, fieldFactsOf, trainFieldTrees } from './calibration.ts';
import { calibrateAside } from './calibration-threads.ts';
import { chooseFeatures, vectorsOf } from './feature-counts.ts';
import { rowsAt, rowsOf, spread } from './flat-rows.ts';
import { fieldFactors, fieldVectors } from './item-vectors.ts';
import type { LabelledItem } from './labelled.ts';
import type { LexiconData } from './lexicons.ts';
import { trainLogistic } from './logistic.ts';
import {
  EVIDENCE_OUTPUTS,
  LARGEST_WEIGHT,
  type Model,
  nameInputs,
  QUOTED,
  type WeightTable,
} from './model.ts';
import type { LabelledSet, ReadLabelled } from './read-labelled.ts';
import { readInThreads } from './read-threads.ts';
import { mixScores } from './reading.ts';
import { layRows } from './ridge.ts';
import { solveRidge } from './ridge-threads.ts';
import {
  CELL_BLOCKS,
  EVIDENCE_BLOCKS,
  FIELD_FOLDS,
  FOLDS,
  fewest,
  MOST_OFTEN,
  PENALTIES,
} from './training-settings.ts';
import type { SparseRows, Vocabulary } from './vectors.ts';

/**
 * Trains every part of the model from labelled items: no clock, no chance but `seed`, whole numbers in the result, so
 * that the same items and lexicons give the same bytes.
 */
export function trainModel(
  items: readonly LabelledItem[],
  data: LexiconData,
  options: Pick<TrainOptions, 'seed' | 'threads'> = {},
): Model {
  return trainOnSet(readInThreads(items, data, options.threads ?? 1), options).model;
}

export interface TrainOptions {
  /** Files that are trained on; all where it is left out. */
  keeps?: (group: string) => boolean;
  /** Scores of the whole set from `Trained.leftOut`: the calibrating layer and the thresholds then learn from those. */
  leftOut?: LeftOutScores | null;
  seed?: number;
  /** Threads that may be used; the result does not depend on them. One where it is left out. */
  threads?: number;
}

/** Scores of items from fits without their files, by index of the entry and output. */
export interface LeftOutScores {
  cells: Float64Array;
  /** By index of the set's part. */
  parts: Float64Array;
  fields: Float64Array;
}

export interface Trained {
  model: Model;
  leftOut: LeftOutScores;
}

/** As `trainModel`, from a set that has been read. */
export function trainOnSet(
  set: LabelledSet,
  { keeps = () => true, leftOut = null, seed = 1, threads = 1 }: TrainOptions = {},
): Trained {
  const given = set.entries.flatMap((entry, at) => (keeps(entry.item.group) ? [at] : []));
  const kept = given.filter((at) => set.entries[at]!.instructive);
  const read = kept.map((at) => set.entries[at]!);
  const least = fewest(read.length);
  const often = read.map(({ item }) => Math.min(item.worth, MOST_OFTEN));
  const chosen = chooseFeatures(set.items, kept, least.features, least.runs, often);
  const { vocabulary } = chosen;
  const rowOf = new Map(kept.map((at, row) => [at, row]));
  const parts = set.parts.flatMap(({ entry }, at) => (rowOf.has(entry) ? [at] : []));
  const vectors = vectorsOf(set.items.texts, kept, chosen, CELL_BLOCKS);
  const cells = fitTable(
    read,
    vectors,
    CELLS.map((entry) => entry.name),
    ({ item }) => CELLS.map((_, at) => (at === cellOf(item.labels) ? 1 : -1)),
    PENALTIES.cells,
    vocabulary,
    leftOut && [...rowsAt(leftOut.cells, kept, CELLS.length), ...rowsAt(leftOut.parts, parts, CELLS.length)],
    threads,
    FOLDS,
    leftOut === null
      ? {
          vectors: vectorsOf(set.items.parts, parts, chosen, CELL_BLOCKS),
          rows: parts.map((at) => rowOf.get(set.parts[at]!.entry)!),
        }
      : NOTHING,
  );
  const ofWhole = rowsOf(cells.leftOut.subarray(0, read.length * CELLS.length), CELLS.length);
  const ofParts = rowsOf(cells.leftOut.subarray(read.length * CELLS.length), CELLS.length);
  const partOf = new Map(parts.map((at, own) => [set.parts[at]!.entry, own]));
  const facts = read.map((entry, row) => {
    const own = entry.facts.slice();
    const whole = ofWhole[row]!;
    const at = partOf.get(kept[row]!);
    const part = at === undefined ? whole : ofParts[at]!;
    own.set(at === undefined ? whole : mixScores(whole, part, set.parts[parts[at]!]!.share));
    own.set(part, CELLS.length);
    return own;
  });
  const classes = read.map(({ item }) => cellOf(item.labels));
  const groups = read.map(({ item }) => item.group);
  const worths = read.map(({ item }) => item.worth);
  const takeCalibrated = calibrateAside({ facts, cells: classes, groups, worths }, threads);
  const contacts = read.flatMap((entry, at) => (entry.item.labels.relevance === 'contact' ? [at] : []));
  const contactItems = contacts.map((at) => read[at]!);
  const fieldWords = fieldVocabulary(vectors, contacts, vocabulary, least.fields);
  const fields = fitTable(
    contactItems,
    fieldVectors(vectors, contacts, fieldWords.factors, fieldWords.rows),
    FIELDS,
    ({ item }) => fieldsHeld(item.labels).map((held) => (held ? 1 : -1)),
    PENALTIES.fields,
    fieldWords.vocabulary,
    leftOut &&
      rowsAt(
        leftOut.fields,
        contacts.map((at) => kept[at]!),
        FIELDS.length,
      ),
    threads,
    FIELD_FOLDS,
  );
  const fieldTrees = trainFieldTrees(
    rowsOf(fields.leftOut, FIELDS.length).map((row, at) => fieldFactsOf(row, facts[contacts[at]!]!)),
    Uint8Array.from(contactItems.flatMap(({ item }) => fieldsHeld(item.labels))),
    contactItems.map(({ item }) => item.worth),
  );
  const evidence = trainEvidence(set, keeps, seed, least.clauses, least.runs);
  const { calibration, thresholds } = takeCalibrated();
  const model: Model = {
    format: 4,
    items: given.length,
    groups: [...new Set(given.map((at) => set.entries[at]!.item.group))].sort(),
    cells: cells.table,
    head: calibration.head,
    trees: nameInputs(
      calibration.trees,
      CELLS.map(({ name }) => name),
      set.factNames,
    ),
    fields: fields.table,
    fieldTrees: nameInputs(fieldTrees, FIELDS, fieldFactNames(set.factNames)),
    evidence,
    thresholds,
  };
  return {
    model,
    leftOut: {
      cells: spread(cells.leftOut, kept, set.entries.length, CELLS.length),
      parts: spread(
        cells.leftOut.subarray(read.length * CELLS.length),
        parts,
        set.parts.length,
        CELLS.length,
      ),
      fields: spread(
        fields.leftOut,
        contacts.map((at) => kept[at]!),
        set.entries.length,
        FIELDS.length,
      ),
    },
  };
}

/** The features of a table, and how many texts have each. */
type Counted = Pick<Vocabulary, 'names' | 'times' | 'texts'>;

/** The features of contacts that the fields use: those of their blocks that are in enough contacts. */
function fieldVocabulary(
  { starts, ids }: SparseRows,
  contacts: readonly number[],
  vocabulary: Vocabulary,
  least: number,
): { vocabulary: Counted; factors: Float64Array; rows: Int32Array } {
  const factors = fieldFactors(vocabulary);
  const times = new Uint32Array(vocabulary.names.length);
  for (const row of contacts)
    for (let at = starts[row]!; at < starts[row + 1]!; at += 1) times[ids[at]!]! += 1;
  const rows = new Int32Array(vocabulary.names.length).fill(-1);
  const kept: number[] = [];
  for (let id = 0; id < rows.length; id += 1) {
    if (factors[id] === 0 || times[id]! < least) continue;
    rows[id] = kept.length;
    kept.push(id);
  }
  const names = kept.map((id) => vocabulary.names[id]!);
  const counted = {
    names,
    times: vocabulary.times.filter((_, id) => rows[id] !== -1),
    texts: vocabulary.texts,
  };
  return { vocabulary: counted, factors, rows };
}

/** Texts that a fit scores without learning from them, each by the fold of one of the items. */
interface ScoredTexts {
  vectors: SparseRows;
  /** Places of their items among those that are learned from. */
  rows: readonly number[];
}

const NOTHING: ScoredTexts = {
  vectors: { starts: new Uint32Array(1), ids: new Uint32Array(0), values: new Float64Array(0) },
  rows: [],
};

/** A table, and scores from fits without their folds: of the items, and behind them of what is only `scored`. */
function fitTable(
  read: readonly ReadLabelled[],
  vectors: SparseRows,
  outputs: readonly string[],
  targets: (entry: ReadLabelled) => number[],
  penalty: number,
  vocabulary: Counted,
  known: readonly number[] | Float64Array | null,
  threads: number,
  folds: number,
  scored: ScoredTexts = NOTHING,
): { table: WeightTable; leftOut: Float64Array } {
  const rows = layRows([vectors, scored.vectors], vocabulary.names.length, [
    ...read.map(({ item }) => item.worth),
    ...scored.rows.map(() => 0),
  ]);
  const wanted = new Float64Array(rows.squares.length * outputs.length);
  wanted.set(read.flatMap(targets));
  const own = foldsOf(read, folds);
  const places = known === null ? [...own, ...scored.rows.map((row) => own[row]!)] : null;
  const { weights, bias, leftOut } = solveRidge(rows, wanted, outputs.length, penalty, places, threads);
  return {
    table: buildTable(vocabulary, outputs, weights, bias),
    leftOut: known === null ? leftOut : Float64Array.from(known),
  };
}

/** Which fold each item is in: files are dealt out whole, so that a writer is left out whole. */
function foldsOf(read: readonly ReadLabelled[], folds: number): number[] {
  const names = [...new Set(read.map(({ item }) => item.group))].sort();
  const fold = new Map(names.map((name, at) => [name, at % folds]));
  return read.map(({ item }) => fold.get(item.group) ?? 0);
}

function buildTable(
  vocabulary: Counted,
  outputs: readonly string[],
  weights: Float32Array | Float64Array,
  bias: Float64Array,
): WeightTable {
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const unit = Math.max(1, Math.ceil((largest / LARGEST_WEIGHT) * 1e5)) / 1e5;
  return {
    outputs: [...outputs],
    unit,
    bias: [...bias].map((value) => Math.round((value / unit) * 100) / 100),
    names: [...vocabulary.names],
    texts: vocabulary.texts,
    times: vocabulary.times,
    weights: Int8Array.from(weights, (weight) => Math.round(weight / unit)),
  };
}

/** Which clauses people quote for which verdict, learned from the clauses of contacts. */
function trainEvidence(
  set: LabelledSet,
  keeps: (group: string) => boolean,
  seed: number,
  fewestClauses: number,
  fewestRuns: number,
): WeightTable {
  const { places, entries } = set;
  const kept = places.flatMap(({ entry }, at) => (keeps(entries[entry]!.item.group) ? [at] : []));
  const chosen = chooseFeatures(set.clauses, kept, fewestClauses, fewestRuns);
  const weights = trainLogistic(
    vectorsOf(set.clauses.texts, kept, chosen, EVIDENCE_BLOCKS),
    kept.map((at) => places[at]!.carries),
    kept.map((at) => QUOTED.indexOf(entries[places[at]!.entry]!.item.labels.verdict)),
    QUOTED.length,
    chosen.vocabulary.names.length,
    seed,
  );
  const width = EVIDENCE_OUTPUTS.length;
  return buildTable(chosen.vocabulary, EVIDENCE_OUTPUTS, weights.slice(0, -width), weights.slice(-width));
}
