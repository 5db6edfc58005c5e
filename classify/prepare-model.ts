import { clauseWeights } from './clause-weight.ts';
import type { Head } from './head.ts';
import { clauseVectorizer, fieldFactors, fieldVector, itemVectorizer } from './item-vectors.ts';
import type { Model, WeightTable } from './model.ts';
import type { ReadItem } from './read-item.ts';
import { restoreVocabulary, type SparseVector, type Vocabulary } from './vectors.ts';

/** A table ready for use. Weights stay whole numbers of two bytes, for a text's rows lie far apart in memory. */
export interface PreparedTable extends WeightTable {
  vocabulary: Vocabulary;
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
  const known = new Map(fields.names.map((name, at) => [name, at]));
  return Int32Array.from(vocabulary.names, (name) => known.get(name) ?? -1);
}

function prepareTable(table: WeightTable): PreparedTable {
  return { ...table, vocabulary: restoreVocabulary(table.names, table.idf) };
}

/** Score of each output for one vector. */
export function scoresOf(vector: SparseVector, { weights, bias, unit }: WeightTable): Float64Array {
  const width = bias.length;
  const scores = new Float64Array(width);
  const { ids, values } = vector;
  for (let at = 0; at < ids.length; at += 1) {
    const base = ids[at]! * width;
    const value = values[at]!;
    for (let c = 0; c < width; c += 1) scores[c]! += value * weights[base + c]!;
  }
  for (let c = 0; c < width; c += 1) scores[c] = (scores[c]! + bias[c]!) * unit;
  return scores;
}
