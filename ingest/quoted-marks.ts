import { isArrows } from './quoted-attribution.ts';
import type { Line } from './segment-lines.ts';

/** `>` before a quoted line, once for each level. */
export const QUOTATION_MARK = /^\s{0,3}(?:>|&gt;)+(?=[\s>\p{L}\p{N}"'(*[#_.,!-]|$)/u;

/** A body whose lines are all shorter was not broken by a page's width. */
const NARROWEST = 50;
/** Characters of one width of line vary by so much in proportional faces. */
const SLACK = 0.88;

/**
 * The lines that carry quotation marks. A single one inside a paragraph is a ">" of the text ("Personal > ICE" broken at
 * the sign); it counts where it stands apart. A line without mark that a printer broke off a marked one goes with it.
 */
export function markedLines(lines: Line[]): Set<Line> {
  const marked = new Set<Line>();
  for (let i = 0; i < lines.length; i += 1) {
    let last = i;
    while (lines[last] && QUOTATION_MARK.test(lines[last]?.text ?? '') && !isArrows(lines[last]?.text ?? ''))
      last += 1;
    if (last === i) continue;
    const [first, next, above] = [lines[i], lines[last], lines[i - 1]];
    const apart = !above || first?.gap || /:$/.test(above.text) || !next || next.gap;
    if (last - i > 1 || apart) for (const line of lines.slice(i, last)) marked.add(line);
    i = last;
  }
  addBroken(lines, marked);
  return marked;
}

/** Lines that one quoted paragraph is broken into at most. */
const LONGEST_RUN = 40;

/** True where the first word of `line` did not fit on the line above. */
function didNotFit(above: Line, line: Line, width: number): boolean {
  const word = /^\S+/.exec(line.text)?.[0] ?? '';
  return !line.gap && word !== '' && above.text.length + 1 + word.length >= width * SLACK;
}

/** True where `line` goes on with a sentence of the line above. */
function goesOn(above: Line, line: Line): boolean {
  return /^[\p{Ll}\p{N}(]/u.test(line.text) || !/[.?!:]["”')]*$/.test(above.text.trimEnd());
}

function addBroken(lines: Line[], marked: Set<Line>): void {
  const width = Math.max(...lines.map((line) => line.text.length));
  if (marked.size === 0 || width < NARROWEST) return;
  for (const [i, start] of lines.entries()) {
    if (!marked.has(start)) continue;
    const run = [start];
    for (let k = i + 1; k < lines.length && run.length < LONGEST_RUN; k += 1) {
      const [above, line] = [run.at(-1) ?? start, lines[k]];
      if (!line || marked.has(line) || !didNotFit(above, line, width)) break;
      run.push(line);
    }
    const behind = lines[i + run.length];
    // Between marked lines nobody answers without a gap; elsewhere the sentence itself must go on.
    const enclosed = behind !== undefined && marked.has(behind) && !behind.gap;
    const broken = enclosed
      ? run.length
      : run.findIndex((line, k) => k > 0 && !goesOn(run[k - 1] ?? line, line));
    for (const line of run.slice(0, broken < 0 ? run.length : broken)) marked.add(line);
  }
}
