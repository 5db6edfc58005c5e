import { blockLanguages, rawHeaders } from './headers-block.ts';
import { firstBlock, readBlock } from './headers-find.ts';
import type { BodyPart } from './item.ts';
import { parsePeople } from './normalize-people.ts';
import { isArrows, isRule, isSeparator, readAttribution } from './quoted-attribution.ts';
import { markedLines, QUOTATION_MARK } from './quoted-marks.ts';
import type { QuotedMessage } from './quoted-message.ts';
import { type Line, textLines } from './segment-lines.ts';
import { ownParts } from './split-body-parts.ts';

/** A body's parts and the messages it quotes at first hand (what those quote stands in their bodies). */
export interface SplitBody {
  parts: BodyPart[];
  quoted: QuotedMessage[];
}

type Start = Pick<QuotedMessage, 'headers_raw' | 'languages'> & {
  /** First line that belongs to the quotation, and first line of its text. */
  line: number;
  text: number;
};

/** The first place from `index` on where a quotation without marks begins: it reaches to the end of the body. */
function findStart(lines: Line[], index: number): Start | null {
  const block = firstBlock(lines, index);
  const blockAt = block?.first ?? lines.length;
  for (let i = index; i <= Math.min(blockAt, lines.length - 1); i += 1) {
    const line = lines[i];
    if (!line) break;
    if (i === blockAt && block) {
      return {
        line: i,
        text: block.last + 1,
        headers_raw: rawHeaders(block),
        languages: blockLanguages(block),
      };
    }
    const attribution =
      QUOTATION_MARK.test(line.text) && !isArrows(line.text) ? null : readAttribution(lines, i);
    if (attribution) {
      const headers_raw = { from: attribution.from, date: attribution.date_raw };
      return { line: i, text: attribution.last + 1, headers_raw, languages: [] };
    }
    if (isSeparator(line.text) && blockAt > i + 3) {
      return { line: i, text: i + 1, headers_raw: {}, languages: [] };
    }
  }
  return null;
}

/** Separator and rule lines above a header block go with the quotation. */
function openQuotation(lines: Line[], start: number, lowest: number): number {
  let first = start;
  while (first > lowest) {
    const above = lines[first - 1]?.text ?? '';
    if (!isSeparator(above) && !isRule(above)) break;
    first -= 1;
  }
  return first;
}

function cutMessage(
  lines: Line[],
  start: Start,
  end: number,
  marked: (line: Line) => boolean,
): QuotedMessage | null {
  const first = lines[start.line];
  const last = lines[end - 1];
  if (!first || !last) return null;
  let body = '';
  const map: QuotedMessage['map'] = [];
  for (const line of lines.slice(start.text, end)) {
    if (!marked(line)) continue;
    const stripped = stripMark(line.text);
    if (stripped.text === '') {
      if (body !== '' && !body.endsWith('\n\n')) body += '\n';
      continue;
    }
    if (body !== '')
      body += line.gap && !body.endsWith('\n\n') && !QUOTATION_MARK.test(line.text) ? '\n\n' : '\n';
    map.push({ at: body.length, from: line.start + stripped.cut });
    body += stripped.text;
  }
  const { headers_raw, languages } = start;
  return liftHeaders({
    start: first.start,
    end: last.end,
    headers_raw,
    languages,
    body: body.trimEnd(),
    map,
  });
}

function sameSender(a: string, b: string): boolean {
  const [left, right] = [parsePeople(a)[0], parsePeople(b)[0]];
  if (!left || !right) return false;
  return left.address !== '' && left.address.toLowerCase() === right.address.toLowerCase();
}

/** A forward marks the header with the text, or sets a separator above it: such a header is taken out of the body. */
function liftHeaders(message: QuotedMessage): QuotedMessage {
  const { from, date } = message.headers_raw;
  if (date) return message;
  const lines = textLines(message.body);
  let first = 0;
  while (first < lines.length && (isSeparator(lines[first]?.text ?? '') || isRule(lines[first]?.text ?? '')))
    first += 1;
  const block = readBlock(lines, first);
  // "Tina wrote:" above Tina's own head introduces one message, not two.
  if (!block || (from && !sameSender(from, rawHeaders(block).from ?? ''))) return message;
  const shift = lines[block.last + 1]?.start ?? message.body.length;
  return {
    ...message,
    headers_raw: rawHeaders(block),
    languages: blockLanguages(block),
    body: message.body.slice(shift),
    map: message.map
      .filter((entry) => entry.at >= shift)
      .map((entry) => ({ ...entry, at: entry.at - shift })),
  };
}

/** Takes one level of quotation mark off a line. */
function stripMark(text: string): { text: string; cut: number } {
  const mark = isArrows(text) ? null : /^\s{0,3}(?:>|&gt;) ?/.exec(text);
  return mark ? { text: text.slice(mark[0].length), cut: mark[0].length } : { text, cut: 0 };
}

/**
 * Splits a body into the writer's new text, signature, disclaimer and what is quoted, and cuts out the quoted messages.
 *
 * A quotation without marks (a header block, `On … wrote:`, a separator) reaches to the end; lines marked `>` are quoted
 * where they stand, so that answers between them stay new text. An empty body has no parts.
 */
export function splitBody(body: string): SplitBody {
  const lines = textLines(body);
  const quoted: QuotedMessage[] = [];
  const parts: BodyPart[] = [];
  const set = markedLines(lines);
  const isMarked = (line: Line) => set.has(line);
  const found = findStart(lines, 0);
  const bare = found ? { ...found, line: openQuotation(lines, found.line, 0) } : null;
  const marks = lines.filter((line) => isMarked(line)).length;
  const next = bare ? lines[bare.text] : undefined;
  const interleaved =
    marks > 0 && (!bare || (next !== undefined && isMarked(next)) || firstMark(lines, isMarked) < bare.line);
  if (!interleaved) {
    const end = bare ? bare.line : lines.length;
    parts.push(...ownParts(lines.slice(0, end), true));
    const message = bare ? cutMessage(lines, bare, lines.length, () => true) : null;
    if (message) {
      quoted.push(message);
      parts.push({ kind: 'quoted', start: message.start, end: message.end });
    }
    return { parts, quoted };
  }
  return splitMarked(lines, isMarked, bare);
}

function firstMark(lines: Line[], isMarked: (line: Line) => boolean): number {
  const index = lines.findIndex((line) => isMarked(line));
  return index < 0 ? lines.length : index;
}

/** Bodies with marked lines: each run of marked lines is a quoted part; an attribution gathers the runs up to the next one. */
function splitMarked(lines: Line[], isMarked: (line: Line) => boolean, bare: Start | null): SplitBody {
  const parts: BodyPart[] = [];
  const quoted: QuotedMessage[] = [];
  // A quotation without marks below the marked ones takes the rest.
  const tail = bare && !isMarked(lines[bare.text] ?? (lines[bare.line] as Line)) ? bare : null;
  const end = tail ? tail.line : lines.length;
  const starts: Start[] = [];
  let own: Line[] = [];
  const flush = (closing: boolean) => {
    parts.push(...ownParts(own, closing));
    own = [];
  };
  for (let i = 0; i < end; i += 1) {
    const line = lines[i];
    if (!line) break;
    const attribution = isMarked(line) && starts.length > 0 ? null : readAttribution(lines, i);
    const follows = attribution ? lines[attribution.last + 1] : undefined;
    if (attribution && follows && isMarked(follows)) {
      flush(parts.length === 0 || false);
      const headers_raw = { from: attribution.from, date: attribution.date_raw };
      starts.push({ line: i, text: attribution.last + 1, headers_raw, languages: [] });
      const first = line.start;
      let last = attribution.last;
      while (last + 1 < end && lines[last + 1] && isMarked(lines[last + 1] as Line)) last += 1;
      parts.push({ kind: 'quoted', start: first, end: lines[last]?.end ?? line.end });
      i = last;
      continue;
    }
    if (!isMarked(line)) {
      own.push(line);
      continue;
    }
    flush(false);
    if (starts.length === 0) starts.push({ line: i, text: i, headers_raw: {}, languages: [] });
    let last = i;
    while (last + 1 < end && lines[last + 1] && isMarked(lines[last + 1] as Line)) last += 1;
    parts.push({ kind: 'quoted', start: line.start, end: lines[last]?.end ?? line.end });
    i = last;
  }
  flush(true);
  for (const [i, start] of starts.entries()) {
    const stop = starts[i + 1]?.line ?? end;
    const lastMarked = lines.slice(0, stop).findLastIndex((line) => isMarked(line));
    const message = cutMessage(lines, start, lastMarked + 1, isMarked);
    if (message) quoted.push(message);
  }
  const rest = tail ? cutMessage(lines, tail, lines.length, () => true) : null;
  if (rest) {
    quoted.push(rest);
    parts.push({ kind: 'quoted', start: rest.start, end: rest.end });
  }
  return { parts, quoted };
}
