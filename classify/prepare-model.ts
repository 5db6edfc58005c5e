import { clauseWeights } from './clause-weight.ts';
import type { Head } from './head.ts';
import { clauseVectorizer, fieldFactors, fieldVector, itemVectorizer } from './item-vectors.ts';
import type { Model, WeightTable } from './model.ts';
import type { ReadItem } from './read-item.ts';
import { restoreVocabulary, type SparseVector, type Vocabulary } from './vectors.ts';

/** A table ready for use: weights in one array, feature by output; single precision, for a text's rows lie far apart in memory. */
export interface PreparedTable {
  vocabulary: Vocabulary;
  outputs: string[];
  weights: Float32Array;
  bias: Float64Array;
}

export interface PreparedModel {
  cells: PreparedTable;
  vectorize: (item: ReadItem) => SparseVector;
  head: Head;
  fields: PreparedTable;
  /** The fields' part of an item's vector. */
  fieldPart: (vector: SparseVector) => SparseVector;
  evidence: PreparedTable;
  vectorizeClause: (item: ReadItem, at: number) => SparseVector;
  /** See `clause-weight.ts`. */
  clauseWeights: Float64Array[];
}

const prepared = new WeakMap<Model, PreparedModel>();

/** Prepares the tables of a model; the same model is prepared once. */
export function prepareModel(model: Model): PreparedModel {
  let result = prepared.get(model);
  if (result === undefined) {
    const cells = prepareTable(model.cells);
    const evidence = prepareTable(model.evidence);
    const factors = fieldFactors(cells.vocabulary);
    const rows = fieldRows(cells.vocabulary, model.fields);
    result = {
      cells,
      vectorize: itemVectorizer(cells.vocabulary),
      head: model.head,
      fields: prepareTable(model.fields),
      fieldPart: (vector) => fieldVector(vector, factors, rows),
      evidence,
      vectorizeClause: clauseVectorizer(evidence.vocabulary),
      clauseWeights: clauseWeights(evidence.vocabulary, cells),
    };
    prepared.set(model, result);
  }
  return result;
}

/** Row of the fields' table by feature of the items' vocabulary; -1 where it has none. */
function fieldRows(vocabulary: Vocabulary, fields: WeightTable): Int32Array {
  const known = new Map(fields.features.map((row, at) => [row[0], at]));
  return Int32Array.from(vocabulary.names, (name) => known.get(name) ?? -1);
}

function prepareTable(table: WeightTable): PreparedTable {
  const width = table.outputs.length;
  const weights = new Float32Array(table.features.length * width);
  const idf: number[] = [];
  for (const [id, row] of table.features.entries()) {
    idf.push(row[1]);
    for (let c = 0; c < width; c += 1) weights[id * width + c] = (row[c + 2] as number) * table.unit;
  }
  return {
    vocabulary: restoreVocabulary(
      table.features.map((row) => row[0]),
      idf,
    ),
    outputs: table.outputs,
    weights,
    bias: Float64Array.from(table.bias, (value) => value * table.unit),
  };
}

/** Score of each output for one vector. */
export function scoresOf(vector: SparseVector, table: PreparedTable): Float64Array {
  const scores = Float64Array.from(table.bias);
  const width = scores.length;
  const { weights } = table;
  const { ids, values } = vector;
  for (let at = 0; at < ids.length; at += 1) {
    const base = ids[at]! * width;
    const value = values[at]!;
    for (let c = 0; c < width; c += 1) scores[c]! += value * weights[base + c]!;
  }
  return scores;
}
