import { addClauseFeatures } from './clause-features.ts';
import { addItemFeatures } from './features.ts';
import type { ReadItem } from './read-item.ts';
import { CELL_BLOCKS, EVIDENCE_BLOCKS, FIELD_BLOCKS } from './training-settings.ts';
import { createVectorBuilder } from './vector-builder.ts';
import { BLOCKS, type SparseVector, type Vocabulary } from './vectors.ts';

/** Vectors of items, in the blocks of the cells. */
export function itemVectorizer(vocabulary: Vocabulary): (item: ReadItem) => SparseVector {
  const builder = createVectorBuilder(vocabulary, CELL_BLOCKS);
  return (item) => {
    addItemFeatures(item, builder);
    return builder.take();
  };
}

/** Vectors of clauses for finding evidence. */
export function clauseVectorizer(vocabulary: Vocabulary): (item: ReadItem, at: number) => SparseVector {
  const builder = createVectorBuilder(vocabulary, EVIDENCE_BLOCKS);
  return (item, at) => {
    addClauseFeatures(item, at, builder);
    return builder.take();
  };
}

/**
 * By feature of the item vocabulary, the factor that turns a value there into one for the fields; 0 where the fields do
 * not use the feature's block.
 */
export function fieldFactors({ blockOf }: Vocabulary): Float64Array {
  const byBlock = BLOCKS.map((block) => {
    const own = FIELD_BLOCKS[block];
    const given = CELL_BLOCKS[block];
    return own === undefined || given === undefined ? 0 : Math.sqrt(own / given);
  });
  return Float64Array.from(blockOf, (block) => byBlock[block]!);
}

/** The part of an item's vector that the fields use, rescaled; `rows` numbers the features that are kept (-1: none). */
export function fieldVector(vector: SparseVector, factors: Float64Array, rows: Int32Array): SparseVector {
  const ids = new Uint32Array(vector.ids.length);
  const values = new Float64Array(vector.ids.length);
  let kept = 0;
  for (let at = 0; at < vector.ids.length; at += 1) {
    const id = vector.ids[at]!;
    const row = rows[id]!;
    if (row === -1) continue;
    ids[kept] = row;
    values[kept] = vector.values[at]! * factors[id]!;
    kept += 1;
  }
  return { ids: ids.subarray(0, kept), values: values.subarray(0, kept) };
}
