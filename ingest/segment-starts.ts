import { readBeside } from './headers-beside.ts';
import { type BlockStyle, type HeaderBlock, hasField } from './headers-block.ts';
import { readBlock } from './headers-find.ts';
import { readHeading, readHeadless } from './headers-headless.ts';
import { foldText, isRule, isSeparator } from './quoted-attribution.ts';
import type { PageFill } from './segment-fill.ts';
import { contextScore, type LevelContext, levelScore, lineOverHead, ownerLine } from './segment-level.ts';
import type { Line } from './segment-lines.ts';
import { isMemoHead } from './segment-memo.ts';

/** Where a message (or memo) of its own begins. */
export interface ItemStart {
  /** First line that is no longer the previous item's: the owner's name, a heading or the block itself. */
  lead: number;
  block: HeaderBlock;
  kind: 'email' | 'memo';
  /** Messages that the conversation's heading above promises; null where there is none. */
  promised: number | null;
}

/** All header blocks with and without labels, in order. */
function allBlocks(lines: Line[]): HeaderBlock[] {
  const blocks: HeaderBlock[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const block = readBlock(lines, i) ?? readBeside(lines, i) ?? readHeadless(lines, i);
    if (!block) continue;
    blocks.push(block);
    i = block.last;
  }
  return blocks;
}

const styleKey = (style: BlockStyle): string =>
  `${style.layout}|${style.contrast}|${style.size}|${style.labels}`;

/** Share of the certain starts that a style must have to count as one of the file's own. */
const LEAST_SHARE = 0.1;

/**
 * The styles of heads that are certainly a message's own: the file's first, those below an owner's name, and those at the
 * top of a page that cannot be an answer's quotation. A quotation that falls on a page's top must not teach its style.
 */
function learnStyles(lines: Line[], blocks: HeaderBlock[], owners: Map<string, number>): BlockStyle[] {
  const counts = new Map<string, { style: BlockStyle; count: number }>();
  let all = 0;
  for (const [i, block] of blocks.entries()) {
    const owned = ownerLine(lines, block, owners) !== null;
    const before = blocks[i - 1];
    const unrelated = before === undefined || contextScore(block, [before]) > 0;
    if (!owned && !(unrelated && (i === 0 || lines[block.first]?.pageTop))) continue;
    const weight = owned || i === 0 ? 2 : 1;
    const entry = counts.get(styleKey(block.style)) ?? { style: block.style, count: 0 };
    entry.count += weight;
    all += weight;
    counts.set(styleKey(block.style), entry);
  }
  return [...counts.values()].filter((entry) => entry.count >= all * LEAST_SHARE).map((entry) => entry.style);
}

/** The names that stand above blocks at page tops, with how often. */
function learnOwners(lines: Line[], blocks: HeaderBlock[]): Map<string, number> {
  const owners = new Map<string, number>();
  for (const block of blocks) {
    const owner = lineOverHead(lines, block);
    if (owner) owners.set(foldText(owner.text), (owners.get(foldText(owner.text)) ?? 0) + 1);
  }
  return owners;
}

/** The first line that goes with a start: owner's name, heading, and a rule that parts messages of a text dump. */
function leadOf(
  lines: Line[],
  block: HeaderBlock,
  heading: number | null,
  owners: Map<string, number>,
): number {
  let lead = heading ?? block.first;
  const owner = ownerLine(lines, block, owners);
  if (owner) lead = Math.min(lead, lines.indexOf(owner));
  while (lead > 0 && isRule(lines[lead - 1]?.text ?? '')) lead -= 1;
  return skipBanner(lines, lead, heading !== null);
}

/** Lines that a release's stamps above a message take at most. */
const BANNER = 5;

/**
 * What stands between the page's top and a message's head and is no text of its own: a program's or mailbox's name above a
 * heading, or stamps in capitals.
 */
function skipBanner(lines: Line[], lead: number, headed: boolean): number {
  for (let i = lead - 1; i >= 0 && i >= lead - BANNER; i -= 1) {
    const line = lines[i];
    if (!line || line.page !== lines[lead]?.page) break;
    const stamp = !/\p{Ll}{2}/u.test(line.text) && line.text.trim().length < 40;
    const name = headed && i >= lead - 2 && line.text.length < 90 && !/[.!?]$/.test(line.text);
    if (!stamp && !name) break;
    if (line.pageTop) return i;
  }
  return lead;
}

/** Separators above so many heads of a file are its program's habit. */
const SEPARATED = 3;

function countSeparated(lines: Line[], blocks: HeaderBlock[]): number {
  return blocks.filter((block) => isSeparator(lines[block.first - 1]?.text ?? '')).length;
}

/** Finds where messages of their own begin; the blocks between are quotations. */
export function findStarts(lines: Line[], fill: PageFill): ItemStart[] {
  const blocks = allBlocks(lines);
  const starts: ItemStart[] = [];
  const owners = learnOwners(lines, blocks);
  const context: LevelContext = {
    lines,
    tops: learnStyles(lines, blocks, owners),
    open: [],
    fill,
    owners,
    separated: countSeparated(lines, blocks) >= SEPARATED,
  };
  let subject: string | null = null;
  for (const block of blocks) {
    if (isMemoHead(lines, block)) {
      const atTop = lines.slice(Math.max(0, block.first - 4), block.first + 1).some((line) => line.pageTop);
      if (!atTop) continue;
      context.open = [block];
      let lead = block.first;
      while (lead > 0 && !lines[lead]?.pageTop) lead -= 1;
      starts.push({ lead, block, kind: 'memo', promised: null });
      continue;
    }
    const heading = hasField(block, 'subject') ? null : readHeading(lines, block.first);
    const topped = heading !== null && lines[heading.first]?.pageTop === true;
    if (context.open.length > 0 && levelScore(block, context, topped) <= 0) {
      context.open.push(block);
      continue;
    }
    const headed = heading && (heading.promised !== null || topped);
    if (headed) subject = heading.subject;
    const known = headed || block.headless ? subject : null;
    if (!hasField(block, 'subject') && known) {
      block.fields.push({ field: 'subject', label: '', value: known, languages: [], line: block.first });
    }
    context.open = [block];
    const lead = leadOf(lines, block, headed ? heading.first : null, owners);
    starts.push({ lead, block, kind: 'email', promised: headed ? heading.promised : null });
  }
  return starts;
}
