import { CELLS, cellOf, FIELDS, fieldTargets } from './answers.ts';
import { chooseReview } from './choose-review.ts';
import { chooseThresholds } from './choose-thresholds.ts';
import { clauseFeatures } from './clause-features.ts';
import { type Features, featuresOf } from './features.ts';
import { trainHead } from './head.ts';
import type { LabelledItem } from './labelled.ts';
import { type LexiconData, prepareLexicons } from './lexicons.ts';
import { trainLogistic } from './logistic.ts';
import { carriesEvidence } from './match-evidence.ts';
import { EVIDENCE_OUTPUTS, type FeatureRow, type Model, type WeightTable } from './model.ts';
import { type ReadItem, readItem } from './read-item.ts';
import { featureWeights, fitRidge, innerProducts, type RidgeFit } from './ridge.ts';
import { CELL_BLOCKS, EVIDENCE_BLOCKS, FEWEST, FIELD_BLOCKS, PENALTIES, UNITS } from './training-settings.ts';
import {
  type BlockWeights,
  buildVocabulary,
  type SparseVector,
  type Vocabulary,
  vectorOf,
} from './vectors.ts';

/** A labelled item with what the lexicons find in it; reading is the same for every fold, so it is done once. */
export interface ReadLabelled {
  item: LabelledItem;
  read: ReadItem;
  features: Features;
}

/** Reads labelled items for training. The order does not matter: they are sorted by group and id. */
export function readLabelled(items: readonly LabelledItem[], data: LexiconData): ReadLabelled[] {
  const lexicons = prepareLexicons(data);
  const cueName = (cue: number): string => lexicons.cues.names[cue] ?? '';
  return [...items].sort(compareItems).map((item) => {
    const read = readItem(item.input, lexicons);
    return { item, read, features: featuresOf(read, cueName) };
  });
}

function compareItems(a: LabelledItem, b: LabelledItem): number {
  if (a.group !== b.group) return a.group < b.group ? -1 : 1;
  if (a.input.id === b.input.id) return 0;
  return a.input.id < b.input.id ? -1 : 1;
}

/**
 * Trains every part of the model from labelled items: no clock, no chance but `seed`, whole numbers in the result, so
 * that the same items and lexicons give the same bytes.
 */
export function trainModel(items: readonly LabelledItem[], data: LexiconData, seed = 1): Model {
  return trainOnRead(readLabelled(items, data), data, seed);
}

/** As `trainModel`, from items that have been read. */
export function trainOnRead(read: readonly ReadLabelled[], data: LexiconData, seed = 1): Model {
  const cells = fitTable(
    read,
    CELLS.map((entry) => entry.name),
    read.map(({ item }) => CELLS.map((_, at) => (at === cellOf(item.labels) ? 1 : -1))),
    CELL_BLOCKS,
    PENALTIES.cells,
    UNITS.cells,
    FEWEST.features,
  );
  const contacts = read.filter(({ item }) => item.labels.relevance === 'contact');
  const fields = fitTable(
    contacts,
    FIELDS,
    contacts.map(({ item }) => fieldTargets(item.labels)),
    FIELD_BLOCKS,
    PENALTIES.fields,
    UNITS.fields,
    FEWEST.fields,
  );
  const rows = rowsOf(cells.fit.leftOut, CELLS.length);
  const classes = read.map(({ item }) => cellOf(item.labels));
  const head = trainHead(rows, classes, CELLS.length, PENALTIES.head);
  const groups = read.map(({ item }) => item.group);
  return {
    format: 1,
    items: read.length,
    groups: [...new Set(groups)].sort(),
    cells: cells.table,
    head,
    fields: fields.table,
    fieldThresholds: chooseThresholds(
      rowsOf(fields.fit.leftOut, FIELDS.length),
      contacts.map(({ item }) => fieldTargets(item.labels)),
    ),
    evidence: trainEvidence(contacts, data, seed),
    thresholds: chooseReview(rows, classes, groups),
  };
}

function rowsOf(flat: Float64Array, width: number): number[][] {
  return Array.from({ length: flat.length / width }, (_, at) => [
    ...flat.subarray(at * width, at * width + width),
  ]);
}

function fitTable(
  read: readonly ReadLabelled[],
  outputs: readonly string[],
  targets: readonly number[][],
  blocks: BlockWeights,
  penalty: number,
  unit: number,
  fewest: number,
): { table: WeightTable; fit: RidgeFit } {
  const features = read.map((entry) => entry.features);
  const vocabulary = buildVocabulary(features, blocks, fewest, FEWEST.runs);
  const vectors = features.map((entry) => vectorOf(entry, vocabulary, blocks));
  const groups = read.map(({ item }) => item.group);
  const fit = fitRidge(
    innerProducts(vectors),
    Float64Array.from(targets.flat()),
    outputs.length,
    penalty,
    groups,
  );
  const { weights, bias } = featureWeights(vectors, fit.alpha, outputs.length, vocabulary.names.length);
  return { table: buildTable(vocabulary, outputs, weights, bias, unit), fit };
}

function buildTable(
  vocabulary: Vocabulary,
  outputs: readonly string[],
  weights: Float64Array,
  bias: Float64Array,
  unit: number,
): WeightTable {
  const width = outputs.length;
  return {
    outputs: [...outputs],
    unit,
    bias: [...bias].map((value) => Math.round(value / unit)),
    features: vocabulary.names.map((name, id) => {
      const row = weights.subarray(id * width, id * width + width);
      // "+ 0" turns a negative zero, which JSON would lose, into zero.
      return [
        name,
        vocabulary.idf[id] ?? 0,
        ...Array.from(row, (w) => Math.round(w / unit) + 0),
      ] as FeatureRow;
    }),
  };
}

function trainEvidence(contacts: readonly ReadLabelled[], data: LexiconData, seed: number): WeightTable {
  const lexicons = prepareLexicons(data);
  const cueName = (cue: number): string => lexicons.cues.names[cue] ?? '';
  const features: Features[] = [];
  const holds: boolean[] = [];
  for (const { item, read } of contacts) {
    for (const [at, clause] of read.clauses.entries()) {
      if (clause.kind === 'signature') continue;
      features.push(clauseFeatures(read, at, cueName));
      holds.push(carriesEvidence(clause, item));
    }
  }
  const vocabulary = buildVocabulary(features, EVIDENCE_BLOCKS, FEWEST.clauses, FEWEST.runs);
  const vectors: SparseVector[] = features.map((entry) => vectorOf(entry, vocabulary, EVIDENCE_BLOCKS));
  const weights = trainLogistic(vectors, holds, vocabulary.names.length, seed);
  const bias = weights.slice(-1);
  return buildTable(vocabulary, EVIDENCE_OUTPUTS, weights.slice(0, -1), bias, UNITS.evidence);
}
