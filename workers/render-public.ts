import { RunError } from '../case/index.ts';
import {
  type AuditReport,
  type HiddenPhrases,
  loadHtmlRenderer,
  MaskError,
  type PageSweep,
  sweepPage,
} from '../report/index.ts';
import { openWords } from './sweep-words.ts';

/** The pieces of a page, each looked through before it is given on. */
function* swept(pieces: Iterable<string>, sweep: PageSweep): Generator<string> {
  try {
    for (const piece of pieces) {
      sweep.read(piece);
      yield piece;
    }
    sweep.end();
  } catch (error) {
    if (error instanceof MaskError) {
      throw new RunError(`${error.message}: name them in a --mask file and write the report again`);
    }
    throw error;
  }
}

/**
 * The public edition as a page, piece by piece, of a report for publication. Once the last piece is there and before the pieces end a RunError is thrown
 * where a private string of the mask would be read in the page; it tells how many and of what kind. Who writes it
 * must not show it before.
 */
export async function renderPublic(report: AuditReport, mask: HiddenPhrases): Promise<Iterable<string>> {
  const { htmlPieces } = await loadHtmlRenderer();
  return swept(htmlPieces(report, 'public'), sweepPage('report/public.html', mask, await openWords(report)));
}
