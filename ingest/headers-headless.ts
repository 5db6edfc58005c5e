import type { HeaderBlock, HeaderField } from './headers-block.ts';
import { continuesValue } from './headers-continue.ts';
import { matchLabel } from './headers-labels.ts';
import { labelledValues } from './headers-line.ts';
import { parseDate } from './normalize-date.ts';
import type { Line } from './segment-lines.ts';

/** "3 messages" below a conversation's subject. */
const COUNT = /^(\d{1,4})\s+(?:messages?|mensajes?|nachrichten?)$/i;
/** Characters beside the stamp that a date line may hold ("(2 hours ago)" is more). */
const STRAY = 2;
const ADDRESS = /<?[\w.+'&-]+@[\w-]+(?:\.[\w-]+)+>?/;

/** True where the text is a time stamp of day and clock and nothing else. */
export function isStamp(text: string): boolean {
  if (text.length >= 60 || !/\d/.test(text)) return false;
  const date = parseDate(text);
  return Boolean(date?.timed && date.rest <= STRAY);
}

/** The number of messages a conversation print promises on this line, or null. */
export function promisedCount(line: Line): number | null {
  const match = COUNT.exec(line.text.trim());
  return match ? Number(match[1]) : null;
}

interface SenderLine {
  from: string;
  date: string;
  last: number;
}

/** `Name <address>` at the left and the time at the right of one line, or the time on the next line. */
function readSender(lines: Line[], index: number): SenderLine | null {
  const line = lines[index];
  if (!line || line.furniture || line.text.length > 200 || matchLabel(line.text)) return null;
  const pieces = line.text.trim().split(/\t|\s{3,}/);
  const right = pieces.at(-1) ?? '';
  const left = pieces.slice(0, -1).join(' ').trim();
  const next = lines[index + 1];
  if (next && left !== '') {
    // Both columns may be too narrow: the address and the clock's half then stand on the next line.
    const below = next.text.trim().split(/\t|\s{3,}/);
    const stamp = `${right} ${below.slice(1).join(' ')}`.trim();
    const address = below[0] ?? '';
    if (/^<[^<>]+>$/.test(address) && ADDRESS.test(address) && isStamp(stamp))
      return { from: `${left} ${address}`, date: stamp, last: index + 1 };
  }
  if (left.length > 2 && isStamp(right)) return { from: left, date: right.trim(), last: index };
  const close = /^(.{3,}>)\s+(\S.*)$/.exec(line.text.trim());
  if (close?.[1] && isStamp(close[2] ?? '')) return { from: close[1], date: close[2] ?? '', last: index };
  if (!next || next.furniture || next.page !== line.page || !isStamp(next.text)) return null;
  const named = ADDRESS.test(line.text) || /^[\p{Lu}][\p{L}'’.-]+,? [\p{Lu}]/u.test(line.text);
  return named && line.text.length < 120
    ? { from: line.text.trim(), date: next.text.trim(), last: index + 1 }
    : null;
}

const FOLLOWING = new Set(['to', 'cc', 'bcc', 'reply-to', 'subject', 'attachments']);

/**
 * A head without labels for sender and time, as conversation prints and webmail set it: the sender at the left, the time at
 * the right or below, then `To:`. The subject is the conversation's heading and is filled in by the caller.
 */
export function readHeadless(lines: Line[], index: number): HeaderBlock | null {
  const sender = readSender(lines, index);
  if (!sender) return null;
  const fields: HeaderField[] = [
    { field: 'from', label: '', value: sender.from, languages: [], line: index },
    { field: 'date', label: '', value: sender.date, languages: [], line: sender.last },
  ];
  let last = sender.last;
  for (let i = last + 1; i < lines.length; i += 1) {
    const line = lines[i];
    if (!line || line.furniture) break;
    const found = labelledValues(line, { fuzzy: false, bare: false });
    const label = found[0];
    if (
      !label ||
      line.gap ||
      label.weak ||
      !FOLLOWING.has(label.field) ||
      fields.some((field) => field.field === label.field)
    ) {
      const previous = fields.at(-1);
      if (!previous || last === sender.last || !continuesValue({ lines, fields, values: [], last }, i)) break;
      previous.value = `${previous.value} ${line.text.trim()}`;
      last = i;
      continue;
    }
    for (const entry of found)
      fields.push({
        field: entry.field,
        label: entry.label,
        value: entry.value,
        languages: entry.languages,
        line: i,
      });
    last = i;
  }
  const addressed = fields.some((field) => field.field === 'to' || field.field === 'reply-to');
  if (!addressed) return null;
  const head = lines[index];
  return {
    first: index,
    last,
    fields,
    headless: true,
    style: {
      layout: 'headless',
      contrast: null,
      size: head?.size ?? 0,
      left: head?.box?.x0 ?? null,
      order: 'from date to',
      labels: '',
    },
  };
}

/** The conversation's heading above `index`: its subject, the messages it promises, and its first line. */
export function readHeading(
  lines: Line[],
  index: number,
): { subject: string; promised: number | null; first: number } | null {
  let at = index - 1;
  const count = lines[at] ? promisedCount(lines[at] as Line) : null;
  if (count !== null) at -= 1;
  const end = at;
  const size = lines[end]?.size ?? 0;
  while (at >= 0) {
    const line = lines[at];
    if (!line || line.furniture || line.page !== lines[index]?.page) break;
    if (at < end && (Math.abs(line.size - size) > 0.6 || lines[at + 1]?.gap)) break;
    if (end - at >= 4) break;
    at -= 1;
  }
  const heading = lines.slice(at + 1, end + 1);
  if (heading.length === 0) return null;
  const subject = heading.map((line) => line.text.trim()).join(' ');
  return subject.length > 0 && subject.length < 400 ? { subject, promised: count, first: at + 1 } : null;
}
