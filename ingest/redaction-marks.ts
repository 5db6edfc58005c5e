import { areaOf, type Box, intersect, invert, type Matrix, multiply, toMatrix } from './box.ts';
import { findRedactions } from './find-redactions.ts';
import type { RedactionBox } from './page.ts';
import type { RawPage, RawRun } from './pdf-engine.ts';

/**
 * Letters by which a mark grows, and the most it has. Its length tells a name from a passage, as the box on the page does; in steps, so
 * that the text tells less of a name than the page.
 */
const STEP = 4;
const LONGEST = 80;
/** Width of a letter and height of a line, on average, as shares of the text's size. */
const LETTER = 0.5;
const LINE = 1.3;

/** What stands in the text where there was room for so many letters. */
function markFor(letters: number): string {
  return '█'.repeat(Math.min(LONGEST, STEP * Math.max(1, Math.round(letters / STEP))));
}

/** Height of a text that nothing on the page tells, in points. */
const USUAL_SIZE = 11;
/** Baseline above a box's lower edge, as a share of the height of its line. */
const BASELINE = 0.25;

/** A line of text on a page, upright: where it stands and how tall it is. */
interface TextLine {
  y: number;
  size: number;
}

function linesOf(runs: RawRun[], viewport: Matrix): TextLine[] {
  return runs
    .filter((run) => run.str.trim() !== '')
    .map((run) => multiply(viewport, toMatrix(run.transform)))
    .filter(([a, b]) => Math.abs(b) < 0.1 * Math.abs(a))
    .map(([, , c, d, , y]) => ({ y, size: Math.hypot(c, d) }));
}

/** Lines whose middle lies beside or under the box, each once. */
function linesBeside({ y0, y1 }: Box, lines: TextLine[]): TextLine[] {
  const found: TextLine[] = [];
  for (const line of lines) {
    const middle = line.y - 0.3 * line.size;
    const known = found.some((other) => Math.abs(other.y - line.y) < 0.5 * Math.max(other.size, line.size));
    if (middle > y0 && middle < y1 && !known) found.push(line);
  }
  return found;
}

function ownLine({ y0, y1 }: Box, lines: TextLine[]): TextLine {
  const sizes = lines.map(({ size }) => size).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? USUAL_SIZE;
  const high = y1 - y0;
  if (high < 2.2 * usual) return { y: y1 - BASELINE * high, size: Math.min(usual, high) };
  return { y: y0 + usual, size: usual };
}

/**
 * Runs of marks for the boxes that stand where text was or would be, one on each line that a box stands beside. A box
 * with a code written on it that is a mark in any text needs no other. `page` is the page before anything was cut out of it.
 */
export function markRuns(page: RawPage, boxes: RedactionBox[]): RawRun[] {
  const viewport = toMatrix(page.viewport);
  const back = invert(viewport);
  const lines = linesOf(page.runs, viewport);
  const sheet = { x0: 0, y0: 0, x1: page.width, y1: page.height };
  return boxes
    .filter(({ codes }) => codes.length === 0 || codes.some((code) => findRedactions(code).length === 0))
    .flatMap((whole) => {
      const box = intersect(whole, sheet);
      if (areaOf(box) === 0) return [];
      const beside = linesBeside(box, lines);
      const [wide, high] = [box.x1 - box.x0, box.y1 - box.y0];
      return (beside.length > 0 ? beside : [ownLine(box, lines)]).map(({ y, size }): RawRun => {
        // Of a box that is higher than the lines beside it each mark stands for more than its own line.
        const rows = Math.max(1, Math.floor(high / (LINE * size * Math.max(1, beside.length))));
        const placed: Matrix = [size, 0, 0, -size, box.x0, y];
        return {
          str: markFor(rows * (wide / (LETTER * size))),
          transform: multiply(back, placed),
          width: wide * Math.hypot(back[0], back[1]),
          height: size,
          fontName: 'redaction',
        };
      });
    });
}
