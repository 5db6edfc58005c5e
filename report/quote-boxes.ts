import type { Page, TextRun } from '../ingest/index.ts';
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

/** About how wide letters are beside one another in a face of mixed widths. */
const WIDTHS: [RegExp, number][] = [
  [/[iljI.,:;'’|!()[\] ftr]/, 0.55],
  [/[mwMW@%]/, 1.5],
  [/[A-Z]/, 1.2],
];

function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? 1;
  return width;
}

/** The part of a run that a span covers; the page does not say where each letter stands, so their widths are estimated. */
function cutRun(run: TextRun, span: Span, text: string): Box {
  const { start, end, x0, y0, x1, y1 } = run;
  const from = Math.max(span.start, start);
  const to = Math.min(span.end, end);
  const each = (x1 - x0) / Math.max(1, widthOf(text.slice(start, end)));
  const left = x0 + widthOf(text.slice(start, from)) * each;
  return { x0: left, y0, x1: left + widthOf(text.slice(from, to)) * each, y1 };
}

/** A box for each line over which a span of a page's text runs; none where its runs do not cover it. */
export function boxesOf({ runs, text }: Pick<Page, 'runs' | 'text'>, span: Span): Box[] {
  const boxes: Box[] = [];
  for (const run of runs) {
    if (run.start >= span.end || run.end <= span.start) continue;
    const next = cutRun(run, span, text);
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
