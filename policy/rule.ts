import type { Condition } from './condition.ts';
import type { Period } from './days.ts';

/** `prohibits`: the act breaks the rule. `needs-approval`: it does without the approval. `permits`: a contact cannot break it. */
export const RULE_KINDS = ['prohibits', 'needs-approval', 'permits'] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

/** `seen`: the clause was read in the cited source. `unverified`: it was not, and no finding is made from it. */
export const VERIFICATIONS = ['seen', 'unverified'] as const;
export type Verification = (typeof VERIFICATIONS)[number];

export interface Exception {
  name: string;
  when: Condition;
}

/** One clause of a policy as data: what it forbids or asks for, when, and what a record would have to show. */
export interface Rule {
  id: string;
  policy: string;
  policy_name: string;
  jurisdiction: string;
  /** Kinds of agency that it binds; empty for every local law enforcement agency. */
  binds: string[];
  effective: Period;
  /** As it is cited: `5 ILCS 805/15(a)`. */
  clause: string;
  text: string;
  /** True where `text` is the clause's own words; otherwise it is a paraphrase. */
  quoted: boolean;
  url: string;
  /** The day on which the source was read; null where nobody has. */
  checked: string | null;
  verification: Verification;
  kind: RuleKind;
  /** The act in plain words. */
  act: string;
  /** The act as a condition over the contact; null only on an unverified rule. */
  when: Condition | null;
  exceptions: Exception[];
  /** Who has to approve beforehand, and the condition that shows it; null where no approval is asked for. */
  approval: { by: string; shown: Condition } | null;
  /** What a record would have to show for the answer to be more than `cannot tell`. */
  record_would_show: string;
  note: string;
}

/** One file of the library, or of a city's own. */
export interface Policy {
  id: string;
  name: string;
  jurisdiction: string;
  note: string;
  rules: Rule[];
}
