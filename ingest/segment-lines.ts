import type { Page, TextRun } from './page.ts';

/** A box in points, origin top left of the page. */
export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/**
 * A line of text with what is known of its place. Lines of plain text have no `box`, no runs and page 0.
 * `start` and `end` are offsets into the text the line was cut from (a page's text, or a body).
 */
export interface Line {
  text: string;
  page: number;
  start: number;
  end: number;
  /** True where a blank line or a paragraph's space stands above. */
  gap: boolean;
  box: Box | null;
  /** Font height in points, 0 where unknown. */
  size: number;
  runs: TextRun[];
  /** True for what belongs to the paper and not to the text: stamps, page numbers, running heads. */
  furniture: boolean;
  /** True for the first line of a page that is not furniture. */
  pageTop: boolean;
}

/** A line spacing above this multiple of the usual one is a paragraph's gap: mail programs add at least half a line. */
const GAP_RATIO = 1.35;

function boxOf(runs: TextRun[]): Box | null {
  if (runs.length === 0) return null;
  return {
    x0: Math.min(...runs.map((run) => run.x0)),
    y0: Math.min(...runs.map((run) => run.y0)),
    x1: Math.max(...runs.map((run) => run.x1)),
    y1: Math.max(...runs.map((run) => run.y1)),
  };
}

/** Cuts plain text into its lines without blank ones; a blank line is the `gap` of the next. */
export function textLines(text: string): Line[] {
  const lines: Line[] = [];
  let at = 0;
  let gap = false;
  for (const raw of text.split('\n')) {
    const content = raw.trimEnd();
    if (content.trim() === '') gap = true;
    else {
      lines.push({
        text: content,
        page: 0,
        start: at,
        end: at + content.length,
        gap,
        box: null,
        size: 0,
        runs: [],
        furniture: false,
        pageTop: false,
      });
      gap = false;
    }
    at += raw.length + 1;
  }
  return lines;
}

/** The spacing from a line to the next that is most common among close lines, in line heights; 1.2 is the usual leading. */
function usualPitch(lines: Line[]): number {
  const pitches: number[] = [];
  for (let i = 1; i < lines.length; i += 1) {
    const [above, line] = [lines[i - 1], lines[i]];
    if (!above?.box || !line?.box || line.size === 0) continue;
    const pitch = (line.box.y1 - above.box.y1) / Math.max(line.size, above.size);
    if (pitch > 0.8 && pitch < 1.9) pitches.push(pitch);
  }
  pitches.sort((a, b) => a - b);
  return pitches[Math.floor(pitches.length * 0.4)] ?? 1.2;
}

/** A page's lines, with their boxes; spacing wider than usual on the page is a `gap`. */
export function pageLines(page: Page): Line[] {
  const lines = textLines(page.text);
  const runs = [...page.runs].sort((a, b) => a.start - b.start);
  let next = 0;
  for (const line of lines) {
    line.page = page.page;
    while (next < runs.length && (runs[next]?.end ?? 0) <= line.start) next += 1;
    for (let i = next; i < runs.length && (runs[i]?.start ?? 0) < line.end; i += 1) {
      const run = runs[i];
      if (run) line.runs.push(run);
    }
    line.box = boxOf(line.runs);
    line.size = Math.max(0, ...line.runs.map((run) => run.size));
  }
  const pitch = usualPitch(lines);
  for (let i = 1; i < lines.length; i += 1) {
    const [above, line] = [lines[i - 1], lines[i]];
    if (!above?.box || !line?.box) continue;
    if (line.box.y1 - above.box.y1 > pitch * GAP_RATIO * Math.max(line.size, above.size)) line.gap = true;
  }
  return lines;
}
