import { findBlocks, readBlock } from './headers-find.ts';
import type { Page } from './page.ts';
import type { PageFill } from './segment-fill.ts';
import type { Line } from './segment-lines.ts';

/** Points by which two pages of one document may differ: sheets of one scan do. */
const RESIZED = 15;

/** What is known where one page ends and the next begins inside a message or document. */
export interface PageTurn {
  above: Line[];
  below: Line[];
  from: Page;
  to: Page;
  fill: PageFill;
  /** True where the message names attachments that may be printed behind it. */
  awaits: boolean;
}

/** The page number a foot or head states: `Page 2 of 3`. */
function statedNumber(page: Page): number | null {
  const match =
    /\bpage\s+(\d{1,4})\s+of\s+\d{1,4}\b/i.exec(page.text) ?? /\s(\d{1,4})\/\d{1,4}\s*$/.exec(page.text);
  return match ? Number(match[1]) : null;
}

function isTitle(line: Line, usual: number): boolean {
  const text = line.text.trim();
  if (text.length > 90 || /[.,;]$/.test(text)) return false;
  const letters = text.replace(/[^\p{L}]/gu, '');
  const caps = letters.length > 3 && letters === letters.toUpperCase();
  return caps || (line.size > usual * 1.15 && usual > 0);
}

/**
 * Above zero where the text on the next page does not go on with what stands on this one: an attachment or another
 * document begins. The weights say how often each sign was right on printed releases, roughly in halves of a point.
 */
export function turnScore(turn: PageTurn): number {
  const last = turn.above.at(-1);
  const first = turn.below[0];
  if (!last || !first) return 0;
  // A head here was found to be a quotation's: the text goes on.
  if (readBlock(turn.below, 0)) return -1;
  let score = -1;
  if (turn.fill.known) {
    const { page } = turn.from;
    score += turn.fill.full(page) || !turn.fill.hadRoom(page, turn.below) ? -1.5 : 2;
  }
  if (turn.awaits) score += 1;
  if (
    Math.max(Math.abs(turn.from.width - turn.to.width), Math.abs(turn.from.height - turn.to.height)) > RESIZED
  )
    score += 2;
  const fonts = new Set(turn.above.flatMap((line) => line.runs.map((run) => run.font)));
  const shared = first.runs.length === 0 || first.runs.some((run) => fonts.has(run.font));
  if (!shared) score += 1;
  if (isTitle(first, last.size)) score += 1;
  if (/^\p{Ll}/u.test(first.text.trim())) score -= 2;
  if (!/[.!?:"”)]$/.test(last.text.trim()) && last.text.length > 60) score -= 1;
  // A head without its text goes on overleaf.
  const heads = findBlocks(turn.above);
  if (heads.at(-1)?.last === turn.above.length - 1) score -= 4;
  const [before, after] = [statedNumber(turn.from), statedNumber(turn.to)];
  if (after === 1) score += 2;
  else if (before !== null && after === before + 1) score -= 3;
  return score;
}
