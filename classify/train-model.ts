import { CELLS, cellOf, FIELDS, fieldTargets } from './answers.ts';
import { showsImmigration } from './base-rate.ts';
import { chooseReview } from './choose-review.ts';
import { chooseThresholds } from './choose-thresholds.ts';
import { addClauseFeatures } from './clause-features.ts';
import { addItemFeatures } from './features.ts';
import { trainHead } from './head.ts';
import { clauseVectorizer, fieldFactors, fieldVector, itemVectorizer } from './item-vectors.ts';
import type { LabelledItem } from './labelled.ts';
import { type LexiconData, prepareLexicons } from './lexicons.ts';
import { trainLogistic } from './logistic.ts';
import { carriesEvidence } from './match-evidence.ts';
import { EVIDENCE_OUTPUTS, type FeatureRow, type Model, type WeightTable } from './model.ts';
import { type ReadItem, readItem } from './read-item.ts';
import { featureWeights, fitRidge, innerProducts, type RidgeFit } from './ridge.ts';
import { CELL_BLOCKS, EVIDENCE_BLOCKS, fewest, PENALTIES, UNITS } from './training-settings.ts';
import { buildVocabulary, type SparseVector, type Vocabulary } from './vectors.ts';

/** A labelled item with what the lexicons find in it; reading is the same for every fold, so it is done once. */
export interface ReadLabelled {
  item: LabelledItem;
  read: ReadItem;
}

/** Reads labelled items for training, sorted by group and id, so that the order they come in does not matter. */
export function readLabelled(items: readonly LabelledItem[], data: LexiconData): ReadLabelled[] {
  const lexicons = prepareLexicons(data);
  return [...items].sort(compareItems).map((item) => ({ item, read: readItem(item.input, lexicons) }));
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
  return trainOnRead(readLabelled(items, data), seed);
}

/**
 * Items in which nothing of immigration shows and that are no contact teach the model only that short and ordinary words
 * mean nothing, which blurs what such words mean beside an authority; they are left to the base rate (`base-rate.ts`).
 */
function isInstructive({ item, read }: ReadLabelled): boolean {
  return item.labels.relevance === 'contact' || showsImmigration(read);
}

/** As `trainModel`, from items that have been read. */
export function trainOnRead(given: readonly ReadLabelled[], seed = 1): Model {
  const read = given.filter(isInstructive);
  const least = fewest(read.length);
  const vocabulary = buildVocabulary(
    read.length,
    (at, sink) => addItemFeatures(read[at]!.read, sink),
    CELL_BLOCKS,
    least.features,
    least.runs,
  );
  const vectorize = itemVectorizer(vocabulary);
  const vectors = read.map((entry) => vectorize(entry.read));
  const cells = fitTable(
    read,
    vectors,
    CELLS.map((entry) => entry.name),
    ({ item }) => CELLS.map((_, at) => (at === cellOf(item.labels) ? 1 : -1)),
    PENALTIES.cells,
    UNITS.cells,
    vocabulary,
  );
  const rows = rowsOf(cells.leftOut, CELLS.length);
  const classes = read.map(({ item }) => cellOf(item.labels));
  const groups = read.map(({ item }) => item.group);
  const contacts = read.flatMap((entry, at) => (entry.item.labels.relevance === 'contact' ? [at] : []));
  const contactItems = contacts.map((at) => read[at]!);
  const fieldWords = fieldVocabulary(
    contacts.map((at) => vectors[at]!),
    vocabulary,
    least.fields,
  );
  const fields = fitTable(
    contactItems,
    contacts.map((at) => fieldVector(vectors[at]!, fieldWords.factors, fieldWords.rows)),
    FIELDS,
    ({ item }) => fieldTargets(item.labels),
    PENALTIES.fields,
    UNITS.fields,
    fieldWords.vocabulary,
  );
  return {
    format: 1,
    items: given.length,
    groups: [...new Set(groups)].sort(),
    cells: cells.table,
    head: trainHead(rows, classes, CELLS.length, PENALTIES.head),
    fields: fields.table,
    fieldThresholds: chooseThresholds(
      rowsOf(fields.leftOut, FIELDS.length),
      contactItems.map(({ item }) => fieldTargets(item.labels)),
    ),
    evidence: trainEvidence(contactItems, seed, least.clauses, least.runs),
    thresholds: chooseReview(rows, classes, groups),
  };
}

function rowsOf(flat: Float64Array, width: number): number[][] {
  return Array.from({ length: flat.length / width }, (_, at) => [
    ...flat.subarray(at * width, at * width + width),
  ]);
}

/** The features of contacts that the fields use: those of their blocks that are in enough contacts. */
function fieldVocabulary(
  vectors: readonly SparseVector[],
  vocabulary: Vocabulary,
  least: number,
): { vocabulary: Pick<Vocabulary, 'names' | 'idf'>; factors: Float64Array; rows: Int32Array } {
  const factors = fieldFactors(vocabulary);
  const times = new Uint32Array(vocabulary.names.length);
  for (const { ids } of vectors) for (const id of ids) times[id]! += 1;
  const rows = new Int32Array(vocabulary.names.length).fill(-1);
  const kept: number[] = [];
  for (let id = 0; id < rows.length; id += 1) {
    if (factors[id] === 0 || times[id]! < least) continue;
    rows[id] = kept.length;
    kept.push(id);
  }
  const names = kept.map((id) => vocabulary.names[id]!);
  return { vocabulary: { names, idf: vocabulary.idf.filter((_, id) => rows[id] !== -1) }, factors, rows };
}

function fitTable(
  read: readonly ReadLabelled[],
  vectors: readonly SparseVector[],
  outputs: readonly string[],
  targets: (entry: ReadLabelled) => number[],
  penalty: number,
  unit: number,
  vocabulary: Pick<Vocabulary, 'names' | 'idf'>,
): { table: WeightTable; leftOut: Float64Array } {
  const groups = read.map(({ item }) => item.group);
  const wanted = Float64Array.from(read.flatMap(targets));
  const result: RidgeFit = fitRidge(innerProducts(vectors), wanted, outputs.length, penalty, groups);
  const { weights, bias } = featureWeights(vectors, result.alpha, outputs.length, vocabulary.names.length);
  return { table: buildTable(vocabulary, outputs, weights, bias, unit), leftOut: result.leftOut };
}

function buildTable(
  vocabulary: Pick<Vocabulary, 'names' | 'idf'>,
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

function trainEvidence(
  contacts: readonly ReadLabelled[],
  seed: number,
  fewestClauses: number,
  fewestRuns: number,
): WeightTable {
  const places = contacts.flatMap((entry) =>
    entry.read.clauses.flatMap((clause, at) => (clause.kind === 'signature' ? [] : [{ entry, clause, at }])),
  );
  const vocabulary = buildVocabulary(
    places.length,
    (place, sink) => addClauseFeatures(places[place]!.entry.read, places[place]!.at, sink),
    EVIDENCE_BLOCKS,
    fewestClauses,
    fewestRuns,
  );
  const vectorize = clauseVectorizer(vocabulary);
  const weights = trainLogistic(
    places.map(({ entry, at }) => vectorize(entry.read, at)),
    places.map(({ entry, clause }) => carriesEvidence(clause, entry.item)),
    vocabulary.names.length,
    seed,
  );
  return buildTable(vocabulary, EVIDENCE_OUTPUTS, weights.slice(0, -1), weights.slice(-1), UNITS.evidence);
}
