import type { Judged } from './evaluate.ts';

/** Contrast pairs, and how many have both members right; a member whose pair is not there does not count. */
export function scorePairs(judged: readonly Judged[]): { count: number; right: number } {
  const pairs = new Map<string, boolean[]>();
  for (const { item, coding } of judged) {
    if (item.pair === null) continue;
    const key = `${item.group} ${item.pair}`;
    const members = pairs.get(key) ?? [];
    members.push(item.labels.verdict === coding.verdict);
    pairs.set(key, members);
  }
  const whole = [...pairs.values()].filter((members) => members.length > 1);
  return { count: whole.length, right: whole.filter((members) => members.every(Boolean)).length };
}
