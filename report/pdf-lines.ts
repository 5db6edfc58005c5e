import type { Face } from './pdf-file.ts';
import { cutUnits, type Piece, type Run, type Span, type Unit, type Words } from './pdf-words.ts';

/** A piece at its place in a line, in points from the line's left end. */
export interface Placed extends Piece {
  x: number;
  /** Width in points. */
  points: number;
}

export type Line = Placed[];

/** Signs after which a word that is too long for a line is broken first. */
const BREAK_AFTER = /[/\\\-_.@:;,?&=+)]/;
/** A stretch shorter than this share of the line is not worth breaking at such a sign. */
const LEAST_SHARE = 0.25;

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** How much of a word fits into `room` points, and what is left of it. */
function fitting(words: Words, face: Face, word: string, size: number, room: number): [Run[], string] {
  const signs = [...word];
  let width = 0;
  let end = 0;
  let goodEnd = 0;
  for (const sign of signs) {
    const [run] = words.runs(face, sign);
    const next = width + (run?.width ?? 0) * size;
    if (next > room && end > 0) break;
    width = next;
    end += 1;
    if (BREAK_AFTER.test(sign) && width >= room * LEAST_SHARE) goodEnd = end;
  }
  const cut = end === signs.length ? end : goodEnd || end;
  return [words.runs(face, signs.slice(0, cut).join('')), signs.slice(cut).join('')];
}

/** A unit wider than a line, as units that are not. */
function breakUnit(words: Words, unit: Unit, size: number, room: number): Unit[] {
  const units: Unit[] = [];
  let first = true;
  for (const piece of unit.pieces) {
    let rest = piece.actual ?? piece.text;
    while (rest !== '') {
      const [runs, left] = fitting(words, piece.face, rest, size, room);
      for (const run of runs) {
        const space = first ? unit.space : 0;
        units.push({ pieces: [{ ...piece, ...run }], width: run.width, space, breaks: first && unit.breaks });
        first = false;
      }
      rest = left;
    }
  }
  return units;
}

/** Words of a script that runs from right to left stand in that order where several follow on one another. */
function orderWords(units: readonly Unit[]): Unit[] {
  const ordered: Unit[] = [];
  let turned: Unit[] = [];
  for (const unit of units) {
    if (unit.pieces.some((piece) => RIGHT_TO_LEFT.test(piece.actual ?? piece.text))) turned.unshift(unit);
    else {
      ordered.push(...turned, unit);
      turned = [];
    }
  }
  return [...ordered, ...turned];
}

function sameStyle(a: Placed, b: Piece): boolean {
  return (
    a.face === b.face &&
    a.color === b.color &&
    a.marked === b.marked &&
    a.goTo === b.goTo &&
    a.actual === null &&
    b.actual === null
  );
}

/** Field by field: a report has hundreds of thousands of them. */
function placed(
  { text, face, width, actual, color, marked, goTo }: Piece,
  x: number,
  points: number,
): Placed {
  return { text, face, width, actual, color, marked, goTo, x, points };
}

/** Pieces of one style are drawn as one, so that a reader who selects the line gets its words with their spaces. */
function placeLine(units: readonly Unit[], size: number, spaceOf: (piece: Piece) => number): Line {
  const line: Line = [];
  let x = 0;
  for (const [i, unit] of orderWords(units).entries()) {
    const first = unit.pieces[0];
    const spaced = i > 0 && unit.space > 0 && first !== undefined;
    if (spaced) {
      const last = line.at(-1);
      const gap = spaceOf(first) * size;
      if (last !== undefined) {
        last.text += last.actual === null ? ' ' : '';
        last.points += gap;
      }
      x += gap;
    }
    for (const piece of unit.pieces) {
      const points = piece.width * size;
      const last = line.at(-1);
      if (last !== undefined && sameStyle(last, piece)) {
        last.text += piece.text;
        last.points += points;
      } else line.push(placed(piece, x, points));
      x += points;
    }
  }
  return line;
}

/** Sets spans into lines of `width` points at `size` points. No line is wider, whatever the words are. */
export function breakLines(words: Words, spans: readonly Span[], size: number, width: number): Line[] {
  const lines: Line[] = [];
  let units: Unit[] = [];
  let used = 0;
  const spaceOf = (piece: Piece): number => words.space(piece.face);
  const close = (next: Unit | null): void => {
    const line = placeLine(units, size, spaceOf);
    // A reader who hears the text, or copies it, gets the space at which the line was broken.
    const last = line.at(-1);
    const isApart = next !== null && (next.space > 0 || next.breaks);
    if (isApart && last !== undefined && last.actual === null) last.text += ' ';
    lines.push(line);
    units = [];
    used = 0;
  };
  const add = (unit: Unit): void => {
    const needs = (units.length === 0 ? 0 : unit.space * size) + unit.width * size;
    if (units.length > 0 && (unit.breaks || used + needs > width + 0.01)) close(unit);
    used += (units.length === 0 ? 0 : unit.space * size) + unit.width * size;
    units.push(unit);
  };
  for (const unit of cutUnits(words, spans)) {
    if (unit.width * size > width) for (const part of breakUnit(words, unit, size, width)) add(part);
    else add(unit);
  }
  if (units.length > 0) close(null);
  return lines;
}

/** Width in points that a line takes. */
export function lineWidth(line: Line): number {
  const last = line.at(-1);
  return last === undefined ? 0 : last.x + last.points;
}
