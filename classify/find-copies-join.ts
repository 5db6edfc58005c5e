import { excludeEachOther } from './find-copies-compare.ts';
import type { Copy } from './link-copy.ts';
import type { Groups } from './link-groups.ts';

/** Members of a group that a joining item is checked against for contradictions. */
const MOST_CHECKED = 64;

/** Joins two groups where no two of their members contradict each other; tells whether they are one now. */
export function joinUnlessExcluded(copies: readonly Copy[], groups: Groups, a: number, b: number): boolean {
  const left = groups.membersOf(a).slice(0, MOST_CHECKED);
  const right = groups.membersOf(b).slice(0, MOST_CHECKED);
  if (left.some((x) => right.some((y) => excludeEachOther(copies[x]!, copies[y]!)))) return false;
  groups.join(a, b);
  return true;
}
