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

/**
 * The shade of a box of a page that is `wide` and `high` points large; null where it is too small to tell. Pixels on its
 * edge belong to both sides and are left out.
 */
export function shadeOf(pixels: GreyPixels, box: Box, wide: number, high: number): Shade | null {
  const [sx, sy] = [pixels.width / wide, pixels.height / high];
  const left = Math.max(0, Math.ceil(box.x0 * sx) + 1);
  const right = Math.min(pixels.width, Math.floor(box.x1 * sx) - 1);
  const top = Math.max(0, Math.ceil(box.y0 * sy) + 1);
  const bottom = Math.min(pixels.height, Math.floor(box.y1 * sy) - 1);
  if (right - left < 2 || bottom - top < 2) return null;
  const shade: Shade = { darkest: 255, lightest: 0, mean: 0, dark: 0 };
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const value = pixels.data[y * pixels.width + x] ?? 255;
      shade.darkest = Math.min(shade.darkest, value);
      shade.lightest = Math.max(shade.lightest, value);
      shade.mean += value;
      if (value < DARK) shade.dark += 1;
    }
  }
  const count = (right - left) * (bottom - top);
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
