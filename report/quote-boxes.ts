import type { TextRun } from '../ingest/index.ts';
import type { Span } from './find-quote.ts';

/** Where marked words stand on a page. Units of the page: points, origin top left. */
export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** Boxes of one line stand on about the same height; this share of a letter's height apart is still one line. */
const SAME_LINE = 0.5;

/** The part of a run that a span covers, letters taken as equally wide. */
function cutRun({ start, end, x0, y0, x1, y1 }: TextRun, span: Span): Box {
  const each = (x1 - x0) / Math.max(1, end - start);
  const from = Math.max(span.start, start) - start;
  const to = Math.min(span.end, end) - start;
  return { x0: x0 + from * each, y0, x1: x0 + to * each, y1 };
}

/** A box for each line over which a span of the page's text runs; none where the page's runs do not cover it. */
export function boxesOf(runs: readonly TextRun[], span: Span): Box[] {
  const boxes: Box[] = [];
  for (const run of runs) {
    if (run.start >= span.end || run.end <= span.start) continue;
    const next = cutRun(run, span);
    const line = boxes.at(-1);
    const near = line !== undefined && Math.abs(line.y1 - next.y1) < (next.y1 - next.y0) * SAME_LINE;
    if (line === undefined || !near) {
      boxes.push(next);
      continue;
    }
    line.x0 = Math.min(line.x0, next.x0);
    line.x1 = Math.max(line.x1, next.x1);
    line.y0 = Math.min(line.y0, next.y0);
    line.y1 = Math.max(line.y1, next.y1);
  }
  return boxes;
}
