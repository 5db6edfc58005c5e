import { readFile } from 'node:fs/promises';
import type { PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import type { GreyImage } from './grey-image.ts';
import { loadUnlocked } from './load-unlocked.ts';
import { paintRedactions } from './redaction-paint.ts';

/** Resolution at which pages are read: finer costs more and reads no better, see docs/ocr.md. */
export const OCR_DPI = 200;
/** A sheet of A3 at this resolution has 8 million pixels; a poster is drawn coarser. */
export const MAX_OCR_PIXELS = 16_000_000;
/** The engine keeps the memory of the largest file that it has held: after one of this size it is started anew. */
const LARGE_FILE = 64 * 1024 * 1024;

let engine: Promise<PDFiumLibrary> | null = null;

async function startEngine(): Promise<PDFiumLibrary> {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium');
  return PDFiumLibrary.init();
}

function dpiFor(width: number, height: number): number {
  const pixels = (width / 72) * OCR_DPI * (height / 72) * OCR_DPI;
  return pixels > MAX_OCR_PIXELS ? OCR_DPI * Math.sqrt(MAX_OCR_PIXELS / pixels) : OCR_DPI;
}

async function drawGrey(library: PDFiumLibrary, doc: PDFiumDocument, number: number): Promise<GreyImage> {
  const page = doc.getPage(number - 1);
  const size = page.getOriginalSize();
  const dpi = dpiFor(size.originalWidth, size.originalHeight);
  const { data, width, height } = await page.render({
    scale: dpi / 72,
    render: 'bitmap',
    colorSpace: 'Gray',
    renderFormFields: false,
  });
  const image = { width, height, data, dpi };
  paintRedactions(library, doc, number, image);
  return image;
}

/**
 * Draws a page (from 1) of a PDF in grey; null where there is no such page. Throws where the file cannot be opened, with
 * none of the passwords, or the page cannot be drawn.
 */
export async function renderGrey(
  location: string,
  number: number,
  passwords: string[] = [],
): Promise<GreyImage | null> {
  const bytes = await readFile(location);
  engine ??= startEngine();
  const library = await engine;
  try {
    const doc = await loadUnlocked(library, bytes, passwords);
    try {
      return number >= 1 && number <= doc.getPageCount() ? await drawGrey(library, doc, number) : null;
    } finally {
      doc.destroy();
    }
  } finally {
    if (bytes.length > LARGE_FILE) closeRenderer();
  }
}

/** Gives the engine's memory back; the next page starts it anew. */
export function closeRenderer(): void {
  const ended = engine;
  engine = null;
  ended?.then((library) => library.destroy()).catch(() => {});
}
