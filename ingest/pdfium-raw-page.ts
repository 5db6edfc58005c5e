import { type Matrix, multiply } from './box.ts';
import type { RawPage, RawRun } from './pdf-engine.ts';
import type { PdfiumCalls, PdfiumPage } from './pdfium-engine.ts';
import { type Scratch, withScratch } from './pdfium-memory.ts';

/** Longest name of a font that is looked at, in bytes. */
const FONT_NAME = 128;

/** Size of a page and the map from user space to it: its box moved to the origin, turned, y downwards. */
export function sheetOf({ calls, handle }: PdfiumPage, scratch: Scratch): Omit<RawPage, 'runs'> {
  const width = calls._FPDF_GetPageWidthF(handle);
  const height = calls._FPDF_GetPageHeightF(handle);
  const found = calls._FPDF_GetPageBoundingBox(handle, scratch.at(0)) !== 0;
  // FS_RECTF: left, top, right, bottom.
  const [left = 0, top = height, right = width, bottom = 0] = found ? scratch.floats(4) : [];
  const turns: Matrix[] = [
    [1, 0, 0, -1, -left, top],
    [0, 1, 1, 0, -bottom, -left],
    [-1, 0, 0, 1, right, -bottom],
    [0, -1, -1, 0, top, right],
  ];
  const viewport = turns[calls._FPDFPage_GetRotation(handle) & 3] ?? [1, 0, 0, -1, -left, top];
  return { width, height, viewport };
}

interface Glyph {
  char: string;
  x: number;
  y: number;
  /** Right end of its cell along x and y, whichever way the text runs. */
  endX: number;
  endY: number;
  size: number;
  object: number;
  generated: boolean;
}

function readGlyph(calls: PdfiumCalls, text: number, index: number, scratch: Scratch): Glyph {
  const code = calls._FPDFText_GetUnicode(text, index);
  calls._FPDFText_GetCharOrigin(text, index, scratch.atDouble(0), scratch.atDouble(1));
  const [x = 0, y = 0] = scratch.doubles(2);
  const found = calls._FPDFText_GetLooseCharBox(text, index, scratch.at(0)) !== 0;
  const [left = x, top = y, right = x, bottom = y] = found ? scratch.floats(4) : [];
  return {
    char: code === 0 || code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code),
    x,
    y,
    endX: Math.abs(right - x) > Math.abs(left - x) ? right : left,
    endY: Math.abs(top - y) > Math.abs(bottom - y) ? top : bottom,
    size: calls._FPDFText_GetFontSize(text, index),
    object: calls._FPDFText_GetTextObject(text, index),
    generated: calls._FPDFText_IsGenerated(text, index) === 1,
  };
}

function fontName(calls: PdfiumCalls, text: number, index: number): string {
  const buffer = calls.wasmExports.malloc(FONT_NAME);
  if (buffer === 0) return '';
  try {
    const length = calls._FPDFText_GetFontInfo(text, index, buffer, FONT_NAME, 0);
    const bytes = calls.HEAPU8.slice(buffer, buffer + Math.max(0, Math.min(length, FONT_NAME) - 1));
    return Buffer.from(bytes).toString('latin1');
  } finally {
    calls.wasmExports.free(buffer);
  }
}

/** Direction of the text and height of its font: the text object's own matrix times the font size. */
function glyphMatrix(
  calls: PdfiumCalls,
  text: number,
  index: number,
  size: number,
  scratch: Scratch,
): Matrix {
  const found = calls._FPDFText_GetMatrix(text, index, scratch.at(0)) !== 0;
  const [a = 1, b = 0, c = 0, d = 1] = found ? scratch.floats(4) : [];
  return multiply([a, b, c, d, 0, 0], [size, 0, 0, size, 0, 0]);
}

/** The text layer of a page as PDFium reads it, a run for each stretch drawn at once, in the form of the other engine. */
export function readPdfiumPage(page: PdfiumPage): RawPage {
  const { calls, handle } = page;
  return withScratch(calls, (scratch) => {
    const sheet = sheetOf(page, scratch);
    const text = calls._FPDFText_LoadPage(handle);
    if (text === 0) throw new Error('PDFium cannot read the page.');
    try {
      const runs: RawRun[] = [];
      let last: Glyph | null = null;
      const count = calls._FPDFText_CountChars(text);
      for (let index = 0; index < count; index += 1) {
        const glyph = readGlyph(calls, text, index, scratch);
        const run = runs.at(-1);
        if (glyph.generated) {
          if (run && glyph.char.trim() === '') run.str += ' ';
          continue;
        }
        const [a, b, c, d] = glyphMatrix(calls, text, index, glyph.size, scratch);
        const length = Math.hypot(a, b) || 1;
        const reach = (from: { x: number; y: number }) =>
          Math.max(0, ((glyph.endX - from.x) * a + (glyph.endY - from.y) * b) / length);
        if (run && last && last.object === glyph.object && glyph.object !== 0) {
          run.str += glyph.char;
          const [, , , , x = 0, y = 0] = run.transform;
          run.width = reach({ x, y });
        } else {
          runs.push({
            str: glyph.char,
            transform: [a, b, c, d, glyph.x, glyph.y],
            width: reach(glyph),
            height: Math.hypot(c, d),
            fontName: fontName(calls, text, index),
          });
        }
        last = glyph;
      }
      return { ...sheet, runs: runs.map((run) => ({ ...run, str: run.str.trimEnd() })) };
    } finally {
      calls._FPDFText_ClosePage(text);
    }
  });
}
