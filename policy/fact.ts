import type { Condition } from './condition.ts';

/** Whose words a pattern is looked for in. */
export const SPEAKERS = ['police', 'authority', 'anyone'] as const;
export type Speaker = (typeof SPEAKERS)[number];

export interface Cue {
  by: Speaker;
  pattern: RegExp;
}

/**
 * Something that a record may or may not show and that a rule turns on. It is known where words say so or where the
 * codes leave no other way; silence is never an answer.
 */
export interface Fact {
  name: string;
  meaning: string;
  /** The sentence for a finding that lacks it. */
  missing: string;
  yes: Cue[];
  no: Cue[];
  yes_when: Condition | null;
  no_when: Condition | null;
}

/** How a local agency's kind is known: by words of a participant's name and role, or by a label of the mail domain. */
export interface AgencyKind {
  kind: string;
  words: RegExp;
  domains: RegExp;
}

/** `policy/facts.yaml` as read. */
export interface FactBook {
  facts: Fact[];
  agency_kinds: AgencyKind[];
}
