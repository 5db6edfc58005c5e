import { IDENTITY, type Matrix, multiply, toMatrix } from './box.ts';
import type { Drawing } from './pdf-engine.ts';

/** What is drawn on a page besides its text layer. */
export interface PageInk {
  /** Share of the page covered by its largest image, 0 to 1. */
  largestImage: number;
  /** Anything that leaves a mark: an image, a line, a filled shape that is not white. */
  anything: boolean;
}

/** Numbers of pdf.js's drawing operations (`OPS` in its sources; part of its stable interface). */
const OPS = {
  save: 10,
  restore: 11,
  transform: 12,
  stroke: [20, 21],
  fill: [22, 23],
  fillAndStroke: [24, 25, 26, 27],
  showText: 44,
  setFillRGBColor: 59,
  shadingFill: 62,
  formBegin: 74,
  formEnd: 75,
  images: [83, 84, 85, 86, 87, 88, 89, 90],
  constructPath: 91,
  rawFillPath: 94,
};

/** Modes of text that leaves no mark: clip only, or laid invisibly over a scan. */
const SET_TEXT_MODE = 38;
const INVISIBLE_TEXT = new Set([3, 7]);

interface State {
  matrix: Matrix;
  white: boolean;
}

function matrixOf(value: unknown): Matrix {
  return toMatrix(Array.isArray(value) || value instanceof Float32Array ? value : []);
}

function isWhite(args: unknown): boolean {
  const list = Array.isArray(args) ? args : [];
  if (typeof list[0] === 'string') return list[0].toLowerCase() === '#ffffff';
  return list.length === 3 && list.every((value) => Number(value) === 255);
}

/** The operation a path ends in: a stroke or a fill leaves ink, a bare clip does not. */
function paintsPath(op: number, white: boolean): boolean {
  if (OPS.stroke.includes(op) || OPS.fillAndStroke.includes(op)) return true;
  return OPS.fill.includes(op) && !white;
}

/** Walks the drawing with its graphics state. `area` is the page's, in square points. */
export function measureInk(drawing: Drawing, area: number): PageInk {
  const stack: State[] = [];
  let state: State = { matrix: IDENTITY, white: false };
  let textMode = 0;
  const ink: PageInk = { largestImage: 0, anything: false };
  for (const [index, op] of drawing.ops.entries()) {
    const args = drawing.args[index];
    const first: unknown = Array.isArray(args) ? args[0] : undefined;
    if (op === OPS.save) stack.push({ ...state });
    else if (op === OPS.restore || op === OPS.formEnd) state = stack.pop() ?? state;
    else if (op === OPS.transform) state.matrix = multiply(state.matrix, matrixOf(args));
    else if (op === OPS.formBegin) {
      stack.push({ ...state });
      state = { ...state, matrix: multiply(state.matrix, matrixOf(first)) };
    } else if (op === OPS.setFillRGBColor) state.white = isWhite(args);
    else if (op === SET_TEXT_MODE) textMode = Number(first);
    else if (OPS.images.includes(op)) {
      const [a, b, c, d] = state.matrix;
      ink.largestImage = Math.max(ink.largestImage, Math.min(1, Math.abs(a * d - b * c) / area));
      ink.anything = true;
    } else if (op === OPS.constructPath) ink.anything ||= paintsPath(Number(first), state.white);
    else if (op === OPS.shadingFill || (op === OPS.rawFillPath && !state.white)) ink.anything = true;
    else if (op === OPS.showText) ink.anything ||= !INVISIBLE_TEXT.has(textMode) && hasGlyphs(first);
  }
  return ink;
}

/** Glyphs without a Unicode value are drawn but are not in the text layer: ink that nobody has read. */
function hasGlyphs(glyphs: unknown): boolean {
  return (
    Array.isArray(glyphs) &&
    glyphs.some((glyph: unknown) => {
      if (typeof glyph !== 'object' || glyph === null) return false;
      return !('isSpace' in glyph && glyph.isSpace === true);
    })
  );
}
