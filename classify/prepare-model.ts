import type { Head } from './head.ts';
import { clauseVectorizer, fieldFactors, itemVectorizer } from './item-vectors.ts';
import type { Model, WeightTable } from './model.ts';
import type { ReadItem } from './read-item.ts';
import { restoreVocabulary, type SparseVector, type Vocabulary } from './vectors.ts';

/** A table ready for use. */
export interface PreparedTable extends WeightTable {
  vocabulary: Vocabulary;
}

export interface PreparedModel {
  /** The features that the fields have come first, as they stand there. */
  cells: PreparedTable;
  vectorize: (item: ReadItem) => SparseVector;
  head: Head;
  fields: PreparedTable;
  /** The fields' part of an item's vector; it holds until the next one is taken. */
  fieldPart: (vector: SparseVector) => SparseVector;
  evidence: PreparedTable;
  vectorizeClause: (item: ReadItem, at: number) => SparseVector;
}

const prepared = new WeakMap<Model, PreparedModel>();

/** Prepares the tables of a model; the same model is prepared once. */
export function prepareModel(model: Model): PreparedModel {
  let result = prepared.get(model);
  if (result === undefined) {
    const inFields = new Map(model.fields.names.map((name, id) => [name, id]));
    const cells = prepareTable(model.cells, orderByUse(model.cells, inFields));
    const fields = prepareTable(
      model.fields,
      cells.names.flatMap((name) => inFields.get(name) ?? []),
    );
    const evidence = prepareTable(model.evidence, orderByUse(model.evidence, new Map()));
    const fieldPart = leadingPart(fieldFactors(cells.vocabulary), fields.names.length);
    result = {
      cells,
      vectorize: itemVectorizer(cells.vocabulary),
      head: model.head,
      fields,
      fieldPart,
      evidence,
      vectorizeClause: clauseVectorizer(evidence.vocabulary),
    };
    prepared.set(model, result);
  }
  return result;
}

/** The fields' part of an item's vector: the fields have the first `size` of its features, under the same numbers. */
function leadingPart(factors: Float64Array, size: number): (vector: SparseVector) => SparseVector {
  const ids = new Uint32Array(size);
  const values = new Float64Array(size);
  return (vector) => {
    let kept = 0;
    for (let at = 0; at < vector.size; at += 1) {
      const id = vector.ids[at]!;
      if (id >= size) continue;
      ids[kept] = id;
      values[kept] = vector.values[at]! * factors[id]!;
      kept += 1;
    }
    return { size: kept, ids, values };
  };
}

/**
 * Numbers of a table's features in the order in which they are laid out: those in `first` before the others, and of both
 * those that are in most texts, so that what a text asks for lies close together in memory.
 */
function orderByUse({ names, times }: WeightTable, first: ReadonlyMap<string, number>): number[] {
  const most = times.reduce((a, b) => Math.max(a, b), 0);
  // A number holds lead, times and place, for numbers are sorted many times faster than by a function.
  const keys = Float64Array.from(names, (name, id) => {
    const behind = first.has(name) ? 0 : most + 1;
    return (behind + most - times[id]!) * names.length + id;
  });
  return Array.from(keys.sort(), (key) => key % names.length);
}

function prepareTable(table: WeightTable, order: readonly number[]): PreparedTable {
  const width = table.outputs.length;
  const names = order.map((id) => table.names[id]!);
  const times = Uint32Array.from(order, (id) => table.times[id]!);
  const weights = new Int8Array(order.length * width);
  for (const [at, id] of order.entries()) {
    for (let c = 0; c < width; c += 1) weights[at * width + c] = table.weights[id * width + c]!;
  }
  return { ...table, names, times, weights, vocabulary: restoreVocabulary(names, times, table.texts) };
}

/** Outputs whose sums are kept in registers together; the loop over them is written out. */
const FIVE = 5;

/** Score of each output for one vector. */
export function scoresOf(vector: SparseVector, { weights, bias, unit }: WeightTable): Float64Array {
  const width = bias.length;
  const scores = new Float64Array(width);
  let first = 0;
  for (; first + FIVE <= width; first += FIVE) sumFive(vector, weights, width, first, scores);
  for (; first < width; first += 1) scores[first] = sumOne(vector, weights, width, first);
  for (let c = 0; c < width; c += 1) scores[c] = (scores[c]! + bias[c]!) * unit;
  return scores;
}

/** Score of one output for one vector. */
export function scoreOf(vector: SparseVector, { weights, bias, unit }: WeightTable, output: number): number {
  return (sumOne(vector, weights, bias.length, output) + bias[output]!) * unit;
}

function sumFive(
  { size, ids, values }: SparseVector,
  weights: Int8Array,
  width: number,
  first: number,
  sums: Float64Array,
): void {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let e = 0;
  for (let at = 0; at < size; at += 1) {
    const base = ids[at]! * width + first;
    const value = values[at]!;
    a += value * weights[base]!;
    b += value * weights[base + 1]!;
    c += value * weights[base + 2]!;
    d += value * weights[base + 3]!;
    e += value * weights[base + 4]!;
  }
  sums[first] = a;
  sums[first + 1] = b;
  sums[first + 2] = c;
  sums[first + 3] = d;
  sums[first + 4] = e;
}

function sumOne(
  { size, ids, values }: SparseVector,
  weights: Int8Array,
  width: number,
  output: number,
): number {
  let sum = 0;
  for (let at = 0; at < size; at += 1) sum += values[at]! * weights[ids[at]! * width + output]!;
  return sum;
}
