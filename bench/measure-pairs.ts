/** Precision and recall over pairs: two things are a pair where they are in one group. */
export interface PairScore {
  right: number;
  /** Pairs that were joined and should not be. */
  wrong: number;
  missed: number;
  precision: number;
  recall: number;
  f1: number;
}

/** Compares two groupings of the same things (by name of the group); things missing from `found` stand alone. */
export function scorePairs(found: ReadonlyMap<string, string>, gold: ReadonlyMap<string, string>): PairScore {
  const both = new Map<string, number>();
  const inFound = new Map<string, number>();
  const inGold = new Map<string, number>();
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const [thing, goldGroup] of gold) {
    const foundGroup = found.get(thing) ?? `alone ${thing}`;
    count(both, `${foundGroup}\u0000${goldGroup}`);
    count(inFound, foundGroup);
    count(inGold, goldGroup);
  }
  const right = pairsIn(both);
  const wrong = pairsIn(inFound) - right;
  const missed = pairsIn(inGold) - right;
  const precision = right + wrong === 0 ? 1 : right / (right + wrong);
  const recall = right + missed === 0 ? 1 : right / (right + missed);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { right, wrong, missed, precision, recall, f1 };
}

function pairsIn(groups: ReadonlyMap<string, number>): number {
  return [...groups.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}

/** How many groups of `gold` are groups of `found` exactly, both cut to the things `gold` knows. */
export function countExact(found: ReadonlyMap<string, string>, gold: ReadonlyMap<string, string>): number {
  const members = (groups: ReadonlyMap<string, string>): string[] => {
    const lists = new Map<string, string[]>();
    for (const thing of gold.keys()) {
      const group = groups.get(thing) ?? `alone ${thing}`;
      lists.set(group, [...(lists.get(group) ?? []), thing]);
    }
    return [...lists.values()].map((list) => list.sort().join(' '));
  };
  const known = new Set(members(found));
  return members(gold).filter((list) => known.has(list)).length;
}

export function describePairs(score: PairScore): string {
  const share = (value: number) => value.toFixed(4);
  return `precision ${share(score.precision)}  recall ${share(score.recall)}  F1 ${share(score.f1)}  (right ${score.right}, wrong ${score.wrong}, missed ${score.missed})`;
}
