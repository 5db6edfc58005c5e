import type { Page, TextRun } from '../ingest/index.ts';
import type { Mask } from './mask.ts';
import { maskText } from './mask-text.ts';

/** A box on a page. Units: points, origin top left, y downwards, as in `TextRun`. */
export interface MaskBox {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** Widths of letters in common faces, in parts of the height: narrow, middle and wide ones. */
function relativeWidth(letter: string): number {
  if (/[iljtfrI.,:;'’|! ()[\]-]/.test(letter)) return 0.3;
  if (/[mwMW@%]/.test(letter)) return 0.85;
  return /\p{Lu}/u.test(letter) ? 0.68 : 0.53;
}

/** Share of a run's width at which its `at`-th letter begins: by equal widths, and by those of common faces. */
function placesOf(text: string, at: number): [number, number] {
  const widths = [...text].map(relativeWidth);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const before = widths.slice(0, [...text.slice(0, at)].length).reduce((sum, width) => sum + width, 0);
  return [text.length === 0 ? 0 : at / text.length, total === 0 ? 0 : before / total];
}

/** Heights of a line by which a box is wider than what was worked out: letters differ from face to face. */
const MARGIN = 0.6;

function boxIn(run: TextRun, text: string, start: number, end: number): MaskBox {
  const height = Math.max(run.y1 - run.y0, run.size);
  const width = run.x1 - run.x0;
  const [from, to] = [placesOf(text, start), placesOf(text, end)];
  const left = run.x0 + Math.min(...from) * width - MARGIN * height;
  const right = run.x0 + Math.max(...to) * width + MARGIN * height;
  return {
    x0: Math.max(run.x0 - 1, left),
    x1: Math.min(run.x1 + 1, right),
    y0: run.y0 - height * 0.15,
    y1: run.y1 + height * 0.15,
  };
}

/**
 * What has to be painted black on a page's picture; null where no picture may be shown: a page read by a recogniser (what it
 * did not read, signatures, faces and misread names, stands in the picture all the same), one that nobody has read, and
 * one of which a masked word has no place.
 */
export function maskBoxes(page: Page, mask: Mask): MaskBox[] | null {
  if (page.method !== 'text' || page.runs.length === 0) return null;
  const { spans } = maskText(page.text, mask);
  const boxes: MaskBox[] = [];
  for (const span of spans) {
    const runs = page.runs.filter((run) => run.start < span.end && run.end > span.start);
    const covered = runs.reduce(
      (sum, run) => sum + Math.min(run.end, span.end) - Math.max(run.start, span.start),
      0,
    );
    const letters = page.text.slice(span.start, span.end).replace(/\s/g, '').length;
    if (covered < letters) return null;
    for (const run of runs) {
      const text = page.text.slice(run.start, run.end);
      const start = Math.max(0, span.start - run.start);
      const end = Math.min(text.length, span.end - run.start);
      boxes.push(boxIn(run, text, start, end));
    }
  }
  return boxes;
}
