import type { PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import { type Box, mapBox, toMatrix } from './box.ts';
import { callsOf, wrapFile } from './pdfium-engine.ts';
import { withScratch } from './pdfium-memory.ts';
import { readCoverNotes } from './pdfium-notes.ts';
import type { GreyPixels } from './pdfium-pixels.ts';
import { sheetOf } from './pdfium-raw-page.ts';

const BLACK = 0;

function fill({ data, width, height }: GreyPixels, { x0, y0, x1, y1 }: Box): void {
  const [left, right] = [Math.max(0, Math.floor(x0)), Math.min(width, Math.ceil(x1))];
  for (let y = Math.max(0, Math.floor(y0)); y < Math.min(height, Math.ceil(y1)); y += 1) {
    if (right > left) data.fill(BLACK, y * width + left, y * width + right);
  }
}

/**
 * Paints the redaction annotations of a page (from 1) on its picture: nobody has applied them, so the picture shows what
 * they are to hide, and a recogniser would read it.
 */
export function paintRedactions(
  library: PDFiumLibrary,
  doc: PDFiumDocument,
  number: number,
  picture: GreyPixels,
): void {
  const calls = callsOf(library);
  wrapFile(doc, calls).withPage(number, (page) => {
    const marked = readCoverNotes(page).filter(({ kind }) => kind === 'redact');
    if (marked.length === 0) return;
    const { width, height, viewport } = withScratch(calls, (scratch) => sheetOf(page, scratch));
    const [across, down] = [picture.width / width, picture.height / height];
    for (const { box } of marked) {
      const { x0, y0, x1, y1 } = mapBox(toMatrix(viewport), box);
      fill(picture, { x0: x0 * across, x1: x1 * across, y0: y0 * down, y1: y1 * down });
    }
  });
}
