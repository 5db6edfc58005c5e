import { CELLS } from './answers.ts';
import type { Verdict } from './coding.ts';
import type { PreparedTable } from './prepare-model.ts';
import type { ReadClause } from './read-item.ts';

/**
 * How far the words and cues of a clause move an item towards a verdict: weight of the verdict's cells less that of the
 * others, by idf, before the item's length is taken into account.
 */
export function clauseWeight(clause: ReadClause, verdict: Verdict, cells: PreparedTable): number {
  const { ids, idf } = cells.vocabulary;
  const width = CELLS.length;
  const own = CELLS.map((entry) => entry.verdict === verdict);
  const inside = own.filter(Boolean).length;
  const share = own.map((mine) => (mine ? 1 / inside : -1 / (width - inside)));
  let weight = 0;
  const add = (id: number | undefined): void => {
    if (id === undefined) return;
    let difference = 0;
    for (let c = 0; c < width; c += 1) difference += share[c]! * cells.weights[id * width + c]!;
    weight += difference * idf[id]!;
  };
  for (const word of clause.words) add(ids.word.get(word));
  for (const pair of clause.pairs) add(ids.word.get(pair));
  for (const name of clause.cueNames) add(ids.cue.get(name));
  for (const pair of clause.cuePairs) add(ids.cue.get(pair));
  return weight;
}
