import { type BlockStyle, fieldValue, type HeaderBlock, hasField } from './headers-block.ts';
import { normalizeDate } from './normalize-date.ts';
import { parsePeople } from './normalize-people.ts';
import { foldText, isRule, isSeparator } from './quoted-attribution.ts';
import type { PageFill } from './segment-fill.ts';
import type { Line } from './segment-lines.ts';

/** A subject without its answer and forward marks, for comparison. */
export function baseSubject(subject: string): string {
  return foldText(subject)
    .replace(
      /^(?:\s*(?:\[[^\]]{1,20}\]|(?:re|fw|fwd|rv|tr|aw|wg|antw|sv|vs|i|r|enc|res|ynt|odp)(?:\s?\[\d+\])?\s?[:;]))+/,
      '',
    )
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

export interface LevelContext {
  lines: Line[];
  /** Styles of the blocks that certainly head messages of their own. */
  tops: BlockStyle[];
  /** Blocks of the message so far, its own first; empty where no message is open. */
  open: HeaderBlock[];
  fill: PageFill;
  /** True where the file sets a separator above what is quoted, so that a head without one is more likely a message's own. */
  separated: boolean;
  /** Texts of owner lines seen above blocks of this file. */
  owners: Map<string, number>;
}

/** A short line at the top of the page right above a block, which may be the mailbox owner's name; null where there is none. */
export function lineOverHead(lines: Line[], block: HeaderBlock): Line | null {
  const above = lines[block.first - 1];
  const first = lines[block.first];
  if (!above || !first || above.page !== first.page || !above.pageTop) return null;
  const text = above.text.trim();
  if (isRule(text) || isSeparator(text)) return null;
  if (text.length < 3 || text.length > 60 || /[.!?:;,]$/.test(text) || text.split(/\s+/).length > 7)
    return null;
  return above;
}

/**
 * The mailbox owner's name (or a program's) above a block at the top of a page, or null. It is known from other pages, or
 * set larger than the head; else it may be the last line of the text before, turned over.
 */
export function ownerLine(
  lines: Line[],
  block: HeaderBlock,
  owners: ReadonlyMap<string, number>,
): Line | null {
  const before = lines[block.first - 1];
  const known = before !== undefined && (owners.get(foldText(before.text)) ?? 0) >= 2;
  if (before && known && before.page === lines[block.first]?.page) return before;
  const above = lineOverHead(lines, block);
  if (!above) return null;
  const larger = above.size > (lines[block.first]?.size ?? 0) * 1.1;
  return larger || above === lines[0] ? above : null;
}

function styleScore(style: BlockStyle, top: BlockStyle): number {
  let score = 0;
  let same = true;
  const differs = (weight: number) => {
    score -= weight;
    same = false;
  };
  if (style.layout !== top.layout) differs(3);
  if (style.contrast !== null && top.contrast !== null && style.contrast !== top.contrast) differs(1);
  if (style.size > 0 && top.size > 0 && Math.abs(style.size - top.size) > 0.6) differs(1.5);
  if (style.left !== null && top.left !== null && style.left - top.left > 6) differs(1);
  if (style.labels !== top.labels && style.order !== top.order) differs(0.5);
  if (same) score += style.layout === 'inline' ? 0.5 : 2;
  return score;
}

/** Hours by which a quoted time may seem later than its answer's: programs print it in other zones. */
const ZONES_APART = 14;

/** Hours from one wall clock to the other, zones left out; dates without a clock count from midnight. */
function hoursBetween(earlier: string, later: string): number {
  const clock = (iso: string) => Date.parse(`${iso.slice(0, 10)}T${iso.slice(11, 16) || '00:00'}Z`);
  return (clock(later) - clock(earlier)) / 3_600_000;
}

/** Names and addresses of a field, folded. */
function names(block: HeaderBlock, field: string): string[] {
  return parsePeople(fieldValue(block, field)).map(({ name, address }) => foldText(name || address));
}

function sameSender(block: HeaderBlock, above: HeaderBlock): boolean {
  const [mine, theirs] = [names(block, 'from')[0], names(above, 'from')[0]];
  return mine !== undefined && mine === theirs;
}

const ANSWERED = /^\s*(?:re|fw|fwd|rv|tr|aw|wg|antw|sv|vs|enc|res)(?:\s?\[\d+\])?\s?[:;]\s*/i;

/** How many answer and forward marks stand before a subject. */
function answerDepth(subject: string): number {
  let rest = subject;
  let depth = 0;
  while (ANSWERED.test(rest)) {
    rest = rest.replace(ANSWERED, '');
    depth += 1;
  }
  return depth;
}

/** What a message quotes has as many answer marks or fewer; one with more answers it. */
function depthScore(subject: string, above: string): number {
  const more = answerDepth(subject) - answerDepth(above);
  if (subject === '' || above === '' || more === 0) return 0;
  return more > 0 ? 1.5 : -1;
}

/** Negative where the block fits below the open message as what it answers; positive where it cannot be. */
export function contextScore(block: HeaderBlock, open: HeaderBlock[]): number {
  const above = open.at(-1);
  if (!above) return 4;
  let score = 0;
  const [mine, theirs] = [
    baseSubject(fieldValue(block, 'subject')),
    baseSubject(fieldValue(above, 'subject')),
  ];
  const known = mine !== '' && theirs !== '';
  const related = known && (mine.startsWith(theirs.slice(0, 24)) || theirs.startsWith(mine.slice(0, 24)));
  if (known) score += related ? -1 : 1.5;
  const depth = depthScore(fieldValue(block, 'subject'), fieldValue(above, 'subject'));
  const [date, before] = [normalizeDate(fieldValue(block, 'date')), normalizeDate(fieldValue(above, 'date'))];
  if (date && before) {
    const hours = hoursBetween(before, date);
    // A message does not quote itself: it is printed a second time.
    if (hours === 0 && related && sameSender(block, above)) score += 4;
    else if (hours <= 0) score -= 1;
    else score += related && depth <= 0 && hours <= ZONES_APART ? 2.75 : 3;
  }
  score += depth;
  const later = date !== null && before !== null && hoursBetween(before, date) > 0;
  const sender = names(block, 'from')[0];
  const parties = [...names(above, 'to'), ...names(above, 'cc')];
  const receivers = [...names(block, 'to'), ...names(block, 'cc')];
  const answered = sender !== undefined && parties.includes(sender);
  const forwarded = names(above, 'from').some((name) => receivers.includes(name));
  // Under a later time the same people mean an answer, which is a message of its own.
  if (!later && (answered || forwarded)) score -= 1;
  return score;
}

/** Lines before a head in which the separator above it stands, a page's foot and head between. */
const NEAR = 8;

/** Above zero for a message of its own (`headed`: its subject is a heading at the page's top), below for one quoted in the open message. */
export function levelScore(block: HeaderBlock, context: LevelContext, headed: boolean): number {
  const { lines, open, fill } = context;
  const first = lines[block.first];
  if (!first) return 0;
  // The page may turn between a separator and the head below it.
  const above = lines
    .slice(Math.max(0, block.first - NEAR), block.first)
    .filter((line) => !line.furniture)
    .slice(-2)
    .filter((line) => line.page === first.page || isSeparator(line.text) || isRule(line.text));
  let score = 0;
  if (above.some((line) => isSeparator(line.text))) score -= 6;
  else if (context.separated) score += 1;
  const rule = above.at(-1);
  if (rule && isRule(rule.text)) score += /^\s*[=*#]/.test(rule.text) ? 3 : -2;
  const owner = ownerLine(lines, block, context.owners);
  const atTop = first.pageTop || owner?.pageTop === true || headed;
  if (owner) score += 2 + Math.min(2, context.owners.get(foldText(owner.text)) ?? 0);
  if (atTop) {
    const previous = lines[block.first - (owner ? 2 : 1)];
    const full = previous && fill.known ? fill.full(previous.page) : true;
    score += full ? 1 : 3;
    if (previous && previous.page < first.page - 1) score += 1;
  } else score -= 1.5;
  const styles = context.tops.map((top) => styleScore(block.style, top));
  if (styles.length > 0) score += Math.max(...styles);
  if (block.headless) score += 4;
  if (hasField(block, 'message-id') && open[0] && hasField(open[0], 'message-id')) score += 2;
  return score + contextScore(block, open);
}
