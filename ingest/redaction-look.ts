import { areaOf, type Box, coveredArea, intersect, type Matrix, mapBox } from './box.ts';
import type { PdfiumPage } from './pdfium-engine.ts';
import { type CoverNote, readCoverNotes } from './pdfium-notes.ts';
import { type Painted, readPainted } from './pdfium-painted.ts';
import { drawGrey, type GreyPixels } from './pdfium-pixels.ts';
import { readChars } from './pdfium-text.ts';

/** A character with its place on the page and in the order of drawing. */
export interface PlacedChar {
  char: string;
  ink: Box;
  cell: Box;
  order: number;
  /** Of the text object it was drawn with. */
  handle: number;
  /** Brightness of its colour; null where that is not one colour. */
  grey: number | null;
}

/** What there is to see of a page. Boxes are on the page: origin top left, y downwards, after rotation. */
export interface PageLook {
  width: number;
  height: number;
  painted: Painted[];
  notes: CoverNote[];
  /** Read when first asked for: most pages have nothing that hides anything. */
  chars(): PlacedChar[];
  /** Drawn when first asked for. */
  pixels(): GreyPixels;
  /** The page without its annotations and without its boxes: what lies under them. Drawn when first asked for. */
  bare(): GreyPixels;
}

/** Fine enough to see a letter of six points, at two pixels a point. */
const DPI = 144;

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Draws what lies under the boxes of a page. */
function drawBare(page: PdfiumPage, painted: Painted[]): GreyPixels {
  const boxes = painted.filter(
    ({ kind, opaque, rectangular }) => (kind === 'fill' || kind === 'line') && opaque && rectangular,
  );
  const handles = new Set(boxes.map(({ handle }) => handle));
  const show = (active: number) => {
    for (const handle of handles) page.calls._FPDFPageObj_SetIsActive(handle, active);
  };
  show(0);
  try {
    return drawGrey(page, DPI, false);
  } finally {
    show(1);
  }
}

/** More images than strips of a scan are pictures in a text; the largest tell. */
const MAX_IMAGES = 300;

/** Looks at an open page. `viewport` maps its user space to the page. */
export function lookAtPage(
  page: PdfiumPage,
  { width, height, viewport }: { width: number; height: number; viewport: Matrix },
): PageLook {
  const onPage = (box: Box) => mapBox(viewport, box);
  const painted = readPainted(page).map((one) => ({ ...one, box: onPage(one.box) }));
  const notes = readCoverNotes(page).map((note) => ({ ...note, box: onPage(note.box) }));
  return {
    width,
    height,
    painted,
    notes,
    chars: once(() => {
      const texts = new Map(painted.filter(({ kind }) => kind === 'text').map((text) => [text.handle, text]));
      return readChars(page)
        .filter(({ char }) => char.trim() !== '')
        .map(({ char, ink, cell, handle }) => {
          const text = texts.get(handle);
          return {
            char,
            ink: onPage(ink),
            cell: onPage(cell),
            handle,
            order: text?.order ?? 0,
            grey: text?.grey ?? null,
          };
        });
    }),
    pixels: once(() => drawGrey(page, DPI)),
    bare: once(() => drawBare(page, painted)),
  };
}

/** Share of the page that its images cover together: scanners cut a page into strips and layers. */
export function imageShare({ painted, width, height }: PageLook): number {
  const sheet = { x0: 0, y0: 0, x1: width, y1: height };
  const images = painted
    .filter(({ kind }) => kind === 'image')
    .map(({ box }) => intersect(box, sheet))
    .filter((box) => areaOf(box) > 0)
    .sort((a, b) => areaOf(b) - areaOf(a))
    .slice(0, MAX_IMAGES);
  return coveredArea(images) / Math.max(1, areaOf(sheet));
}
