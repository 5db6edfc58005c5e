import { quotedOf } from './emit-quoted.ts';
import { guardPiece } from './guard-piece.ts';
import { blockLanguages, rawHeaders } from './headers-block.ts';
import { promisedCount } from './headers-headless.ts';
import { makeHeaders } from './headers-item.ts';
import { itemId } from './ids.ts';
import { type Issue, issue } from './issue.ts';
import type { Item } from './item.ts';
import type { Page } from './page.ts';
import { composeBody } from './segment-body.ts';
import { cutAtTurns } from './segment-cut.ts';
import { measureFill } from './segment-fill.ts';
import { markFurniture } from './segment-furniture.ts';
import { documentKind } from './segment-kind.ts';
import { type Line, pageLines } from './segment-lines.ts';
import { plainItem } from './segment-plain.ts';
import { findStarts, type ItemStart } from './segment-starts.ts';
import { splitBody } from './split-body.ts';

/** The file whose pages are segmented. */
export interface PagedFile {
  file_id: string;
  path: string;
  sha256: string;
}

const REDACTION = /[█▇■▉]{2,}|\[\s*redacted|\(b\)\s?\(\d\)|\d\(\d\)\([a-z]\)/i;

/** A stretch of lines that becomes one item. */
interface Stretch {
  lines: Line[];
  start: ItemStart | null;
  truncated: boolean;
  /** Index of the stretch this one is printed behind; null for none. */
  parent: number | null;
}

function countParts(): (page: number) => string {
  const counts = new Map<number, number>();
  return (page) => {
    const count = (counts.get(page) ?? 0) + 1;
    counts.set(page, count);
    return `p${page}.${count}`;
  };
}

function makeItem(
  file: PagedFile,
  stretch: Stretch,
  lines: Line[],
  part: string,
  parent: Item | null,
  paged: boolean,
): Item {
  const { start } = stretch;
  const head = new Set(start ? lines.slice(start.block.first, start.block.last + 1) : []);
  const own = stretch.lines.filter((line) => !head.has(line));
  const { body, page_offsets } = composeBody(own);
  const empty: Item['headers_raw'] = {};
  const headers = start
    ? makeHeaders(rawHeaders(start.block), blockLanguages(start.block))
    : { ...makeHeaders(empty), issues: [] };
  const first = start ? (lines[start.block.first]?.page ?? 1) : (own[0]?.page ?? 1);
  const last = own.at(-1)?.page ?? (start ? (lines[start.block.last]?.page ?? first) : first);
  const issues: Issue[] = [...headers.issues];
  if (stretch.truncated)
    issues.push(issue('truncated', 'The text breaks off before a page that was not read.', `page ${last}`));
  const isMail = start?.kind === 'email';
  const kind = isMail ? 'email' : start ? 'memo' : documentKind(own);
  return {
    ...headers,
    item_id: itemId(file.sha256, part),
    file_id: file.file_id,
    path: file.path,
    sha256: file.sha256,
    kind,
    origin: isMail ? 'printed' : 'document',
    page_start: paged ? first : null,
    page_end: paged ? last : null,
    part,
    parent_id: parent?.item_id ?? null,
    body,
    parts: isMail ? splitBody(body).parts : body === '' ? [] : [{ kind: 'new', start: 0, end: body.length }],
    page_offsets: paged ? page_offsets : [],
    redacted: headers.redacted || REDACTION.test(body),
    issues,
  };
}

/** Conversation prints state how many messages they hold; fewer found is an issue at the heading's page. */
function checkPromises(starts: ItemStart[], lines: Line[]): Issue[] {
  const headless = starts.filter((start) => start.block.headless).map((start) => start.block.first);
  const promises = lines.flatMap((line, at) => {
    const count = promisedCount(line);
    const headed = lines.slice(Math.max(0, at - 4), at + 1).some((above) => above.pageTop);
    return count !== null && headed ? [{ at, count, page: line.page }] : [];
  });
  return promises.flatMap(({ at, count, page }, i) => {
    const end = promises[i + 1]?.at ?? lines.length;
    const found = headless.filter((first) => first > at && first < end).length;
    if (found >= count) return [];
    const text = `The print promises ${count} messages; ${found} ${found === 1 ? 'was' : 'were'} found.`;
    return [issue('missing-messages', text, `page ${page}`)];
  });
}

/**
 * All items that stand on a file's pages, in order: printed messages, each followed by the messages quoted in it, and the
 * other pages as documents. `paged: false` is for files whose pages are no pages (text dumps, word processing). A stretch on
 * which `make` breaks down is a document, and named.
 */
export function segmentPages(
  file: PagedFile,
  pages: Page[],
  { paged, make = makeItem }: { paged: boolean; make?: typeof makeItem } = { paged: true },
): { items: Item[]; issues: Issue[] } {
  const readable = [...pages]
    .filter((page) => page.method === 'text' || page.method === 'ocr')
    .sort((a, b) => a.page - b.page);
  const cut = readable.map((page) => ({ page, lines: pageLines(page) }));
  markFurniture(cut);
  const all = cut.flatMap((entry) => entry.lines);
  const own = all.filter((line) => !line.furniture);
  // Pages of nothing but one line that repeats hold that line.
  const lines = own.length > 0 ? own : all;
  const fill = measureFill(cut);
  const starts = findStarts(lines, fill);
  const unread = new Set(pages.filter((page) => page.method === 'unread').map((page) => page.page));
  const byNumber = new Map(readable.map((page) => [page.page, page]));
  const stretches: Stretch[] = [];
  const bounds = [...starts.map((start) => start.lead), lines.length];
  const before = lines.slice(0, bounds[0]);
  for (const piece of cutAtTurns(before, null, byNumber, unread, fill))
    stretches.push({ ...piece, start: null, parent: null });
  for (const [i, start] of starts.entries()) {
    const stretch = lines.slice(start.block.first, bounds[i + 1]);
    const pieces = cutAtTurns(stretch, start.block, byNumber, unread, fill);
    const head = stretches.length;
    for (const [j, piece] of pieces.entries()) {
      stretches.push({
        ...piece,
        start: j === 0 ? start : null,
        parent: j === 0 || !piece.attached ? null : head,
      });
    }
  }
  const issues = checkPromises(starts, lines);
  const items: Item[] = [];
  const made: Item[] = [];
  const nextPart = countParts();
  for (const stretch of stretches) {
    const first = stretch.lines[0];
    if (!first) continue;
    const parent = stretch.parent === null ? null : (made[stretch.parent] ?? null);
    const part = nextPart(first.page);
    const where = paged ? `page ${first.page}` : `part ${part}`;
    const tell = (problem: Issue) => void issues.push(problem);
    const item = guardPiece(
      () => make(file, stretch, lines, part, parent, paged),
      () => plainItem(file, stretch.lines, part, parent?.item_id ?? null, paged),
      { says: 'What begins there is kept as a document: it could not be read as a message', where },
      tell,
    );
    made.push(item);
    items.push(item);
    if (item.kind === 'email') items.push(...quotedOf(item, where, tell));
  }
  return { items, issues };
}
