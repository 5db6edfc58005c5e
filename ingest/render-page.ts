import { readFile } from 'node:fs/promises';
import type { PDFiumDocument } from '@hyzyla/pdfium';
import type { Box } from './box.ts';
import { detectFormat } from './detect-format.ts';
import { loadUnlocked } from './load-unlocked.ts';
import { callsOf, type PdfiumFile, wrapFile } from './pdfium-engine.ts';
import { readPainted } from './pdfium-painted.ts';
import { renderImagePages } from './render-image.ts';

export interface RenderSettings {
  /** Dots per inch of the image. */
  dpi: number;
  /** WebP quality, 0 to 100. */
  quality: number;
  /** Boxes that are painted black on a page, by its number: what stands under them must not be seen. */
  covers?: Record<number, Box[]>;
  /** Tried in turn where the file is locked. */
  passwords?: string[];
  /** Told the number of each page before it is drawn. */
  atPage?: (page: number) => void;
}

export interface PageImage {
  /** From 1. */
  page: number;
  bytes: Uint8Array;
  media_type: 'image/webp';
  /** Pixels. */
  width: number;
  height: number;
  /** Pictures on the page: photographs, logos, a scan. What they show is in no text. */
  pictures: number;
}

const POINTS_PER_INCH = 72;
/** A poster or a crafted page size would take gigabytes of pixels; such a page is drawn smaller. */
const MAX_PIXELS = 10_000_000;

function scaleFor(width: number, height: number, dpi: number): number {
  const scale = dpi / POINTS_PER_INCH;
  const pixels = width * height * scale * scale;
  return pixels > MAX_PIXELS ? scale * Math.sqrt(MAX_PIXELS / pixels) : scale;
}

/** Pictures on a page, those inside of forms among them. */
function countPictures(file: PdfiumFile, number: number): number {
  return file.withPage(number, (page) => readPainted(page).filter(({ kind }) => kind === 'image').length);
}

async function drawPage(
  doc: PDFiumDocument,
  file: PdfiumFile,
  number: number,
  settings: RenderSettings,
): Promise<PageImage> {
  const page = doc.getPage(number - 1);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = scaleFor(originalWidth, originalHeight, settings.dpi);
  const pictures = countPictures(file, number);
  const { data, width, height } = await page.render({ scale, render: 'bitmap', renderFormFields: false });
  const { createCanvas, ImageData } = await import('@napi-rs/canvas');
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0);
  context.fillStyle = '#000';
  // Whole pixels and one more on each side: a letter's edge must not look out.
  for (const { x0, y0, x1, y1 } of settings.covers?.[number] ?? []) {
    const [left, top] = [Math.floor(x0 * scale) - 1, Math.floor(y0 * scale) - 1];
    context.fillRect(left, top, Math.ceil(x1 * scale) + 1 - left, Math.ceil(y1 * scale) + 1 - top);
  }
  const bytes = await canvas.encode('webp', settings.quality);
  return { page: number, bytes: new Uint8Array(bytes), media_type: 'image/webp', width, height, pictures };
}

/**
 * Draws pages of a PDF or an image, one at a time, opening the file once; it is closed when the caller stops or the last page
 * is drawn. A page that cannot be drawn is left out. Throws where the file is neither, or cannot be opened.
 */
export async function* renderPages(
  location: string,
  pages: number[],
  settings: RenderSettings,
): AsyncGenerator<PageImage> {
  const { kind, media_type } = await detectFormat(location);
  if (kind === 'image') return yield* renderImagePages(location, media_type, pages, settings);
  // Loaded with the first page that is drawn: importing the stage must not load an engine of some megabytes.
  const { PDFiumLibrary } = await import('@hyzyla/pdfium');
  const library = await PDFiumLibrary.init();
  try {
    const doc = await loadUnlocked(library, await readFile(location), settings.passwords ?? []);
    try {
      const count = doc.getPageCount();
      const file = wrapFile(doc, callsOf(library));
      for (const number of pages) {
        if (!Number.isInteger(number) || number < 1 || number > count) continue;
        settings.atPage?.(number);
        const image = await drawPage(doc, file, number, settings).catch(() => null);
        if (image) yield image;
      }
    } finally {
      doc.destroy();
    }
  } finally {
    library.destroy();
  }
}

/** Draws one page; null where it cannot be drawn. */
export async function renderPage(
  location: string,
  page: number,
  settings: RenderSettings,
): Promise<PageImage | null> {
  for await (const image of renderPages(location, [page], settings)) return image;
  return null;
}
