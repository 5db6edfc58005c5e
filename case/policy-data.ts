import type { ClaimCheck, Finding, PolicySources } from '../policy/index.ts';

/** The rules and claims of a case, and what came of them. */
export interface PolicyData {
  /** The texts themselves, so that findings can be made again when people have decided otherwise; null where none were given. */
  policy_sources: PolicySources | null;
  findings: Finding[];
  claim_checks: ClaimCheck[];
}

export const NO_POLICY: PolicyData = { policy_sources: null, findings: [], claim_checks: [] };
