import type { Box } from './box.ts';
import type { GreyPixels } from './pdfium-pixels.ts';

/** How a stretch of a page looks. */
export interface Shade {
  /** Brightness of its darkest and lightest pixel, and of all on average. */
  darkest: number;
  lightest: number;
  mean: number;
  /** Share of its pixels that are dark. */
  dark: number;
}

/** Below this brightness ink is black to the eye. */
export const DARK = 80;
/** Differences of brightness that nobody reads a letter from. */
const UNIFORM = 24;
/** A scan's black has grain. */
const UNIFORM_DARK = 60;

/** Ink is this much darker than the ground it stands on. */
const INK_CONTRAST = 60;
/** Share of a box that a short word in it covers; specks of a scan cover less. */
const INK_SHARE = 0.004;

/** The pixels of a box of a page that is `wide` and `high` points large, but for those on its edge, which belong to both sides. */
function pixelsIn(pixels: GreyPixels, box: Box, wide: number, high: number): Uint8Array[] {
  const [sx, sy] = [pixels.width / wide, pixels.height / high];
  const left = Math.max(0, Math.ceil(box.x0 * sx) + 1);
  const right = Math.min(pixels.width, Math.floor(box.x1 * sx) - 1);
  const top = Math.max(0, Math.ceil(box.y0 * sy) + 1);
  const bottom = Math.min(pixels.height, Math.floor(box.y1 * sy) - 1);
  if (right - left < 2 || bottom - top < 2) return [];
  return Array.from({ length: bottom - top }, (_, row) => {
    const start = (top + row) * pixels.width;
    return pixels.data.subarray(start + left, start + right);
  });
}

/** True where dark marks stand on a lighter ground in a box of a page: words or a picture, not plain paper and not a black bar. */
export function holdsInk(pixels: GreyPixels, box: Box, wide: number, high: number): boolean {
  const counts = new Uint32Array(256);
  let total = 0;
  for (const row of pixelsIn(pixels, box, wide, high)) {
    for (const value of row) counts[value] = (counts[value] ?? 0) + 1;
    total += row.length;
  }
  // The ground is what most of the box is at least as dark as.
  let [ground, lighter] = [255, counts[255] ?? 0];
  while (ground > 0 && lighter * 2 < total) {
    ground -= 1;
    lighter += counts[ground] ?? 0;
  }
  const ink = counts.subarray(0, Math.max(0, ground - INK_CONTRAST)).reduce((sum, count) => sum + count, 0);
  return total > 0 && ink >= INK_SHARE * total;
}

/** The shade of a box of a page that is `wide` and `high` points large; null where it is too small to tell. */
export function shadeOf(pixels: GreyPixels, box: Box, wide: number, high: number): Shade | null {
  const rows = pixelsIn(pixels, box, wide, high);
  if (rows.length === 0) return null;
  const shade: Shade = { darkest: 255, lightest: 0, mean: 0, dark: 0 };
  let count = 0;
  for (const row of rows) {
    count += row.length;
    for (const value of row) {
      shade.darkest = Math.min(shade.darkest, value);
      shade.lightest = Math.max(shade.lightest, value);
      shade.mean += value;
      if (value < DARK) shade.dark += 1;
    }
  }
  return { ...shade, mean: shade.mean / count, dark: shade.dark / count };
}

/** Nothing can be read in it: it is one colour. */
export function isBlank({ darkest, lightest }: Shade): boolean {
  return lightest - darkest <= (lightest < DARK + UNIFORM_DARK ? UNIFORM_DARK : UNIFORM);
}

/** It is black all over. */
export function isBlack(shade: Shade): boolean {
  return shade.mean < DARK && isBlank(shade);
}
