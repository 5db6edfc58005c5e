import { CELLS } from './answers.ts';
import { VERDICTS } from './coding.ts';
import type { PreparedTable } from './prepare-model.ts';
import { BLOCKS, type Vocabulary } from './vectors.ts';

/**
 * How far each feature of a clause moves an item towards a verdict: weight of the verdict's cells less that of the others,
 * by idf, before the item's length is taken into account. One list a verdict, in the order of VERDICTS, by the feature's
 * number among those of clauses; only words and cues have a part in both.
 */
export function clauseWeights(clauses: Vocabulary, cells: PreparedTable): Float64Array[] {
  const { ids, idf } = cells.vocabulary;
  const width = CELLS.length;
  return VERDICTS.map((verdict) => {
    const own = CELLS.map((entry) => entry.verdict === verdict);
    const inside = own.filter(Boolean).length;
    const share = own.map((mine) => (mine ? 1 / inside : -1 / (width - inside)));
    return Float64Array.from(clauses.names, (name, clause) => {
      const block = BLOCKS[clauses.blockOf[clause]!];
      const id =
        block === 'word' || block === 'cue' ? ids[block].get(name.slice(block.length + 1)) : undefined;
      if (id === undefined) return 0;
      let difference = 0;
      for (let c = 0; c < width; c += 1) difference += share[c]! * cells.weights[id * width + c]!;
      return difference * idf[id]!;
    });
  });
}
