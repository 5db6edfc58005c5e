import { RunError } from '../case/index.ts';
import {
  assertMasked,
  forPublication,
  MaskError,
  ownWords,
  renderHtml,
  wordsOfHtml,
} from '../report/index.ts';
import type { MaskedCase } from './mask-case.ts';

/** SHA-256 in hexadecimal: letters in it are nobody's name. */
const HASH = /\b[0-9a-f]{64}\b/g;

/**
 * The public edition as a page.
 *
 * @throws RunError where a private string of the mask would be read in it; it tells how many and of what kind.
 */
export function renderPublic({ audit, mask }: MaskedCase): string {
  const report = forPublication(audit);
  const html = renderHtml(report, 'public');
  try {
    // A Bates number is how a page is cited, and its letters are the release's own.
    const stamps = report.pages.flatMap(({ page }) => page.bates ?? []);
    assertMasked('report/public.html', wordsOfHtml(html).replace(HASH, ' '), mask, [
      wordsOfHtml(ownWords(report)),
      ...stamps,
    ]);
  } catch (error) {
    if (error instanceof MaskError) {
      throw new RunError(`${error.message}: name them in a --mask file and write the report again`);
    }
    throw error;
  }
  return html;
}
