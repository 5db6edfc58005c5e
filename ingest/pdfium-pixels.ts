import type { PdfiumPage } from './pdfium-engine.ts';

/** A page as it looks, in shades of grey from 0 (black) to 255, row by row from the upper left corner. */
export interface GreyPixels {
  data: Uint8Array;
  width: number;
  height: number;
}

const ANNOTATIONS = 0x01;
const GREYSCALE = 0x08;
const FORMAT_GREY = 1;
const WHITE = 0xff_ff_ff_ff;
const POINTS_PER_INCH = 72;
/** A crafted page size would take gigabytes of pixels. */
const MAX_PIXELS = 6_000_000;

/** Draws a page at `dpi`, coarser where it is very large; with its annotations unless they are left out. */
export function drawGrey({ calls, handle }: PdfiumPage, dpi: number, annotations = true): GreyPixels {
  const flags = annotations ? ANNOTATIONS | GREYSCALE : GREYSCALE;
  const [wide, high] = [calls._FPDF_GetPageWidthF(handle), calls._FPDF_GetPageHeightF(handle)];
  const scale = Math.min(dpi / POINTS_PER_INCH, Math.sqrt(MAX_PIXELS / Math.max(1, wide * high)));
  const width = Math.max(1, Math.round(wide * scale));
  const height = Math.max(1, Math.round(high * scale));
  const buffer = calls.wasmExports.malloc(width * height);
  if (buffer === 0) throw new Error('PDFium is out of memory.');
  try {
    const bitmap = calls._FPDFBitmap_CreateEx(width, height, FORMAT_GREY, buffer, width);
    if (bitmap === 0) throw new Error('PDFium cannot draw the page.');
    calls._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    calls._FPDF_RenderPageBitmap(bitmap, handle, 0, 0, width, height, 0, flags);
    calls._FPDFBitmap_Destroy(bitmap);
    return { data: calls.HEAPU8.slice(buffer, buffer + width * height), width, height };
  } finally {
    calls.wasmExports.free(buffer);
  }
}
