import { shareInside } from './box.ts';
import type { Page, TextRun } from './page.ts';
import { pageText } from './page-text.ts';
import type { RawPage, RawRun } from './pdf-engine.ts';
import { markRuns } from './redaction-marks.ts';
import { summariseRedactions } from './redaction-summary.ts';

/** Share of a word that has to lie in a redaction annotation for the word to be taken out. */
const INSIDE = 0.5;
/** Baseline above the lower edge of a word's box, as a share of its height. */
const BASELINE = 0.2;

/** A word of a finished page as a run to be laid out, with the white space before it. */
function asRaw(run: TextRun, text: string): RawRun[] {
  const size = run.size || run.y1 - run.y0;
  const at = (str: string, x: number, width: number): RawRun => ({
    str,
    transform: [size, 0, 0, size, x, run.y1 - BASELINE * (run.y1 - run.y0)],
    width,
    height: size,
    fontName: run.font,
  });
  const word = at(text.slice(run.start, run.end), run.x0, run.x1 - run.x0);
  return /\s/.test(text[run.start - 1] ?? '') ? [at(' ', run.x0 - 1, 1), word] : [word];
}

/**
 * A page that was read from its picture, with what its boxes say: the picture shows what lies under a redaction annotation
 * that nobody applied, and shows nothing where a box stands. Words under annotations are taken out, marks stand for boxes.
 */
export function withRedactions(page: Page): Page {
  const boxes = page.redaction_boxes.filter(({ kind }) => kind !== 'mark');
  const { width, height, text } = page;
  if (boxes.length === 0) return { ...page, ...summariseRedactions(page, []) };
  const closed = boxes.filter(({ kind }) => kind === 'annotation');
  const kept = page.runs.filter((run) => !closed.some((box) => shareInside(run, box) > INSIDE));
  const raw: RawPage = {
    width,
    height,
    viewport: [1, 0, 0, 1, 0, 0],
    runs: page.runs.flatMap((run) => asRaw(run, text)),
  };
  const marks = markRuns(raw, boxes);
  const laid = pageText({ ...raw, runs: [...kept.flatMap((run) => asRaw(run, text)), ...marks] });
  const summary = summariseRedactions({ ...laid, width, height }, boxes);
  return {
    ...page,
    ...laid,
    ...summary,
    chars: laid.text.replace(/\s/g, '').length,
    failed_redaction: page.failed_redaction || kept.length < page.runs.length,
  };
}
