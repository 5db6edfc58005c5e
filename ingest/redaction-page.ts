import { shareInside, toMatrix } from './box.ts';
import { codesOnBox } from './find-redactions.ts';
import type { RedactionBox } from './page.ts';
import type { RawPage } from './pdf-engine.ts';
import type { PdfiumFile } from './pdfium-engine.ts';
import { findCovered, tellsSomething } from './redaction-boxes.ts';
import { cutHidden } from './redaction-cut.ts';
import { lookAtPage, type PageLook } from './redaction-look.ts';
import { markRuns } from './redaction-marks.ts';
import { holdsInk } from './redaction-shade.ts';

/** A page as it may be shown: what lies under a redaction is gone, and a mark stands in its place. */
export interface ClearedPage {
  raw: RawPage;
  boxes: RedactionBox[];
  /** Text was found that was to be hidden. */
  failed: boolean;
}

/** Share of a box that has to lie on an image for the image to be what it covers. */
const ON_IMAGE = 0.6;

/**
 * A box or an annotation over a picture of words: no letter is in the file, and whoever takes the box away reads them. What
 * was burnt into the picture is one colour under the box as well.
 */
function coversPicture(look: PageLook, box: RedactionBox): boolean {
  const images = look.painted.filter(({ kind }) => kind === 'image');
  if (box.kind !== 'annotation' && !images.some((image) => shareInside(box, image.box) > ON_IMAGE))
    return false;
  if (look.chars().some(({ ink }) => shareInside(ink, box) > 0)) return false;
  const { width, height } = look;
  return holdsInk(look.bare(), box, width, height);
}

/** Takes out of a page what its redactions were to take out. Throws where the second engine cannot read the page. */
export function clearPage(raw: RawPage, number: number, file: PdfiumFile): ClearedPage {
  return file.withPage(number, (page) => {
    const { width, height } = raw;
    const look = lookAtPage(page, { width, height, viewport: toMatrix(raw.viewport) });
    const hasMarks = raw.runs.some(({ str }) => str.trim() !== '' && codesOnBox(str) !== null);
    const { boxes, hidden } = findCovered(look, hasMarks);
    if (boxes.length === 0) return { raw, boxes, failed: false };
    const closed = boxes.filter(({ kind }) => kind === 'annotation');
    const chars = hidden.length > 0 || closed.length > 0 ? look.chars() : [];
    const gone = new Set(hidden.map(({ char }) => char));
    const runs = gone.size > 0 || closed.length > 0 ? cutHidden(raw, chars, gone, closed) : raw.runs;
    const whole = runs.length === raw.runs.length && runs.every((run, at) => run === raw.runs[at]);
    // What has no characters of its own and was taken out (a form field under an annotation) said something too.
    const told = !whole && (hidden.length === 0 || tellsSomething(hidden));
    const failed = told || boxes.some((box) => coversPicture(look, box));
    return { raw: { ...raw, runs: [...runs, ...markRuns(raw, boxes)] }, boxes, failed };
  });
}
