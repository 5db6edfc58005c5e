import { RunError } from '../case/index.ts';
import { forPublication, loadRenderers, MaskError, sweepPage } from '../report/index.ts';
import type { MaskedCase } from './mask-case.ts';
import { openWords } from './sweep-words.ts';

/**
 * The public edition as a page.
 *
 * @throws RunError where a private string of the mask would be read in it; it tells how many and of what kind.
 */
export async function renderPublic({ audit, mask }: MaskedCase): Promise<string> {
  const { renderHtml } = await loadRenderers();
  const report = forPublication(audit);
  const html = renderHtml(report, 'public');
  const open = await openWords(report);
  try {
    const sweep = sweepPage('report/public.html', mask, open);
    sweep.read(html);
    sweep.end();
  } catch (error) {
    if (error instanceof MaskError) {
      throw new RunError(`${error.message}: name them in a --mask file and write the report again`);
    }
    throw error;
  }
  return html;
}
