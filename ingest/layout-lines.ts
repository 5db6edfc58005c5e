import type { RawPage, RawRun } from './pdf-engine.ts';

/** A run placed on the page: points, origin top left, y downwards. `u` runs along its baseline, `v` down across it. */
export interface PlacedRun {
  str: string;
  font: string;
  size: number;
  /** Quarter turns clockwise of its baseline against the page: 0 for upright text. */
  turn: number;
  u0: number;
  u1: number;
  v: number;
  /** The baseline of the line it stands on: another than `v` for a raised or lowered figure. */
  row: number;
  /** White space was drawn before it on the same line. */
  spaced: boolean;
}

export interface Line {
  runs: PlacedRun[];
  v: number;
  size: number;
}

/** Runs whose baselines differ by less than this share of the font height stand on one line (superscripts do). */
const SAME_LINE = 0.45;
/** A raised figure is smaller than this share of its line's height, and raised by no more than this share of it. */
const SMALLER = 0.8;
const RAISED = 0.6;
/** It stands no farther than this share of the line's height behind the word. */
const ATTACHED = 0.2;
/** The same word drawn twice within this share of the font height is bold by overprint. */
const OVERPRINT = 0.2;

type Matrix = [number, number, number, number, number, number];

function multiply(a: number[], b: number[]): Matrix {
  const [a0 = 1, a1 = 0, a2 = 0, a3 = 1, a4 = 0, a5 = 0] = a;
  const [b0 = 1, b1 = 0, b2 = 0, b3 = 1, b4 = 0, b5 = 0] = b;
  return [
    a0 * b0 + a2 * b1,
    a1 * b0 + a3 * b1,
    a0 * b2 + a2 * b3,
    a1 * b2 + a3 * b3,
    a0 * b4 + a2 * b5 + a4,
    a1 * b4 + a3 * b5 + a5,
  ];
}

/** Coordinates along and across a baseline turned clockwise by `turn` quarters. */
function alongBaseline(turn: number, x: number, y: number): [number, number] {
  if (turn === 1) return [y, -x];
  if (turn === 2) return [-x, -y];
  if (turn === 3) return [-y, x];
  return [x, y];
}

/** The inverse of `alongBaseline`. */
export function onPage(turn: number, u: number, v: number): [number, number] {
  if (turn === 1) return [-v, u];
  if (turn === 2) return [-u, -v];
  if (turn === 3) return [v, -u];
  return [u, v];
}

/** pdf.js numbers fonts per loaded document of the process (`g_d7_f2`); only the last part is the same in every run. */
function stableFont(name: string): string {
  return name.replace(/^g_d\d+_/, '');
}

/** Damaged files give lengths that are no numbers; the words are kept, at the edge of the page. */
function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}

function placeRun(run: RawRun, viewport: number[]): PlacedRun {
  const [a, b, c, d, x, y] = multiply(viewport, run.transform).map(finite) as Matrix;
  const turn = (Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4;
  const [u, v] = alongBaseline(turn, x, y);
  const size = Math.hypot(c, d) || finite(run.height);
  return {
    str: run.str,
    font: stableFont(run.fontName),
    size,
    turn,
    u0: u,
    u1: u + finite(run.width),
    v,
    row: v,
    spaced: false,
  };
}

/** True where `run` is set small right behind `host` and between its baseline and its top, as the "th" of a date is. */
function isRaised(run: PlacedRun, host: PlacedRun): boolean {
  const close = Math.abs(run.u0 - host.u1) < ATTACHED * host.size;
  return (
    close &&
    run.size < SMALLER * host.size &&
    run.v < host.v + ATTACHED * host.size &&
    run.v > host.v - RAISED * host.size
  );
}

/** Puts raised and lowered figures on the line of the run they are set behind. */
function settleRaised(runs: PlacedRun[]): PlacedRun[] {
  const largest = runs.reduce((size, run) => Math.max(size, run.size), 0);
  return runs.map((run) => {
    if (run.size >= SMALLER * largest) return run;
    // White space is drawn as wide as the gap it fills, up to whatever comes next.
    const host = runs.find((other) => other.str.trim() !== '' && isRaised(run, other));
    return host ? { ...run, row: host.v } : run;
  });
}

function isOverprint(run: PlacedRun, line: Line): boolean {
  return line.runs.some(
    (other) => other.str === run.str && Math.abs(other.u0 - run.u0) < OVERPRINT * Math.max(run.size, 1),
  );
}

function gatherLine(runs: PlacedRun[]): Line {
  const line: Line = { runs: [], v: 0, size: 0 };
  let spaced = false;
  for (const run of runs.sort((a, b) => a.u0 - b.u0)) {
    if (run.str.trim() === '') {
      spaced = true;
      continue;
    }
    if (isOverprint(run, line)) continue;
    line.runs.push({ ...run, spaced });
    spaced = false;
  }
  const tallest = line.runs.reduce((best, run) => (run.size > best.size ? run : best), {
    size: 0,
    row: runs[0]?.row ?? 0,
  });
  return { ...line, v: tallest.row, size: tallest.size };
}

function gatherLines(runs: PlacedRun[]): Line[] {
  const groups: { v: number; size: number; runs: PlacedRun[] }[] = [];
  for (const run of settleRaised(runs).sort((a, b) => a.row - b.row || a.u0 - b.u0)) {
    const group = groups.at(-1);
    if (group && run.row - group.v <= SAME_LINE * Math.min(group.size, run.size)) group.runs.push(run);
    else groups.push({ v: run.row, size: run.size, runs: [run] });
  }
  return groups.map((group) => gatherLine(group.runs)).filter((line) => line.runs.length > 0);
}

/**
 * The lines of a page by the place of their runs, not by the order of drawing: top to bottom, left to right.
 * Text turned against most of the page (a stamp along the margin) comes last. Empty for a page without text.
 */
export function layoutLines(page: RawPage): Line[] {
  const byTurn = new Map<number, PlacedRun[]>();
  for (const run of page.runs) {
    if (run.str === '') continue;
    const placed = placeRun(run, page.viewport);
    byTurn.set(placed.turn, [...(byTurn.get(placed.turn) ?? []), placed]);
  }
  const letters = (runs: PlacedRun[]) => runs.reduce((sum, run) => sum + run.str.trim().length, 0);
  return [...byTurn.values()]
    .sort((a, b) => letters(b) - letters(a) || (a[0]?.turn ?? 0) - (b[0]?.turn ?? 0))
    .flatMap(gatherLines);
}
