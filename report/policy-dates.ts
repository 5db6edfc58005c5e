import type { AuditReport } from './audit.ts';

/** A day on which rules came into force, or ceased to be. */
export interface PolicyDate {
  date: string;
  event: 'from' | 'to';
  policy: string;
  clauses: string[];
  /** `A`, `B` … in order of date: marks the day in the plot. */
  letter: string;
  /** True where the day lies between the first and the last period of the timeline. */
  drawn: boolean;
}

/** `A` to `Z`, then `AA`, `AB` … */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

/** The days of the tested rules, by date, those of one policy on one day together. */
export function policyDates({ policy, timeline }: AuditReport): PolicyDate[] {
  const dates = new Map<string, PolicyDate>();
  const [first, last] = [timeline.bars[0]?.period, timeline.bars.at(-1)?.period];
  for (const { rule } of policy?.rows ?? []) {
    for (const event of ['from', 'to'] as const) {
      const date = rule.effective[event];
      if (date === null) continue;
      const key = JSON.stringify([date, event, rule.policy_name]);
      const known = dates.get(key);
      if (known !== undefined) {
        known.clauses.push(rule.clause);
        continue;
      }
      const period = date.slice(0, timeline.unit === 'month' ? 7 : 4);
      const drawn = first !== undefined && last !== undefined && period >= first && period <= last;
      dates.set(key, { date, event, policy: rule.policy_name, clauses: [rule.clause], letter: '', drawn });
    }
  }
  const sorted = [...dates.values()].sort(
    (a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) || (a.policy < b.policy ? -1 : 1),
  );
  return sorted.map((entry, i) => ({ ...entry, letter: letterOf(i) }));
}
