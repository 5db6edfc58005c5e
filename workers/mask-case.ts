import type { CaseData } from '../case/index.ts';
import {
  type AuditInput,
  type AuditReport,
  beginMask,
  DEFAULT_MASK_OPTIONS,
  finishMask,
  type Marks,
  type Mask,
  type MaskKnowledge,
  maskAudit,
  maskSourceOf,
} from '../report/index.ts';
import type { ArtifactStore } from '../store/index.ts';
import { loadLexicons } from './knowledge.ts';
import { drawMaskedImages } from './mask-images.ts';
import { loadMaskKnowledge } from './mask-knowledge.ts';

export interface MaskedCase {
  mask: Mask;
  /** What every public output is made of. */
  audit: AuditReport;
}

/** What masking works with in a case. */
export function knowledgeOf({ agencies }: CaseData): MaskKnowledge {
  const own = agencies === null ? null : { key: '', value: agencies };
  return loadMaskKnowledge(loadLexicons(own).agencies);
}

/**
 * Masks a case once for all of its public outputs, so that they name the same person alike. `marks`: those of its texts, which
 * may be read elsewhere meanwhile; what is missing is read here.
 */
export async function maskCase(
  data: CaseData,
  input: AuditInput,
  audit: AuditReport,
  store: ArtifactStore,
  marks: Promise<readonly Marks[]> | [] = [],
): Promise<MaskedCase> {
  const begun = beginMask(maskSourceOf(input), knowledgeOf(data));
  const mask = finishMask(begun, data.masking ?? DEFAULT_MASK_OPTIONS, await marks);
  const images = await drawMaskedImages(data.page_images, data.pages, store, mask);
  return { mask, audit: maskAudit(audit, mask, images) };
}
