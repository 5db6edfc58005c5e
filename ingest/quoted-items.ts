import { makeHeaders } from './headers-item.ts';
import { itemId } from './ids.ts';
import type { Item, PageOffset } from './item.ts';
import type { QuotedMessage } from './quoted-message.ts';
import { splitBody } from './split-body.ts';

/** Levels of quotation followed; a chain of more is a program quoting itself. */
const DEEPEST = 40;

/** The page on which an offset of the parent's body stands. */
function pageAt(offsets: PageOffset[], at: number): number | null {
  let page: number | null = offsets[0]?.page ?? null;
  for (const offset of offsets) {
    if (offset.start > at) break;
    page = offset.page;
  }
  return page;
}

/** Carries the parent's page offsets over to a quoted body by the lines both share. */
function mapOffsets(parent: Item, quote: QuotedMessage): PageOffset[] {
  const offsets: PageOffset[] = [];
  for (const { at, from } of quote.map) {
    const page = pageAt(parent.page_offsets, from);
    if (page !== null && offsets.at(-1)?.page !== page)
      offsets.push({ page, start: offsets.length === 0 ? 0 : at });
  }
  return offsets;
}

function quotedItem(parent: Item, quote: QuotedMessage, place: string): Item {
  const offsets = mapOffsets(parent, quote);
  const start = pageAt(parent.page_offsets, quote.start) ?? parent.page_start;
  const first = offsets[0]?.page ?? start;
  const { parts } = splitBody(quote.body);
  const own = parts.findLast((part) => part.kind !== 'quoted');
  const page_offsets = offsets.length > 0 || first === null ? offsets : [{ page: first, start: 0 }];
  return {
    ...makeHeaders(quote.headers_raw, quote.languages),
    item_id: itemId(parent.sha256, place),
    file_id: parent.file_id,
    path: parent.path,
    sha256: parent.sha256,
    kind: 'email',
    origin: 'quoted',
    page_start: start,
    // What it quotes in turn is an item of its own, with pages of its own.
    page_end: own ? pageAt(page_offsets, own.end - 1) : start,
    part: place,
    parent_id: parent.item_id,
    body: quote.body,
    parts,
    page_offsets,
  };
}

/**
 * The messages quoted in an item's body, the nested ones after those they stand in. `part` is the parent's with `/q1`,
 * `/q2` … behind it, once for each level; `parent_id` is the item a message directly stands in.
 */
export function quotedItems(parent: Item, depth = 0): Item[] {
  if (depth >= DEEPEST) return [];
  return splitBody(parent.body).quoted.flatMap((quote, i) => {
    const item = quotedItem(parent, quote, `${parent.part ?? 'file'}/q${i + 1}`);
    return [item, ...quotedItems(item, depth + 1)];
  });
}
