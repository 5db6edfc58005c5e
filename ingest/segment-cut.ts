import { fieldValue, type HeaderBlock } from './headers-block.ts';
import type { Page } from './page.ts';
import type { PageFill } from './segment-fill.ts';
import type { Line } from './segment-lines.ts';
import { turnScore } from './segment-turn.ts';

/** Lines that stay together, and whether they break off before a page that was not read. */
export interface Piece {
  lines: Line[];
  truncated: boolean;
  /** True where the message before names attachments, of which this may be one. */
  attached: boolean;
}

const ATTACHED =
  /\b(?:attach(?:ed|ment|ments|ing)|enclosed|see the (?:pdf|file)|adjunt[oa]s?|ci-joint|anbei)\b/i;

/** True where the last line is no end: it fills the page, or stops in mid-sentence. */
function breaksOff(lines: Line[], fill: PageFill): boolean {
  const last = lines.at(-1);
  if (!last) return true;
  if (fill.known && fill.full(last.page)) return true;
  return /[\p{L},;-]$/u.test(last.text.trim()) && last.text.trim().length > 60;
}

/** Cuts a stretch at the page turns behind which something else begins: an attachment, another document, an unread page. */
export function cutAtTurns(
  lines: Line[],
  block: HeaderBlock | null,
  pages: Map<number, Page>,
  unread: Set<number>,
  fill: PageFill,
): Piece[] {
  const pieces: Piece[] = [];
  const named = block ? fieldValue(block, 'attachments') !== '' : false;
  let current: Line[] = [];
  const awaits = named || (block !== null && lines.some((line) => ATTACHED.test(line.text)));
  for (const [i, line] of lines.entries()) {
    const above = lines[i - 1];
    if (above && line.page !== above.page) {
      const [from, to] = [pages.get(above.page), pages.get(line.page)];
      const below = lines.slice(i, i + 40).filter((next) => next.page === line.page);
      const gone = [...Array(line.page - above.page - 1).keys()].some((k) => unread.has(above.page + 1 + k));
      const midSentence = /^\p{Ll}/u.test(line.text.trim());
      const truncated = gone && breaksOff(current, fill);
      const turned =
        from && to ? turnScore({ above: current.slice(-40), below, from, to, fill, awaits: named }) : 0;
      if (gone ? !midSentence : turned > 0) {
        pieces.push({ lines: current, truncated, attached: awaits });
        current = [];
      } else if (gone && pieces.length === 0) {
        pieces.push({ lines: [], truncated: true, attached: false });
      }
    }
    current.push(line);
  }
  const end = current.at(-1)?.page;
  const lost = end !== undefined && unread.has(end + 1) && breaksOff(current, fill);
  pieces.push({ lines: current, truncated: lost, attached: awaits });
  return mergeMarks(pieces);
}

/** A continuation over an unread page keeps the mark that something between is missing. */
function mergeMarks(pieces: Piece[]): Piece[] {
  const marked = pieces.some((piece) => piece.lines.length === 0 && piece.truncated);
  const kept = pieces.filter((piece) => piece.lines.length > 0);
  const first = kept[0];
  return marked && first ? [{ ...first, truncated: true }, ...kept.slice(1)] : kept;
}
