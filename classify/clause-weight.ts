import { CELLS } from './answers.ts';
import { VERDICTS } from './coding.ts';
import type { PreparedTable } from './prepare-model.ts';
import { NUMBER, type Vocabulary } from './vectors.ts';

/**
 * How far each feature of a clause moves an item towards a verdict: weight of the verdict's cells less that of the others,
 * by idf, before the item's length is taken into account. One list a verdict, in the order of VERDICTS, by the feature's
 * number among those of clauses; only words and cues have a part in both.
 */
export function clauseWeights(clauses: Vocabulary, cells: PreparedTable): Float64Array[] {
  const { names, idf } = cells.vocabulary;
  const width = CELLS.length;
  const shared = new Set([NUMBER.word, NUMBER.cue]);
  const known = new Map(names.map((name, id) => [name, id]));
  const rows = Int32Array.from(clauses.names, (name, clause) =>
    shared.has(clauses.blockOf[clause]!) ? (known.get(name) ?? -1) : -1,
  );
  return VERDICTS.map((verdict) => {
    const own = CELLS.map((entry) => entry.verdict === verdict);
    const inside = own.filter(Boolean).length;
    const share = own.map((mine) => (mine ? cells.unit / inside : -cells.unit / (width - inside)));
    return Float64Array.from(rows, (id) => {
      if (id === -1) return 0;
      let difference = 0;
      for (let c = 0; c < width; c += 1) difference += share[c]! * cells.weights[id * width + c]!;
      return (difference * idf[id]!) / 100;
    });
  });
}
