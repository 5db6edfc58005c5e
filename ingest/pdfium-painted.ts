import { type Box, boundPoints, IDENTITY, type Matrix, mapBox, mapPoint, multiply, toMatrix } from './box.ts';
import type { PdfiumCalls, PdfiumPage } from './pdfium-engine.ts';
import { type Scratch, withScratch } from './pdfium-memory.ts';

/** One thing drawn on a page, in user space. */
export interface Painted {
  kind: 'text' | 'fill' | 'line' | 'image' | 'other';
  /** Things with a higher number are drawn later, over the others. */
  order: number;
  /** Of the object in the engine; characters name the object they belong to. */
  handle: number;
  box: Box;
  /** Brightness of what it is filled with, 0 (black) to 255; null where that is not one colour. */
  grey: number | null;
  /** Nothing shines through it, as far as the file says. */
  opaque: boolean;
  /** True for a shape whose corners are those of its box. */
  rectangular: boolean;
}

const KINDS: Record<number, Painted['kind']> = { 1: 'text', 2: 'fill', 3: 'image', 4: 'other', 5: 'other' };
const PATH = 2;
const FORM = 5;
const MOVE_TO = 2;
const BEZIER_TO = 1;
/** Forms in forms: deeper than any producer writes. */
const MAX_FORMS = 12;
/** Drawings of more objects are maps and plans; looking at each would take longer than reading the text. */
const MAX_OBJECTS = 30_000;
/** A shape of more corners is no box. */
const MAX_SEGMENTS = 400;
/** Corners as exact as producers write them, in points. */
const CORNER = 0.75;
/** A line of this width hides a line of text, in points. */
const BROAD_LINE = 4;

interface Walk {
  calls: PdfiumCalls;
  scratch: Scratch;
  painted: Painted[];
  order: number;
}

function brightness([r = 0, g = 0, b = 0]: number[]): number {
  return Math.round(0.299 * r + 0.587 * g + 0.114 * b);
}

function boundsOf({ calls, scratch }: Walk, object: number): Box {
  if (!calls._FPDFPageObj_GetBounds(object, scratch.at(0), scratch.at(1), scratch.at(2), scratch.at(3)))
    return { x0: 0, y0: 0, x1: 0, y1: 0 };
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = scratch.floats(4);
  return { x0, y0, x1, y1 };
}

function matrixOf({ calls, scratch }: Walk, object: number): Matrix {
  return calls._FPDFPageObj_GetMatrix(object, scratch.at(0)) ? toMatrix(scratch.floats(6)) : IDENTITY;
}

function colourOf(walk: Walk, object: number, stroke: boolean): { grey: number | null; alpha: number } {
  const { calls, scratch } = walk;
  const get = stroke ? calls._FPDFPageObj_GetStrokeColor : calls._FPDFPageObj_GetFillColor;
  if (!get(object, scratch.at(0), scratch.at(1), scratch.at(2), scratch.at(3)))
    return { grey: null, alpha: 255 };
  const rgba = scratch.ints(4);
  return { grey: brightness(rgba), alpha: rgba[3] ?? 255 };
}

interface Outline {
  points: [number, number][];
  curved: boolean;
}

/** The outlines of a path: producers draw many boxes and fill them at once. */
function outlinesOf({ calls, scratch }: Walk, path: number, map: Matrix): Outline[] {
  const count = calls._FPDFPath_CountSegments(path);
  const outlines: Outline[] = [];
  for (let index = 0; index < Math.min(count, MAX_SEGMENTS); index += 1) {
    const segment = calls._FPDFPath_GetPathSegment(path, index);
    const type = calls._FPDFPathSegment_GetType(segment);
    if (type === MOVE_TO || outlines.length === 0) outlines.push({ points: [], curved: false });
    const outline = outlines.at(-1);
    if (!outline || !calls._FPDFPathSegment_GetPoint(segment, scratch.at(0), scratch.at(1))) continue;
    const [x = 0, y = 0] = scratch.floats(2);
    outline.points.push(mapPoint(map, x, y));
    outline.curved ||= type === BEZIER_TO;
  }
  return outlines;
}

function isRectangle({ points, curved }: Outline, box: Box): boolean {
  const close = (value: number, ends: [number, number]) => ends.some((end) => Math.abs(value - end) < CORNER);
  return (
    !curved &&
    points.length >= 4 &&
    points.length <= 6 &&
    points.every(([x, y]) => close(x, [box.x0, box.x1]) && close(y, [box.y0, box.y1]))
  );
}

function paintPath(walk: Walk, path: number, map: Matrix, solid: boolean): void {
  const { calls, scratch, painted } = walk;
  if (!calls._FPDFPath_GetDrawMode(path, scratch.at(0), scratch.at(1))) return;
  const [fill = 0, stroke = 0] = scratch.ints(2);
  const whole = multiply(map, matrixOf(walk, path));
  const outlines = outlinesOf(walk, path, whole);
  const { order } = walk;
  if (fill !== 0) {
    const { grey, alpha } = colourOf(walk, path, false);
    for (const outline of outlines) {
      const box = boundPoints(outline.points);
      if (!box) continue;
      const rectangular = isRectangle(outline, box);
      painted.push({
        kind: 'fill',
        order,
        handle: path,
        box,
        grey,
        opaque: solid && alpha === 255,
        rectangular,
      });
    }
  }
  if (stroke !== 0) paintLines(walk, path, outlines, whole, solid);
}

/** A broad line drawn along a line of text hides it as a box does. */
function paintLines(walk: Walk, path: number, outlines: Outline[], map: Matrix, solid: boolean): void {
  const { calls, scratch, painted, order } = walk;
  if (!calls._FPDFPageObj_GetStrokeWidth(path, scratch.at(0))) return;
  const width = (scratch.floats(1)[0] ?? 0) * Math.hypot(map[2], map[3]);
  if (!(width >= BROAD_LINE)) return;
  const { grey, alpha } = colourOf(walk, path, true);
  for (const { points } of outlines) {
    const line = boundPoints(points);
    if (!line || points.length !== 2) continue;
    const flat = line.x1 - line.x0 > line.y1 - line.y0;
    const half = width / 2;
    const box = flat
      ? { ...line, y0: line.y0 - half, y1: line.y1 + half }
      : { ...line, x0: line.x0 - half, x1: line.x1 + half };
    painted.push({
      kind: 'line',
      order,
      handle: path,
      box,
      grey,
      opaque: solid && alpha === 255,
      rectangular: true,
    });
  }
}

function paintObject(walk: Walk, object: number, map: Matrix, depth: number, solid: boolean): void {
  const { calls, painted } = walk;
  walk.order += 1;
  if (walk.order > MAX_OBJECTS) throw new Error('The drawing has too many parts.');
  const type = calls._FPDFPageObj_GetType(object);
  const clear = solid && calls._FPDFPageObj_HasTransparency(object) === 0;
  if (type === FORM) {
    if (depth >= MAX_FORMS) return;
    const inner = multiply(map, matrixOf(walk, object));
    const count = calls._FPDFFormObj_CountObjects(object);
    for (let index = 0; index < count; index += 1)
      paintObject(walk, calls._FPDFFormObj_GetObject(object, index), inner, depth + 1, clear);
    return;
  }
  if (type === PATH) {
    paintPath(walk, object, map, clear);
    return;
  }
  const { grey } = type === 1 ? colourOf(walk, object, false) : { grey: null };
  const box = mapBox(map, boundsOf(walk, object));
  const kind = KINDS[type] ?? 'other';
  painted.push({ kind, order: walk.order, handle: object, box, grey, opaque: clear, rectangular: true });
}

/** Everything drawn on a page, in the order of drawing, forms taken apart. Throws for drawings of too many parts. */
export function readPainted({ calls, handle }: PdfiumPage): Painted[] {
  return withScratch(calls, (scratch) => {
    const walk: Walk = { calls, scratch, painted: [], order: 0 };
    const count = calls._FPDFPage_CountObjects(handle);
    for (let index = 0; index < count; index += 1)
      paintObject(walk, calls._FPDFPage_GetObject(handle, index), IDENTITY, 0, true);
    return walk.painted;
  });
}
