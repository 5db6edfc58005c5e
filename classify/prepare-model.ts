import type { Head } from './head.ts';
import type { Model, WeightTable } from './model.ts';
import { restoreVocabulary, type SparseVector, type Vocabulary } from './vectors.ts';

/** A table ready for use: weights in one array, feature by output. */
export interface PreparedTable {
  vocabulary: Vocabulary;
  outputs: string[];
  weights: Float64Array;
  bias: Float64Array;
}

export interface PreparedModel {
  cells: PreparedTable;
  head: Head;
  fields: PreparedTable;
  evidence: PreparedTable;
}

const prepared = new WeakMap<Model, PreparedModel>();

/** Prepares the tables of a model; the same model is prepared once. */
export function prepareModel(model: Model): PreparedModel {
  let result = prepared.get(model);
  if (result === undefined) {
    result = {
      cells: prepareTable(model.cells),
      head: model.head,
      fields: prepareTable(model.fields),
      evidence: prepareTable(model.evidence),
    };
    prepared.set(model, result);
  }
  return result;
}

function prepareTable(table: WeightTable): PreparedTable {
  const width = table.outputs.length;
  const weights = new Float64Array(table.features.length * width);
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
  const { ids, values } = vector;
  for (let at = 0; at < ids.length; at += 1) {
    const base = ids[at]! * width;
    const value = values[at]!;
    for (let c = 0; c < width; c += 1) scores[c]! += value * table.weights[base + c]!;
  }
  return scores;
}
