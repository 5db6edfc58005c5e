import type { AuditReport, PageImage } from './audit.ts';
import type { Mask } from './mask.ts';
import { maskRecord } from './mask-record.ts';

/**
 * The audit for the public edition: every word of a record masked, every number as it was. Of page images only `images` are
 * shown, which the caller has drawn with the boxes of `maskBoxes`; a page without one shows none.
 */
export function maskAudit(audit: AuditReport, mask: Mask, images: readonly PageImage[] = []): AuditReport {
  const drawn = new Map(images.map((image) => [`${image.file_id} ${image.page}`, image]));
  const masked = maskRecord(audit, mask);
  return {
    ...masked,
    pages: masked.pages.map((entry) => ({
      ...entry,
      image: drawn.get(`${entry.page.file_id} ${entry.page.page}`) ?? null,
    })),
  };
}
