import { shareInside, toMatrix } from './box.ts';
import { type OpenPdf, readRawPage } from './open-pdf.ts';
import { type Page, type PageMethod, type RedactionBox, unreadPage } from './page.ts';
import { measureInk, type PageInk } from './page-drawing.ts';
import { pageText } from './page-text.ts';
import type { RawPage } from './pdf-engine.ts';
import { drawGrey } from './pdfium-pixels.ts';
import { imageShare, lookAtPage } from './redaction-look.ts';
import { type ClearedPage, clearPage } from './redaction-page.ts';
import { findBlackBoxes } from './redaction-scan.ts';
import { summariseRedactions } from './redaction-summary.ts';

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
    .reduce((sum, run) => sum + countInk(page.text.slice(run.start, run.end).replaceAll('█', '')), 0);
}

function lookAt({ fium }: OpenPdf, number: number, raw: RawPage) {
  const { width, height } = raw;
  return fium?.withPage(number, (page) => {
    const look = lookAtPage(page, { width, height, viewport: toMatrix(raw.viewport) });
    return { look, image: imageShare(look) };
  });
}

async function inkOf(pdf: OpenPdf, raw: RawPage, number: number): Promise<PageInk> {
  if (pdf.js) return measureInk(await pdf.js.readDrawing(number), raw.width * raw.height);
  const seen = lookAt(pdf, number, raw);
  return { largestImage: seen?.image ?? 0, anything: (seen?.look.painted.length ?? 0) > 0 };
}

async function pageMethod(pdf: OpenPdf, raw: RawPage, page: Omit<Page, 'method'>): Promise<PageMethod> {
  // Listing what is drawn costs more than reading the text: only where the text alone does not decide.
  if (bodyChars(page) >= STAMP_CHARS) return 'text';
  const ink = await inkOf(pdf, raw, page.page);
  // Marks stand for boxes of the drawing: a page of nothing else has ink that nobody has read.
  if (countInk(page.text.replaceAll('█', '')) === 0) return ink.anything ? 'unread' : 'blank';
  return ink.largestImage >= FULL_PAGE_IMAGE ? 'unread' : 'text';
}

/** Control characters come from fonts without a usable encoding; they break lines and databases and carry no text. */
const CONTROLS = /[^\t\n\r\u007f-\u009f\P{Cc}]/gu;

function cleanRuns(raw: RawPage): RawPage {
  return { ...raw, runs: raw.runs.map((run) => ({ ...run, str: run.str.replace(CONTROLS, ' ') })) };
}

/** Boxes at this resolution are exact to half a point. */
const SCAN_DPI = 72;

/** Black boxes in the image of a page that nobody has read yet. */
function scannedBoxes({ fium }: OpenPdf, number: number, { width, height }: RawPage): RedactionBox[] {
  return fium?.withPage(number, (page) => findBlackBoxes(drawGrey(page, SCAN_DPI), width, height)) ?? [];
}

/** One page, and whether its drawing could be searched for what its redactions were to hide. */
export interface PageRead {
  page: Page;
  searched: boolean;
}

function clear(raw: RawPage, number: number, { fium }: OpenPdf): ClearedPage | null {
  try {
    return fium ? clearPage(raw, number, fium) : null;
  } catch {
    return null;
  }
}

/** Reads one page. Throws where no engine can read it. `bates` is learned later, over all pages. */
export async function readPdfPage(pdf: OpenPdf, fileId: string, number: number): Promise<PageRead> {
  const { raw, engine } = await readRawPage(pdf, number);
  const seen = cleanRuns(raw);
  const cleared = clear(seen, number, pdf);
  const { text, runs } = pageText(cleared?.raw ?? seen);
  const { width, height } = raw;
  const page: Omit<Page, 'method'> = {
    ...unreadPage(fileId, number),
    width,
    height,
    text,
    chars: countInk(text),
    runs,
    engine,
    failed_redaction: cleared?.failed ?? false,
  };
  const method = await pageMethod(pdf, raw, page);
  await pdf.js?.releasePage(number);
  const drawn = cleared?.boxes ?? [];
  const scanned = (method === 'unread' ? scannedBoxes(pdf, number, raw) : []).filter(
    (box) => !drawn.some((other) => shareInside(box, other) > 0.5),
  );
  if (method === 'unread' && countInk(text.replaceAll('█', '')) === 0)
    Object.assign(page, { text: '', runs: [], chars: 0 });
  const summary = summariseRedactions(page, [...drawn, ...scanned]);
  return { page: { ...page, ...summary, method }, searched: cleared !== null };
}
