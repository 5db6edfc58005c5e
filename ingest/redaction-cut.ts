import { type Box, type Matrix, mapPoint, multiply, toMatrix } from './box.ts';
import type { RawPage, RawRun } from './pdf-engine.ts';
import type { PlacedChar } from './redaction-look.ts';

/** A run laid out along its baseline: lengths in points of the page. */
interface Baseline {
  x: number;
  y: number;
  /** Unit vector in which the text runs. */
  dx: number;
  dy: number;
  width: number;
  size: number;
  /** Points of the page that one unit of user space measures. */
  scale: number;
}

/** How far below and above its baseline a run reaches, in font heights. */
const DESCENT = 0.35;
const ASCENT = 1.05;

function baselineOf(run: RawRun, viewport: Matrix): Baseline {
  const [a, b, c, d, x, y] = multiply(viewport, toMatrix(run.transform));
  const length = Math.hypot(a, b) || 1;
  const scale = Math.hypot(viewport[0], viewport[1]) || 1;
  return {
    x,
    y,
    dx: a / length,
    dy: b / length,
    width: run.width * scale,
    size: Math.hypot(c, d) || run.height,
    scale,
  };
}

/** Distance along the baseline of the middle of a box, and above it. */
function along({ x, y, dx, dy }: Baseline, { x0, y0, x1, y1 }: Box): [number, number] {
  const [px, py] = [(x0 + x1) / 2 - x, (y0 + y1) / 2 - y];
  return [px * dx + py * dy, px * dy - py * dx];
}

function standsOn(line: Baseline, box: Box): boolean {
  const [t, n] = along(line, box);
  return t > -0.5 && t < line.width + 0.5 && n > -DESCENT * line.size && n < ASCENT * line.size;
}

interface Placed {
  char: PlacedChar;
  hidden: boolean;
  t: number;
}

const letters = (text: string) => text.normalize('NFKC').replace(/\s/g, '');

/** For each UTF-16 unit of the run whether it is hidden; the run's letters and the placed ones are the same in number. */
function flagsByOrder(str: string, placed: Placed[]): boolean[] | null {
  const units: number[] = [];
  for (let at = 0; at < str.length; at += 1) if (!/\s/.test(str[at] ?? '')) units.push(at);
  const chars = placed.flatMap((one) => Array.from({ length: one.char.char.length }, () => one));
  if (chars.length !== units.length) return null;
  const joined = placed.map(({ char }) => char.char).join('');
  if (letters(joined) !== letters(str)) chars.sort((a, b) => a.t - b.t);
  const flags = Array.from({ length: str.length }, () => false);
  for (const [index, at] of units.entries()) flags[at] = chars[index]?.hidden ?? false;
  return flags;
}

/** Characters of other runs that stand on the same line (a code written over the words) say nothing of this one. */
function ownChars(str: string, placed: Placed[]): Placed[] {
  const whole = letters(str);
  const byObject = new Map<number, string>();
  for (const { char } of placed) byObject.set(char.handle, (byObject.get(char.handle) ?? '') + char.char);
  const own = placed.filter(({ char }) => whole.includes(letters(byObject.get(char.handle) ?? '')));
  return own.length > 0 ? own : placed;
}

/** Where the letters cannot be told apart one by one, every word that may be touched is hidden. */
function flagsByPlace(str: string, placed: Placed[], line: Baseline): boolean[] {
  const flags = Array.from({ length: str.length }, () => false);
  const step = line.width / Math.max(1, str.length);
  for (const word of str.matchAll(/\S+/g)) {
    const [from, to] = [word.index * step - step, (word.index + word[0].length) * step + step];
    if (placed.some(({ hidden, t }) => hidden && t >= from && t <= to))
      flags.fill(true, word.index, word.index + word[0].length);
  }
  return flags;
}

/** White space between two hidden letters is hidden, at the edge of what stays it stays. */
function closeGaps(str: string, flags: boolean[]): boolean[] {
  const closed = [...flags];
  for (const gap of str.matchAll(/\s+/g)) {
    const [before, behind] = [flags[gap.index - 1], flags[gap.index + gap[0].length]];
    if ((before ?? behind) && (behind ?? before)) closed.fill(true, gap.index, gap.index + gap[0].length);
  }
  return closed;
}

/** The stretches of a run that are not hidden, each as a run in its own place. */
function keepPieces(run: RawRun, flags: boolean[], line: Baseline): RawRun[] {
  const pieces: RawRun[] = [];
  const step = run.width / Math.max(1, run.str.length);
  const { transform } = run;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform;
  const length = Math.hypot(a, b) || 1;
  for (let at = 0; at < flags.length; at += 1) {
    if (flags[at]) continue;
    let end = at;
    while (end < flags.length && !flags[end]) end += 1;
    const shift = step * at;
    pieces.push({
      ...run,
      str: run.str.slice(at, end),
      transform: [a, b, c, d, e + (a / length) * shift, f + (b / length) * shift],
      width: step * (end - at),
      height: run.height || line.size,
    });
    at = end;
  }
  return pieces;
}

/**
 * The runs of a page without the characters that are hidden. Runs that no character of the second engine stands on
 * (form fields, texts laid over the page) are taken out whole where their middle lies in one of `closed`.
 */
export function cutHidden(
  page: RawPage,
  chars: PlacedChar[],
  hidden: Set<PlacedChar>,
  closed: Box[],
): RawRun[] {
  const viewport = toMatrix(page.viewport);
  return page.runs.flatMap((run) => {
    if (run.str.trim() === '') return [run];
    const line = baselineOf(run, viewport);
    const placed = chars
      .filter((char) => standsOn(line, char.ink))
      .map((char): Placed => ({ char, hidden: hidden.has(char), t: along(line, char.ink)[0] }))
      .sort((one, other) => one.t - other.t);
    if (placed.length === 0) {
      const [x, y] = mapPoint(
        [line.dx, line.dy, line.dy, -line.dx, line.x, line.y],
        line.width / 2,
        line.size / 3,
      );
      return closed.some((box) => x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1) ? [] : [run];
    }
    const own = ownChars(run.str, placed);
    if (!own.some((one) => one.hidden)) return [run];
    const flags = flagsByOrder(run.str, own) ?? flagsByPlace(run.str, own, line);
    return keepPieces(run, closeGaps(run.str, flags), line);
  });
}
