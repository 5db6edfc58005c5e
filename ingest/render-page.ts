import { readFile } from 'node:fs/promises';
import type { PDFiumDocument } from '@hyzyla/pdfium';

export interface RenderSettings {
  /** Dots per inch of the image. */
  dpi: number;
  /** WebP quality, 0 to 100. */
  quality: number;
}

export interface PageImage {
  /** From 1. */
  page: number;
  bytes: Uint8Array;
  media_type: 'image/webp';
  /** Pixels. */
  width: number;
  height: number;
}

const POINTS_PER_INCH = 72;
/** A poster or a crafted page size would take gigabytes of pixels; such a page is drawn smaller. */
const MAX_PIXELS = 10_000_000;

function scaleFor(width: number, height: number, dpi: number): number {
  const scale = dpi / POINTS_PER_INCH;
  const pixels = width * height * scale * scale;
  return pixels > MAX_PIXELS ? scale * Math.sqrt(MAX_PIXELS / pixels) : scale;
}

async function drawPage(doc: PDFiumDocument, number: number, settings: RenderSettings): Promise<PageImage> {
  const page = doc.getPage(number - 1);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = scaleFor(originalWidth, originalHeight, settings.dpi);
  const { data, width, height } = await page.render({ scale, render: 'bitmap', renderFormFields: false });
  const { createCanvas, ImageData } = await import('@napi-rs/canvas');
  const canvas = createCanvas(width, height);
  canvas.getContext('2d').putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0);
  const bytes = await canvas.encode('webp', settings.quality);
  return { page: number, bytes: new Uint8Array(bytes), media_type: 'image/webp', width, height };
}

/**
 * Draws pages of a PDF, one at a time, opening the file once; it is closed when the caller stops or the last page is drawn.
 * A page that cannot be drawn is left out. Throws where the file is not a PDF that can be opened.
 */
export async function* renderPages(
  location: string,
  pages: number[],
  settings: RenderSettings,
): AsyncGenerator<PageImage> {
  // Loaded with the first page that is drawn: importing the stage must not load an engine of some megabytes.
  const { PDFiumLibrary } = await import('@hyzyla/pdfium');
  const library = await PDFiumLibrary.init();
  try {
    const doc = await library.loadDocument(await readFile(location));
    try {
      const count = doc.getPageCount();
      for (const number of pages) {
        if (!Number.isInteger(number) || number < 1 || number > count) continue;
        const image = await drawPage(doc, number, settings).catch(() => null);
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
