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
    if (standsForOneMessage(families.membersOf(family), pairs, copies, groups)) {
      for (const [a, b] of pairs) joinUnlessExcluded(copies, groups, a, b);
    }
  }
}

/** One dated message, or two that are alike but for a zone or a misread digit, and undated copies. */
function standsForOneMessage(
  members: readonly number[],
  pairs: readonly Pair[],
  copies: readonly Copy[],
  groups: Groups,
): boolean {
  const roots = [...new Set(members.map((member) => groups.rootOf(member)))];
  const dated = roots.filter((root) => groups.membersOf(root).some((at) => copies[at]!.moment?.wall != null));
  const [first, second, third] = dated;
  if (second === undefined) return true;
  if (third !== undefined) return false;
  return pairs.some(([a, b]) => {
    const [left, right] = [groups.rootOf(a), groups.rootOf(b)];
    return (left === first && right === second) || (left === second && right === first);
  });
}
