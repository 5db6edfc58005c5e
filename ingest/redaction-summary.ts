import { areaOf, type Box, coveredArea, intersect, join, shareInside } from './box.ts';
import { findCodes, findRedactions } from './find-redactions.ts';
import type { Page, RedactionBox, TextRun } from './page.ts';

/** A code this close behind or before a box on its line is the one the box is claimed under. Points. */
const BESIDE = 14;

/** Where a stretch of a run stands, by even steps: the runs of one face differ little in the width of their letters. */
function stretchBox(run: TextRun, start: number, end: number): Box {
  const step = (run.x1 - run.x0) / Math.max(1, run.end - run.start);
  return {
    x0: run.x0 + step * (Math.max(start, run.start) - run.start),
    x1: run.x0 + step * (Math.min(end, run.end) - run.start),
    y0: run.y0,
    y1: run.y1,
  };
}

function placeMark(runs: TextRun[], start: number, end: number): Box | null {
  const boxes = runs
    .filter((run) => run.start < end && run.end > start)
    .map((run) => stretchBox(run, start, end));
  return boxes.reduce<Box | null>((whole, box) => (whole ? join(whole, box) : box), null);
}

function isBeside(mark: Box, box: Box): boolean {
  const row = Math.min(mark.y1, box.y1) - Math.max(mark.y0, box.y0);
  const gap = Math.max(mark.x0 - box.x1, box.x0 - mark.x1);
  return row > 0.5 * Math.min(mark.y1 - mark.y0, box.y1 - box.y0) && gap < BESIDE;
}

/** What is known of the redactions of a page once its text is final. */
export type RedactionSummary = Pick<Page, 'redactions' | 'redaction_boxes' | 'redacted_share'>;

/**
 * Counts the marks in a page's text and gives them their places. `drawn` are the boxes of the drawing; a mark that
 * stands on one, or a code beside it, belongs to it.
 */
export function summariseRedactions(
  { text, runs, width, height }: Pick<Page, 'text' | 'runs' | 'width' | 'height'>,
  drawn: RedactionBox[],
): RedactionSummary {
  const boxes = drawn.map((box) => ({ ...box, codes: [...box.codes] }));
  const marks = findRedactions(text);
  for (const { start, end } of marks) {
    const place = placeMark(runs, start, end);
    if (!place || areaOf(place) === 0) continue;
    const codes = findCodes(text.slice(start, end));
    const own = boxes.find(
      (box) =>
        box.kind !== 'mark' && areaOf(intersect(place, box)) > 0.3 * Math.min(areaOf(place), areaOf(box)),
    );
    const host =
      own ??
      (codes.length > 0 ? boxes.find((box) => box.kind !== 'mark' && isBeside(place, box)) : undefined);
    if (host) host.codes = [...new Set([...host.codes, ...codes])];
    else boxes.push({ ...place, kind: 'mark', codes });
  }
  const sheet = sheetOf(width, height);
  return {
    redactions: marks.length,
    redaction_boxes: boxes
      .filter((box) => shareInside(box, sheet) > 0)
      .map(roundBox)
      .sort(byPlace),
    redacted_share: redactedShare(boxes, width, height),
  };
}

function sheetOf(width: number, height: number): Box {
  return { x0: 0, y0: 0, x1: width, y1: height };
}

/** Share of a page that boxes cover together, 0 to 1, to a ten-thousandth; 0 for a page without a size. */
export function redactedShare(boxes: readonly Box[], width: number, height: number): number {
  const sheet = sheetOf(width, height);
  const parts = boxes.map((box) => intersect(box, sheet)).filter((box) => areaOf(box) > 0);
  const share = areaOf(sheet) > 0 ? Math.min(1, coveredArea(parts) / areaOf(sheet)) : 0;
  return Math.round(share * 10_000) / 10_000;
}

const round = (value: number) => Math.round(value * 100) / 100;

function roundBox({ x0, y0, x1, y1, kind, codes }: RedactionBox): RedactionBox {
  return { x0: round(x0), y0: round(y0), x1: round(x1), y1: round(y1), kind, codes };
}

function byPlace(a: RedactionBox, b: RedactionBox): number {
  return a.y0 - b.y0 || a.x0 - b.x0;
}
