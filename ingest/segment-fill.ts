import type { Page } from './page.ts';
import type { Line } from './segment-lines.ts';

/** Share of a page's usual text height above which it counts as full: the next line would not have fitted. */
const FULL = 0.93;

/** A page whose text ends above this share of its height is not full, however short the others are. */
const LEAST_DEPTH = 0.6;

/** How far down the text of each page reaches, told by its last line that is no furniture. */
export interface PageFill {
  /** True where the text reaches the foot of the page, so that it may go on overleaf. */
  full(page: number): boolean;
  /** True where positions are known. */
  known: boolean;
}

/** Learns the usual foot of the text from the file's own pages. */
export function measureFill(pages: { page: Page; lines: Line[] }[]): PageFill {
  const reach = new Map<number, number>();
  for (const { page, lines } of pages) {
    const last = lines.findLast((line) => !line.furniture);
    if (last?.box && page.height > 0) reach.set(page.page, last.box.y1 / page.height);
  }
  const depths = [...reach.values()].sort((a, b) => a - b);
  const deepest = Math.max(depths.at(-1) ?? 0, LEAST_DEPTH);
  return {
    known: reach.size > 0,
    full: (page) => (reach.get(page) ?? 1) >= deepest * FULL,
  };
}
