import { type Line, layoutLines, onPage, type PlacedRun } from './layout-lines.ts';
import type { TextRun } from './page.ts';
import type { RawPage } from './pdf-engine.ts';

export interface PageText {
  text: string;
  runs: TextRun[];
}

/** Gaps between runs, as shares of the font height: from here on a space, and from here on a tab (a column). */
const SPACE_GAP = 0.18;
const COLUMN_GAP = 1.8;
/** A distance between baselines of more than this many usual ones is a paragraph gap. */
const PARAGRAPH_GAP = 1.45;
/** Distances above this many font heights say nothing about the usual one. */
const LARGEST_PITCH = 2.5;
/** Share of the font height above and below the baseline that a run covers, for fonts that state none. */
const ASCENT = 0.8;
const DESCENT = 0.2;

function separator(before: PlacedRun, run: PlacedRun): string {
  const size = Math.min(before.size, run.size);
  const gap = run.u0 - before.u1;
  if (gap > COLUMN_GAP * size) return '\t';
  const open = /\s$/.test(before.str) || /^\s/.test(run.str);
  return !open && (run.spaced || gap > SPACE_GAP * size) ? ' ' : '';
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** The usual distance between the baselines of two lines of a paragraph, in points. */
function linePitch(lines: Line[]): number {
  const gaps: number[] = [];
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    const gap = next ? next.v - line.v : 0;
    if (gap > 0 && gap < LARGEST_PITCH * line.size) gaps.push(gap);
  }
  return median(gaps);
}

function isParagraphGap(before: Line, line: Line, pitch: number): boolean {
  const turned = before.runs[0]?.turn !== line.runs[0]?.turn;
  const usual = Math.max(pitch, 1.1 * Math.min(before.size, line.size));
  return turned || line.v - before.v > PARAGRAPH_GAP * usual;
}

const round = (value: number) => Math.round(value * 100) / 100;

function toTextRun(run: PlacedRun, start: number, end: number): TextRun {
  const [xa, ya] = onPage(run.turn, run.u0, run.v - ASCENT * run.size);
  const [xb, yb] = onPage(run.turn, run.u1, run.v + DESCENT * run.size);
  return {
    start,
    end,
    x0: round(Math.min(xa, xb)),
    y0: round(Math.min(ya, yb)),
    x1: round(Math.max(xa, xb)),
    y1: round(Math.max(ya, yb)),
    size: round(run.size),
    font: run.font,
  };
}

/** Text of a page with the place of every run in it. Lines end with `\n`; an empty line stands for a paragraph gap. */
export function pageText(page: RawPage): PageText {
  const lines = layoutLines(page);
  const pitch = linePitch(lines);
  const runs: TextRun[] = [];
  let text = '';
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (before) text = `${text.trimEnd()}${isParagraphGap(before, line, pitch) ? '\n\n' : '\n'}`;
    for (const [place, run] of line.runs.entries()) {
      const left = line.runs[place - 1];
      const str = place === 0 ? run.str.trimStart() : run.str;
      text += left ? separator(left, run) : '';
      runs.push(toTextRun(run, text.length, text.length + str.trimEnd().length));
      text += str;
    }
  }
  return { text: text.trimEnd(), runs };
}
