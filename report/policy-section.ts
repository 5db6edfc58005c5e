import type { ClaimCheck, Finding, FindingKind, NumberCheck, Policy, Rule } from '../policy/index.ts';

/** Rules and what came of them, as a report takes them in. */
export interface PolicyInput {
  policies: readonly Policy[];
  findings: readonly Finding[];
  /** True where somebody asked what the rules would have found when they were not in force. */
  counterfactual: boolean;
}

/** A finding with the contact's number in this report; null where the contact is not printed. */
export interface FindingEntry {
  number: number | null;
  finding: Finding;
}

/** The contacts of one rule with one finding. */
export interface FindingCell {
  finding: FindingKind;
  total: number;
  entries: FindingEntry[];
  /** Contacts that are counted and not listed. */
  left_out: number;
}

export interface RuleRow {
  rule: Rule;
  cells: FindingCell[];
  /** What the rule would have found where it was not in force; empty unless it was asked for. */
  counterfactual: FindingCell[];
}

/** The section "Policy". */
export interface PolicySection {
  policies: readonly Policy[];
  rows: RuleRow[];
  /** Rules whose words were not read: nothing is tested against them. */
  unverified: Rule[];
  counterfactual: boolean;
}

/** A number of a claim with the contacts that its rows stand for, by their numbers in this report. */
export interface NumberView {
  number: NumberCheck;
  contacts: number[];
  /** Exchanges behind it that this report does not print as contacts. */
  left_out: number;
}

export interface ClaimView {
  check: ClaimCheck;
  numbers: NumberView[];
}

/** The section "Claims": the sides in the order in which they first speak. */
export interface ClaimSection {
  sides: { side: string; claims: ClaimView[] }[];
}
