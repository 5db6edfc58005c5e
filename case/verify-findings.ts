import { assess } from '../policy/index.ts';
import type { CaseData } from './case-data.ts';
import type { Check } from './verify-records.ts';

function sameList(name: string, kept: readonly object[], made: readonly object[]): string[] {
  if (kept.length !== made.length) return [`${name}: ${kept.length} kept, ${made.length} made again`];
  return kept.flatMap((one, at) =>
    JSON.stringify(one) === JSON.stringify(made[at]) ? [] : [`${name} ${at + 1}: made otherwise now`],
  );
}

/** Every finding's words are where it says, and rules and claims applied again to the records give the same answers. */
export function checkFindings(data: CaseData): Check {
  const { findings, claim_checks, policy_sources, items, exchanges } = data;
  const faults: string[] = [];
  const bodies = new Map(items.map(({ item_id, body }) => [item_id, body]));
  const contacts = new Set(exchanges.map(({ contact_id }) => contact_id));
  for (const { rule_id, contact_id, quote, item_id, start, end } of findings) {
    const place = `${rule_id} on ${contact_id}`;
    if (!contacts.has(contact_id)) faults.push(`${place}: no such contact`);
    if (item_id === null || start === null || end === null) {
      if (quote !== '') faults.push(`${place}: a quote without its place`);
    } else if (quote === '' || bodies.get(item_id)?.slice(start, end) !== quote) {
      faults.push(`${place}: quote not found in ${item_id}`);
    }
  }
  if (policy_sources !== null) {
    const again = assess(data, policy_sources);
    faults.push(...sameList('finding', findings, again.findings));
    faults.push(...sameList('claim', claim_checks, again.claim_checks));
  }
  return { name: 'policy', checked: findings.length + claim_checks.length, faults };
}
