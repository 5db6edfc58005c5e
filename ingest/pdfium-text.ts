import type { Box } from './box.ts';
import type { PdfiumPage } from './pdfium-engine.ts';
import { withScratch } from './pdfium-memory.ts';

/** One character of a page's text layer, in user space. */
export interface PaintedChar {
  char: string;
  /** Around the ink of the glyph. */
  ink: Box;
  /** From the font's lowest to its highest point, as wide as the step to the next character. */
  cell: Box;
  /** Handle of the text object it was drawn with. */
  handle: number;
}

/** The characters of a page in the engine's order, without those that the engine adds (spaces between words). */
export function readChars({ calls, handle }: PdfiumPage): PaintedChar[] {
  const text = calls._FPDFText_LoadPage(handle);
  if (text === 0) return [];
  try {
    return withScratch(calls, (scratch) => {
      const chars: PaintedChar[] = [];
      const count = calls._FPDFText_CountChars(text);
      for (let index = 0; index < count; index += 1) {
        const code = calls._FPDFText_GetUnicode(text, index);
        if (code === 0 || calls._FPDFText_IsGenerated(text, index) === 1) continue;
        const { atDouble } = scratch;
        calls._FPDFText_GetCharBox(text, index, atDouble(0), atDouble(1), atDouble(2), atDouble(3));
        const [left = 0, right = 0, bottom = 0, top = 0] = scratch.doubles(4);
        const ink = { x0: left, y0: bottom, x1: right, y1: top };
        const found = calls._FPDFText_GetLooseCharBox(text, index, scratch.at(0)) !== 0;
        const [l = left, t = top, r = right, b = bottom] = found ? scratch.floats(4) : [];
        chars.push({
          char: code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code),
          ink,
          cell: { x0: Math.min(l, r), y0: Math.min(b, t), x1: Math.max(l, r), y1: Math.max(b, t) },
          handle: calls._FPDFText_GetTextObject(text, index),
        });
      }
      return chars;
    });
  } finally {
    calls._FPDFText_ClosePage(text);
  }
}
