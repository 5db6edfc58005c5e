import { addClauseFeatures } from './clause-features.ts';
import { addItemFeatures } from './features.ts';
import type { ReadItem } from './read-item.ts';
import { CELL_BLOCKS, EVIDENCE_BLOCKS, FIELD_BLOCKS } from './training-settings.ts';
import { createVectorBuilder } from './vector-builder.ts';
import { BLOCKS, type SparseRows, type SparseVector, type Vocabulary } from './vectors.ts';

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

/** The parts of the vectors `kept` that the fields use, rescaled; `rows` numbers the features that stay (-1: none). */
export function fieldVectors(
  vectors: SparseRows,
  kept: readonly number[],
  factors: Float64Array,
  rows: Int32Array,
): SparseRows {
  const starts = new Uint32Array(kept.length + 1);
  const most = kept.reduce((sum, row) => sum + vectors.starts[row + 1]! - vectors.starts[row]!, 0);
  const ids = new Uint32Array(most);
  const values = new Float64Array(most);
  let to = 0;
  for (const [at, vector] of kept.entries()) {
    for (let from = vectors.starts[vector]!; from < vectors.starts[vector + 1]!; from += 1) {
      const id = vectors.ids[from]!;
      const row = rows[id]!;
      if (row === -1) continue;
      ids[to] = row;
      values[to] = vectors.values[from]! * factors[id]!;
      to += 1;
    }
    starts[at + 1] = to;
  }
  return { starts, ids: ids.subarray(0, to), values: values.subarray(0, to) };
}
