import type { CaseData } from '../case/index.ts';
import {
  type AuditInput,
  type AuditReport,
  buildMask,
  DEFAULT_MASK_OPTIONS,
  type Mask,
  type MaskOptions,
  maskAudit,
  maskSourceOf,
} from '../report/index.ts';
import { loadKnowledge } from './knowledge.ts';
import { loadMaskKnowledge } from './mask-knowledge.ts';

export interface MaskedCase {
  mask: Mask;
  /** What every public output is made of. */
  audit: AuditReport;
}

/** Masks a case once for all of its public outputs, so that they name the same person alike. */
export function maskCase(
  data: CaseData,
  input: AuditInput,
  audit: AuditReport,
  options: MaskOptions = DEFAULT_MASK_OPTIONS,
): MaskedCase {
  const agencies = data.agencies === null ? null : { key: '', value: data.agencies };
  const knowledge = loadMaskKnowledge(loadKnowledge(agencies).agencies);
  const mask = buildMask(maskSourceOf(input), knowledge, options);
  return { mask, audit: maskAudit(audit, mask) };
}
