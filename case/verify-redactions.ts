import { redactedShare } from '../ingest/index.ts';
import type { CaseData } from './case-data.ts';
import type { Check } from './verify-records.ts';

/** Boxes are kept to a hundredth of a point and shares to a ten-thousandth. */
const ROUNDING = 0.0002;

/**
 * The share of a page that was taken out is that of its boxes, each box lies on its page, and a file is named with
 * `failed-redaction` where a page of it has one, and only there.
 */
export function checkRedactions({ files, pages }: CaseData): Check {
  const faults: string[] = [];
  const failed = new Set<string>();
  let checked = 0;
  for (const page of pages) {
    const { file_id, width, height, redaction_boxes, redacted_share, failed_redaction } = page;
    const place = `${file_id} page ${page.page}`;
    if (failed_redaction) failed.add(file_id);
    if (redaction_boxes.length > 0 || redacted_share > 0 || failed_redaction) checked += 1;
    for (const { x0, y0, x1, y1 } of redaction_boxes) {
      if (!(x0 < x1 && y0 < y1)) faults.push(`${place}: a box of no size`);
      else if (x1 < 0 || y1 < 0 || x0 > width || y0 > height) faults.push(`${place}: a box beside the page`);
    }
    const share = redactedShare(redaction_boxes, width, height);
    if (Math.abs(share - redacted_share) > ROUNDING)
      faults.push(`${place}: ${redacted_share} of it redacted, its boxes cover ${share}`);
    if (failed_redaction && redaction_boxes.length === 0)
      faults.push(`${place}: a failed redaction without a box`);
  }
  // A copy of a file has its id, and its issues stand at the first.
  const named = new Set(
    files
      .filter(({ issues }) => issues.some(({ code }) => code === 'failed-redaction'))
      .map(({ file_id }) => file_id),
  );
  for (const file_id of failed) {
    if (!named.has(file_id)) faults.push(`${file_id}: a failed redaction that is not named`);
  }
  for (const file_id of named) {
    if (!failed.has(file_id)) faults.push(`${file_id}: named with a failed redaction that no page has`);
  }
  return { name: 'redactions', checked, faults };
}
