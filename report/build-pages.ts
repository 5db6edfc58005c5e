import type { Page, SourceFile } from '../ingest/index.ts';
import type { AuditReport, Contact, PageImage, PageText, Quote, QuoteBox, QuotePlace } from './audit.ts';
import { cutSegments, type Mark } from './cut-segments.ts';
import { findQuote, findSplitQuote } from './find-quote.ts';
import { boxesOf } from './quote-boxes.ts';

/**
 * A release with more pages than this is too heavy for one file: then only the pages that a contact stands on are printed,
 * and where these are too many as well, only those with a quote.
 */
export const MOST_PAGES = 3000;

/** Media types that every browser shows and that hold no script, unlike SVG. */
const IMAGE_TYPES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

function key(fileId: string, page: number): string {
  return `${fileId} ${page}`;
}

function push<T>(map: Map<string, T[]>, at: string, value: T): void {
  const list = map.get(at);
  if (list === undefined) map.set(at, [value]);
  else list.push(value);
}

/** A mark that knows its quote on the page where the quote goes on as well. */
interface PageMark extends Mark {
  quote: QuotePlace;
}

/** Marks a quote on its page, or on its page and the next one, and says on the quote whether it was found. */
function markQuote(
  quote: Quote,
  number: number,
  pages: ReadonlyMap<string, Page>,
  marks: Map<string, PageMark[]>,
): void {
  if (quote.page === null) return;
  const page = pages.get(key(quote.file_id, quote.page));
  if (page === undefined) return;
  const place = { number, index: quote.index };
  const whole = findQuote(page.text, quote.quote);
  if (whole !== null) {
    push(marks, key(quote.file_id, quote.page), { ...whole, place, quote: place });
    quote.on_page = true;
    return;
  }
  const next = pages.get(key(quote.file_id, quote.page + 1));
  const split = next === undefined ? null : findSplitQuote(page.text, next.text, quote.quote);
  if (split === null) return;
  push(marks, key(quote.file_id, quote.page), { ...split.head, place, quote: place });
  push(marks, key(quote.file_id, quote.page + 1), { ...split.tail, place: null, quote: place });
  quote.on_page = true;
}

/** The pages that a contact's messages, their copies and its quotes stand on. */
function pagesOf(contact: Contact): Set<string> {
  const keys = new Set<string>();
  for (const { item } of contact.messages) {
    for (const { file_id, page_start, page_end } of [item, ...item.witnesses]) {
      for (let page = page_start ?? 1; page <= (page_end ?? 0); page++) keys.add(key(file_id, page));
    }
  }
  for (const { file_id, page } of contact.quotes) if (page !== null) keys.add(key(file_id, page));
  return keys;
}

function boxesOn(page: Page, marks: readonly PageMark[]): QuoteBox[] {
  return marks.flatMap(({ quote, ...span }) =>
    boxesOf(page, span).map((box) => ({ number: quote.number, index: quote.index, ...box })),
  );
}

type Printed = AuditReport['pages_printed'];

/** Which pages are printed, and the keys of those; null for all of them. */
function choosePages(
  all: number,
  citing: ReadonlyMap<string, number[]>,
  quoted: ReadonlySet<string>,
  mostPages: number,
): { printed: Printed; keys: { has: (at: string) => boolean } | null } {
  if (all <= mostPages) return { printed: 'all', keys: null };
  return citing.size <= mostPages
    ? { printed: 'of contacts', keys: citing }
    : { printed: 'of quotes', keys: quoted };
}

/** The release's pages with the contacts' quotes marked on them; sets `on_page` on the quotes that were found again. */
export function buildPages(
  files: readonly SourceFile[],
  pages: readonly Page[],
  images: readonly PageImage[],
  contacts: readonly Contact[],
  mostPages = MOST_PAGES,
): { pages: PageText[]; printed: Printed; left_out: number } {
  const byKey = new Map(pages.map((page) => [key(page.file_id, page.page), page]));
  const marks = new Map<string, PageMark[]>();
  const citing = new Map<string, number[]>();
  const quoted = new Set<string>();
  for (const contact of contacts) {
    for (const quote of contact.quotes) {
      markQuote(quote, contact.number, byKey, marks);
      if (quote.page !== null) quoted.add(key(quote.file_id, quote.page));
    }
    for (const at of pagesOf(contact)) push(citing, at, contact.number);
  }
  const shown = images.filter((image) => IMAGE_TYPES.has(image.media_type));
  const imageOf = new Map(shown.map((image) => [key(image.file_id, image.page), image]));
  const order = new Map(files.map((file, i) => [file.file_id, i]));
  const paths = new Map(files.map((file) => [file.file_id, file.path]));
  const place = (page: Page): number => order.get(page.file_id) ?? files.length;
  const { printed, keys } = choosePages(pages.length, citing, quoted, mostPages);
  const kept = pages
    .filter(({ file_id, page }) => {
      const at = key(file_id, page);
      return keys === null || keys.has(at) || marks.has(at) || imageOf.has(at);
    })
    .sort(
      (a, b) =>
        place(a) - place(b) || (a.file_id < b.file_id ? -1 : a.file_id > b.file_id ? 1 : a.page - b.page),
    );
  const texts = kept.map((page): PageText => {
    const at = key(page.file_id, page.page);
    const image = imageOf.get(at) ?? null;
    return {
      page,
      path: paths.get(page.file_id) ?? page.file_id,
      segments: cutSegments(page.text, marks.get(at) ?? []),
      image,
      boxes: image === null ? [] : boxesOn(page, marks.get(at) ?? []),
      contacts: citing.get(at) ?? [],
    };
  });
  return { pages: texts, printed, left_out: pages.length - texts.length };
}
