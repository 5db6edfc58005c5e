export const FINDINGS = ['apparent conflict', 'consistent', 'cannot tell', 'not in force'] as const;
export type FindingKind = (typeof FINDINGS)[number];

/** A rule applied to a contact on its date. One a contact and rule. */
export interface Finding {
  contact_id: string;
  rule_id: string;
  finding: FindingKind;
  /** What the record would have to show, a sentence each; empty unless the finding is `cannot tell`. */
  missing_fact: string;
  clause: string;
  /** Words of the record on which the finding rests, exactly as they stand; empty where the contact has none. */
  quote: string;
  /** Why, in one sentence. */
  reason: string;
  /**
   * What the finding would be had the rule been in force; only where it was not, and only where that was asked for. It
   * says nothing about what was allowed on the day.
   */
  counterfactual: FindingKind | null;
  policy_id: string;
  exchange_id: string;
  item_id: string | null;
  file_id: string | null;
  path: string | null;
  page: number | null;
  start: number | null;
  end: number | null;
  /** Who coded the contact: the finding is no surer than that. */
  coder: string;
}
