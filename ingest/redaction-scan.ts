import type { Box } from './box.ts';
import type { RedactionBox } from './page.ts';
import type { GreyPixels } from './pdfium-pixels.ts';
import { DARK } from './redaction-shade.ts';

/** A box over a word on a scan is at least this large, in points; large bold letters are not. */
const MIN_WIDTH = 14;
const MIN_HEIGHT = 6;
/** Rows of one box begin and end this close together, in points: scans lie askew. */
const SLACK = 3;
/** Share of a box that is black: a box is full, a picture is not. */
const FULL = 0.85;
/** Boxes this close to the edge are the shadow of the paper, as a share of the page's side. */
const EDGE = 0.01;

/** A box in the making: its sides so far, the ends of its last row, and how much of it is black. Pixels. */
interface OpenBox extends Box {
  left: number;
  right: number;
  black: number;
}

function darkRuns({ data, width }: GreyPixels, y: number, shortest: number): [number, number][] {
  const runs: [number, number][] = [];
  let start = -1;
  for (let x = 0; x <= width; x += 1) {
    const dark = x < width && (data[y * width + x] ?? 255) < DARK;
    if (dark && start < 0) start = x;
    if (!dark && start >= 0) {
      if (x - start >= shortest) runs.push([start, x]);
      start = -1;
    }
  }
  return runs;
}

function takeRow(open: OpenBox[], [left, right]: [number, number], y: number, slack: number): void {
  const box = open.find(
    (one) => one.y1 === y && Math.abs(one.left - left) <= slack && Math.abs(one.right - right) <= slack,
  );
  if (!box) {
    open.push({ x0: left, x1: right, y0: y, y1: y + 1, left, right, black: right - left });
    return;
  }
  box.x0 = Math.min(box.x0, left);
  box.x1 = Math.max(box.x1, right);
  box.y1 = y + 1;
  box.left = left;
  box.right = right;
  box.black += right - left;
}

/**
 * Black boxes in the picture of a scanned page that is `wide` and `high` points large. Shadows at the edge of the paper,
 * lines and letters are none.
 */
export function findBlackBoxes(pixels: GreyPixels, wide: number, high: number): RedactionBox[] {
  const scale = pixels.width / wide;
  const boxes: OpenBox[] = [];
  let open: OpenBox[] = [];
  for (let y = 0; y < pixels.height; y += 1) {
    for (const run of darkRuns(pixels, y, MIN_WIDTH * scale))
      takeRow(open, run, y, Math.max(2, SLACK * scale));
    boxes.push(...open.filter(({ y1 }) => y1 <= y));
    open = open.filter(({ y1 }) => y1 > y);
  }
  boxes.push(...open);
  const [edgeX, edgeY] = [EDGE * pixels.width, EDGE * pixels.height];
  return boxes
    .filter(({ x0, x1, y0, y1, black }) => {
      const inside = x0 > edgeX && y0 > edgeY && x1 < pixels.width - edgeX && y1 < pixels.height - edgeY;
      return inside && y1 - y0 >= MIN_HEIGHT * scale && black >= FULL * (x1 - x0) * (y1 - y0);
    })
    .map(({ x0, x1, y0, y1 }): RedactionBox => {
      const down = high / pixels.height;
      return { x0: x0 / scale, x1: x1 / scale, y0: y0 * down, y1: y1 * down, kind: 'black', codes: [] };
    });
}
