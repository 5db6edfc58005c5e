import type { Box } from './box.ts';
import type { PdfiumPage } from './pdfium-engine.ts';
import { withScratch } from './pdfium-memory.ts';

/** An annotation that may hide what is under it, in user space. */
export interface CoverNote {
  /** `redact`: marks what is to be taken out, which nobody has done yet; `drawn`: a shape, a stamp or a text box. */
  kind: 'redact' | 'drawn';
  box: Box;
}

const REDACT = 28;
/** Free text, line, square, circle, polygon, polyline, highlight, stamp, ink (numbers of `FPDF_ANNOT_…`). */
const DRAWN = new Set([3, 4, 5, 6, 7, 8, 9, 13, 15]);
/** Hidden, or not shown on screen (ISO 32000, table 165). */
const UNSEEN = 0b10_0010;

/** Redaction annotations, and those that draw over the page. */
export function readCoverNotes({ calls, handle }: PdfiumPage): CoverNote[] {
  return withScratch(calls, (scratch) => {
    const notes: CoverNote[] = [];
    const count = calls._FPDFPage_GetAnnotCount(handle);
    for (let index = 0; index < count; index += 1) {
      const annot = calls._FPDFPage_GetAnnot(handle, index);
      if (annot === 0) continue;
      const subtype = calls._FPDFAnnot_GetSubtype(annot);
      const unseen = (calls._FPDFAnnot_GetFlags(annot) & UNSEEN) !== 0;
      if (calls._FPDFAnnot_GetRect(annot, scratch.at(0)) !== 0) {
        // FS_RECTF: left, top, right, bottom.
        const [l = 0, t = 0, r = 0, b = 0] = scratch.floats(4);
        const box = { x0: Math.min(l, r), y0: Math.min(t, b), x1: Math.max(l, r), y1: Math.max(t, b) };
        if (subtype === REDACT) notes.push({ kind: 'redact', box });
        else if (DRAWN.has(subtype) && !unseen) notes.push({ kind: 'drawn', box });
      }
      calls._FPDFPage_CloseAnnot(annot);
    }
    return notes;
  });
}
