import type { CaseData } from '../case/index.ts';
import { assess } from '../policy/index.ts';

/** The case with its findings and claim checks made anew from its rules and claims: after a run, and after people decide. */
export function assessCase(data: CaseData): CaseData {
  return data.policy_sources === null ? data : { ...data, ...assess(data, data.policy_sources) };
}
