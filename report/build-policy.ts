import { type ClaimCheck, FINDINGS, type Finding, type FindingKind } from '../policy/index.ts';
import type { Contact } from './audit.ts';
import type {
  ClaimSection,
  ClaimView,
  FindingCell,
  FindingEntry,
  PolicyInput,
  PolicySection,
} from './policy-section.ts';

/** Contacts that are listed under one rule and finding; the rest is counted and stands in findings.csv. */
const MOST_LISTED = 200;

type NumberOf = (exchangeId: string) => number | null;

function numbersOf(contacts: readonly Contact[]): NumberOf {
  const numbers = new Map(contacts.map(({ number, exchange }) => [exchange.exchange_id, number]));
  return (exchangeId) => numbers.get(exchangeId) ?? null;
}

/** In the report's order of contacts, those that it does not print last. */
function compareEntries(a: FindingEntry, b: FindingEntry): number {
  const [left, right] = [a.number ?? Number.MAX_SAFE_INTEGER, b.number ?? Number.MAX_SAFE_INTEGER];
  if (left !== right) return left - right;
  return a.finding.exchange_id < b.finding.exchange_id ? -1 : 1;
}

function cellsOf(
  findings: readonly Finding[],
  kindOf: (finding: Finding) => FindingKind | null,
  numberOf: NumberOf,
): FindingCell[] {
  return FINDINGS.map((kind) => {
    const entries = findings
      .filter((finding) => kindOf(finding) === kind)
      .map((finding) => ({ number: numberOf(finding.exchange_id), finding }))
      .sort(compareEntries);
    return {
      finding: kind,
      total: entries.length,
      entries: entries.slice(0, MOST_LISTED),
      left_out: Math.max(0, entries.length - MOST_LISTED),
    };
  });
}

/** Rules by finding, each with its contacts. */
export function buildPolicy(
  { policies, findings, counterfactual }: PolicyInput,
  contacts: readonly Contact[],
): PolicySection {
  const numberOf = numbersOf(contacts);
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) {
    const list = byRule.get(finding.rule_id);
    if (list === undefined) byRule.set(finding.rule_id, [finding]);
    else list.push(finding);
  }
  const rules = policies.flatMap((policy) => policy.rules);
  return {
    policies,
    counterfactual,
    unverified: rules.filter(({ verification }) => verification === 'unverified'),
    rows: rules
      .filter(({ verification }) => verification === 'seen')
      .map((rule) => {
        const own = byRule.get(rule.id) ?? [];
        return {
          rule,
          cells: cellsOf(own, ({ finding }) => finding, numberOf),
          counterfactual: counterfactual
            ? cellsOf(own, (one) => one.counterfactual, numberOf).filter(({ total }) => total > 0)
            : [],
        };
      }),
  };
}

function viewOf(check: ClaimCheck, numberOf: NumberOf): ClaimView {
  return {
    check,
    numbers: check.numbers.map((number) => {
      const found = number.exchange_ids.map(numberOf);
      const contacts = found.filter((one) => one !== null).sort((a, b) => a - b);
      return { number, contacts, left_out: found.length - contacts.length };
    }),
  };
}

/** The claims of each side, in the order of their file. */
export function buildClaims(checks: readonly ClaimCheck[], contacts: readonly Contact[]): ClaimSection {
  const numberOf = numbersOf(contacts);
  const sides = [...new Set(checks.map(({ side }) => side))];
  return {
    sides: sides.map((side) => ({
      side,
      claims: checks.filter((check) => check.side === side).map((check) => viewOf(check, numberOf)),
    })),
  };
}
