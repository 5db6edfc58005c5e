import { joinUnlessExcluded } from './find-copies-join.ts';
import type { Copy } from './link-copy.ts';
import { Groups } from './link-groups.ts';

/** Positions of two items. */
export type Pair = [number, number];

/**
 * Joins items that are alike but for a missing, coarse or zone-shifted date, where the text occurs on one date only.
 * The notice that is sent every morning is alike with itself on every day: then nothing is joined.
 */
export function joinAlike(copies: readonly Copy[], groups: Groups, alike: readonly Pair[]): void {
  const families = new Groups(copies.length);
  for (const [a, b] of alike) families.join(groups.rootOf(a), groups.rootOf(b));
  const byFamily = new Map<number, Pair[]>();
  for (const pair of alike) {
    const family = families.rootOf(groups.rootOf(pair[0]));
    byFamily.set(family, [...(byFamily.get(family) ?? []), pair]);
  }
  for (const [family, pairs] of byFamily) {
    if (standsForOneMessage(families.membersOf(family), copies, groups)) {
      for (const [a, b] of pairs) joinUnlessExcluded(copies, groups, a, b);
    }
  }
}

/** One dated message and undated copies of it, or two that differ by a zone and nobody else. */
function standsForOneMessage(members: readonly number[], copies: readonly Copy[], groups: Groups): boolean {
  const roots = [...new Set(members.map((member) => groups.rootOf(member)))];
  const dated = roots.filter((root) => groups.membersOf(root).some((at) => copies[at]!.moment?.wall != null));
  return dated.length <= 1 || (dated.length === 2 && roots.length === 2);
}
