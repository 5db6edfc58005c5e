import type { Page } from './page.ts';
import type { Line } from './segment-lines.ts';

/** Share of a page's usual text height above which it counts as full: the next line would not have fitted. */
const FULL = 0.93;

/** A page whose text ends above this share of its height is not full, however short the others are. */
const LEAST_DEPTH = 0.6;

/** Lines of a paragraph that a page keeps together: two before and two behind a break, so three are never parted. */
const KEPT_TOGETHER = 3;

/** How far down the text of each page reaches, told by its last line that is no furniture. */
export interface PageFill {
  /** True where the text reaches the foot of the page, so that it may go on overleaf. */
  full(page: number): boolean;
  /** True where the paragraph that begins the next page had room on this one. */
  hadRoom(page: number, below: Line[]): boolean;
  /** True where positions are known. */
  known: boolean;
}

/** Height of a paragraph's first lines with the space above it, as a share of the page's. */
function paragraphHeight(lines: Line[], height: number): number {
  const end = lines.findIndex((line, i) => i > 0 && line.gap);
  const kept = lines.slice(0, end < 0 ? KEPT_TOGETHER : Math.min(end, KEPT_TOGETHER));
  const [first, last] = [kept[0], kept.at(-1)];
  if (!first?.box || !last?.box || height === 0) return 0;
  return (last.box.y1 - first.box.y0 + first.size) / height;
}

/** Learns the usual foot of the text from the file's own pages. */
export function measureFill(pages: { page: Page; lines: Line[] }[]): PageFill {
  const reach = new Map<number, number>();
  const heights = new Map<number, number>();
  for (const { page, lines } of pages) {
    heights.set(page.page, page.height);
    const last = lines.findLast((line) => !line.furniture);
    if (last?.box && page.height > 0) reach.set(page.page, last.box.y1 / page.height);
  }
  const depths = [...reach.values()].sort((a, b) => a - b);
  const deepest = Math.max(depths.at(-1) ?? 0, LEAST_DEPTH);
  return {
    known: reach.size > 0,
    full: (page) => (reach.get(page) ?? 1) >= deepest * FULL,
    hadRoom: (page, below) =>
      (reach.get(page) ?? 1) + paragraphHeight(below, heights.get(page) ?? 0) < deepest,
  };
}
