import { type BlockStyle, type HeaderBlock, hasField } from './headers-block.ts';
import { readBlock } from './headers-find.ts';
import { readHeading, readHeadless } from './headers-headless.ts';
import { foldText, isRule } from './quoted-attribution.ts';
import type { PageFill } from './segment-fill.ts';
import { type LevelContext, levelScore, ownerLine } from './segment-level.ts';
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
    const block = readBlock(lines, i) ?? readHeadless(lines, i);
    if (!block) continue;
    blocks.push(block);
    i = block.last;
  }
  return blocks;
}

const styleKey = (style: BlockStyle): string =>
  `${style.layout}|${style.contrast}|${style.size}|${style.labels}`;

/** The style most common among blocks at the top of pages: that of the messages printed here. */
function learnStyle(lines: Line[], blocks: HeaderBlock[]): BlockStyle | null {
  const counts = new Map<string, { style: BlockStyle; count: number }>();
  for (const block of blocks) {
    if (!lines[block.first]?.pageTop && !ownerLine(lines, block)) continue;
    const entry = counts.get(styleKey(block.style)) ?? { style: block.style, count: 0 };
    entry.count += 1;
    counts.set(styleKey(block.style), entry);
  }
  let best: { style: BlockStyle; count: number } | null = null;
  for (const entry of counts.values()) if (!best || entry.count > best.count) best = entry;
  return best?.style ?? blocks[0]?.style ?? null;
}

/** The names that stand above blocks at page tops, with how often. */
function learnOwners(lines: Line[], blocks: HeaderBlock[]): Map<string, number> {
  const owners = new Map<string, number>();
  for (const block of blocks) {
    const owner = ownerLine(lines, block);
    if (owner) owners.set(foldText(owner.text), (owners.get(foldText(owner.text)) ?? 0) + 1);
  }
  return owners;
}

/** The first line that goes with a start: owner's name, heading, and a rule that parts messages of a text dump. */
function leadOf(lines: Line[], block: HeaderBlock, heading: number | null): number {
  let lead = heading ?? block.first;
  const owner = ownerLine(lines, block);
  if (owner) lead = Math.min(lead, lines.indexOf(owner));
  while (lead > 0 && isRule(lines[lead - 1]?.text ?? '')) lead -= 1;
  return heading === null ? lead : skipBanner(lines, lead);
}

/** A program's or mailbox's name in a line or two at the page's top stands above the heading and is no text of its own. */
function skipBanner(lines: Line[], lead: number): number {
  for (let i = lead - 1; i >= 0 && i >= lead - 2; i -= 1) {
    const line = lines[i];
    if (!line || line.page !== lines[lead]?.page || line.text.length > 90 || /[.!?]$/.test(line.text)) break;
    if (line.pageTop) return i;
  }
  return lead;
}

/** Finds where messages of their own begin; the blocks between are quotations. */
export function findStarts(lines: Line[], fill: PageFill): ItemStart[] {
  const blocks = allBlocks(lines);
  const starts: ItemStart[] = [];
  const context: LevelContext = {
    lines,
    top: learnStyle(lines, blocks),
    open: [],
    fill,
    owners: learnOwners(lines, blocks),
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
    if (context.open.length > 0 && levelScore(block, context) <= 0) {
      context.open.push(block);
      continue;
    }
    const headed = heading && (heading.promised !== null || lines[heading.first]?.pageTop || !block.headless);
    if (headed) subject = heading.subject;
    const known = headed || block.headless ? subject : null;
    if (!hasField(block, 'subject') && known) {
      block.fields.push({ field: 'subject', label: '', value: known, languages: [], line: block.first });
    }
    context.open = [block];
    const lead = leadOf(lines, block, headed ? heading.first : null);
    starts.push({ lead, block, kind: 'email', promised: headed ? heading.promised : null });
  }
  return starts;
}
