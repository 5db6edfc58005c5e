import { findRedactions } from './find-redactions.ts';
import { type Page, type PageMethod, unreadPage } from './page.ts';
import { measureInk } from './page-drawing.ts';
import { pageText } from './page-text.ts';
import type { PdfDocument, RawPage } from './pdf-engine.ts';

/** An image over this share of the page is the page itself: a scan. */
const FULL_PAGE_IMAGE = 0.5;
/** Fewer characters than this between the margins of a scan are a stamp or a footer, not its text. */
const STAMP_CHARS = 40;
/** Share of the page's height at its head and foot where stamps and footers stand. */
const MARGIN = 0.08;

function countInk(text: string): number {
  return text.replace(/\s/g, '').length;
}

/** Characters that stand neither in the head nor in the foot margin. */
function bodyChars(page: Omit<Page, 'method'>): number {
  return page.runs
    .filter((run) => run.y1 > MARGIN * page.height && run.y0 < (1 - MARGIN) * page.height)
    .reduce((sum, run) => sum + countInk(page.text.slice(run.start, run.end)), 0);
}

async function pageMethod(doc: PdfDocument, page: Omit<Page, 'method'>): Promise<PageMethod> {
  // Listing what is drawn costs more than reading the text: only where the text alone does not decide.
  if (bodyChars(page) >= STAMP_CHARS) return 'text';
  const ink = measureInk(await doc.readDrawing(page.page), page.width * page.height);
  if (page.chars === 0) return ink.anything ? 'unread' : 'blank';
  return ink.largestImage >= FULL_PAGE_IMAGE ? 'unread' : 'text';
}

/** Control characters come from fonts without a usable encoding; they break lines and databases and carry no text. */
const CONTROLS = /[^\t\n\r\u007f-\u009f\P{Cc}]/gu;

function cleanRuns(raw: RawPage): RawPage {
  return { ...raw, runs: raw.runs.map((run) => ({ ...run, str: run.str.replace(CONTROLS, ' ') })) };
}

/** Reads one page. Throws where the engine cannot read it. `bates` is learned later, over all pages. */
export async function readPdfPage(doc: PdfDocument, fileId: string, number: number): Promise<Page> {
  const raw = cleanRuns(await doc.readPage(number));
  const { text, runs } = pageText(raw);
  const page: Omit<Page, 'method'> = {
    ...unreadPage(fileId, number),
    width: raw.width,
    height: raw.height,
    text,
    chars: countInk(text),
    runs,
    redactions: findRedactions(text).length,
  };
  const method = await pageMethod(doc, page);
  await doc.releasePage(number);
  return { ...page, method };
}
