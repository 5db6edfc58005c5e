import type { CaseData } from '../case/index.ts';
import {
  type AuditInput,
  type AuditReport,
  buildMask,
  DEFAULT_MASK_OPTIONS,
  forPublication,
  type Mask,
  maskAudit,
  maskSourceOf,
} from '../report/index.ts';
import type { ArtifactStore } from '../store/index.ts';
import { loadLexicons } from './knowledge.ts';
import { drawMaskedImages } from './mask-images.ts';
import { loadMaskKnowledge } from './mask-knowledge.ts';

export interface MaskedCase {
  mask: Mask;
  /** What every public output is made of: what is published, masked. */
  audit: AuditReport;
}

/** Masks a case once for all of its public outputs, so that they name the same person alike. */
export async function maskCase(
  data: CaseData,
  input: AuditInput,
  audit: AuditReport,
  store: ArtifactStore,
): Promise<MaskedCase> {
  const agencies = data.agencies === null ? null : { key: '', value: data.agencies };
  const knowledge = loadMaskKnowledge(loadLexicons(agencies).agencies);
  const mask = buildMask(maskSourceOf(input), knowledge, data.masking ?? DEFAULT_MASK_OPTIONS);
  const images = await drawMaskedImages(data.page_images, data.pages, store, mask);
  return { mask, audit: maskAudit(forPublication(audit), mask, images) };
}
