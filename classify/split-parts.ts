import { type HeadingPeople, readHeading, readOpening } from './headings.ts';
import { isSpace, type Line, RULE, splitLines } from './lines.ts';
import { findNotices } from './notices.ts';
import { findSignature, isCopyLine } from './signatures.ts';

/** A stretch of a body: whose words they are and of what sort. `[start, end)` in UTF-16 units. */
export interface TextPart {
  kind: 'new' | 'quoted' | 'header' | 'subject' | 'signature' | 'disclaimer';
  start: number;
  end: number;
  /** 0 for the newest message, 1 for the first one quoted, and so on. */
  message: number;
}

export interface SplitBody {
  parts: TextPart[];
  /** Index 0 is the newest message; quoted ones follow in the order of the text. */
  messages: HeadingPeople[];
}

/** Records whose last lines are entries or somebody's words, not the lines of a signature. */
const UNSIGNED = new Set(['log-row', 'chat', 'calendar']);
/** Records in which a lone "From: Ruiz, Ana" begins an older message. */
const MAIL = new Set(['email', 'thread']);

/**
 * Cuts a body into the writer's own words, headings and the subjects in them, what is quoted, signatures and disclaimers. Only the
 * text and the kind of record are used, so that a message cut out of printed pages and one from a mail file come out
 * alike. The parts are in order and cover every line that is not blank.
 */
export function splitParts(body: string, kind = 'email'): SplitBody {
  const lines = splitLines(body);
  const messages: HeadingPeople[] = [{ from: '', to: '' }];
  const parts: TextPart[] = [];
  let block: Line[] = [];
  let message = 0;
  let hasBegun = false;
  // The text may be marked from its first line on, as a whole; then no mark says that it is older.
  let depth = lines.some((line) => line.text.trim() !== '' && depthOf(line) === 0) ? 0 : UNKNOWN;
  /** Messages whose marked quotations are open, the innermost last. */
  let around: { message: number; depth: number }[] = [];
  /** Messages by depth: an answer may stand between the lines of one. */
  let marked = new Map<number, number>();
  const turnTo = (next: number): void => {
    addBlock(block, message, !UNSIGNED.has(kind), parts);
    block = [];
    message = next;
    messages[next] ??= { from: '', to: '' };
  };
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]!;
    // A form or a forwarded sheet may open with "From:"; it is then the message itself, not a quotation.
    const opens = !hasBegun;
    hasBegun ||= line.text.trim() !== '';
    const heading = (opens ? readOpening(lines, at) : null) ?? readHeading(lines, at, MAIL.has(kind));
    if (heading !== null) {
      const answered = message;
      const level = depth === UNKNOWN ? depthOf(line) : depth;
      turnTo(opens && !heading.wrote ? 0 : messages.length);
      messages[message] = { from: heading.from, to: heading.to };
      const last = lines[at + heading.lines - 1] ?? line;
      addHeading(line.start, last.end, heading.subject, message, parts);
      at += heading.lines - 1;
      depth = UNKNOWN;
      around = heading.wrote
        ? [...around.filter((outer) => outer.depth < level), { message: answered, depth: level }]
        : [];
      marked = new Map();
      continue;
    }
    const own = depthOf(line);
    if (/[^\s>]/.test(line.text)) {
      if (depth === UNKNOWN) {
        depth = own;
        marked.set(own, message);
        if (own === 0) around = [];
      } else if (own > depth) {
        around.push({ message, depth });
        turnTo(marked.get(own) ?? messages.length);
        marked.set(own, message);
        depth = own;
      } else if (own < depth && around.length > 0 && isNoTail(line, lines[at - 1])) {
        while (around.length > 0 && own < depth) {
          const outer = around.pop()!;
          turnTo(outer.message);
          depth = outer.depth;
        }
      }
    }
    block.push(line);
  }
  turnTo(message);
  return { parts, messages };
}

const UNKNOWN = -1;

/** How often a line is marked as quoted. */
function depthOf({ text }: Line): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '>') depth += 1;
    else if (!isSpace(text.charCodeAt(at))) break;
  }
  return depth;
}

/** Letters of a line from which on a mail program may have broken it. */
const BROKEN_FROM = 50;

/** False for an unmarked line in which the one before it, which a mail program broke, goes on. */
function isNoTail(line: Line, before: Line | undefined): boolean {
  return depthOf(line) > 0 || (before?.text ?? '').length < BROKEN_FROM || /^\s*[\p{Lu}\d]/u.test(line.text);
}

function addHeading(
  start: number,
  end: number,
  subject: readonly [number, number] | null,
  message: number,
  parts: TextPart[],
): void {
  if (subject === null) {
    parts.push({ kind: 'header', start, end, message });
    return;
  }
  parts.push({ kind: 'header', start, end: subject[0], message });
  parts.push({ kind: 'subject', start: subject[0], end: subject[1], message });
  if (subject[1] < end) parts.push({ kind: 'header', start: subject[1], end, message });
}

function addBlock(block: readonly Line[], message: number, isSigned: boolean, parts: TextPart[]): void {
  const lines = [...block];
  while (lines.length > 0 && lines[0]?.text.trim() === '') lines.shift();
  while (lines.length > 0 && (lines.at(-1)?.text.trim() === '' || RULE.test(lines.at(-1)?.text ?? '')))
    lines.pop();
  const kind = message === 0 ? 'new' : 'quoted';
  const add = (from: number, to: number, of: TextPart['kind']): void => {
    const first = lines[from];
    const last = lines[to - 1];
    if (first === undefined || last === undefined || to <= from) return;
    parts.push({ kind: of, start: first.start, end: last.end, message });
  };
  const addText = (from: number, to: number): void => {
    let end = to;
    while (end > from && lines[end - 1]!.text.trim() === '') end -= 1;
    let copies = end;
    while (copies > from && isCopyLine(lines[copies - 1]!)) copies -= 1;
    const signature = isSigned ? from + findSignature(lines.slice(from, copies)) : copies;
    add(from, signature, kind);
    add(signature, copies, 'signature');
    add(copies, end, kind);
  };
  let from = 0;
  for (const { first, last } of findNotices(lines)) {
    addText(from, first);
    add(first, last, 'disclaimer');
    from = last;
    while (from < lines.length && lines[from]!.text.trim() === '') from += 1;
  }
  addText(from, lines.length);
}
