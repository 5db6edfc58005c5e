import type { AuditReport, Contact, PageText, QuoteBox } from './audit.ts';
import { anchor, each, type Html, html, type Pieces, pieces, trusted } from './html.ts';
import { join, pageAnchor } from './render-html-parts.ts';

/** How much of the page is shown above and below the marked words, in points. */
const AROUND = 70;

/** A picture whose page has no size of its own is measured in its pixels. */
function sizeOf({ page, image }: PageText): { width: number; height: number } {
  return page.width > 0 && page.height > 0
    ? { width: page.width, height: page.height }
    : { width: image?.width ?? 0, height: image?.height ?? 0 };
}

/** Base64 as it is written in a data address, without line breaks; null where it is anything else. */
function imageData(base64: string): string | null {
  const text = base64.replace(/\s+/g, '');
  return /^[A-Za-z0-9+/]+={0,2}$/.test(text) ? text : null;
}

function pictureId({ page }: PageText): string {
  return anchor('im', page.file_id, page.page);
}

export function hasPicture({ image }: PageText): boolean {
  return image !== null && imageData(image.base64) !== null;
}

/** Each picture once, to be shown wherever it is wanted: its bytes are the heaviest part of a report. */
export function pictureStore(pages: readonly PageText[]): Pieces {
  const stored = each(pages, (entry) => {
    const data = entry.image === null ? null : imageData(entry.image.base64);
    if (entry.image === null || data === null) return html``;
    const { width, height } = sizeOf(entry);
    return html`<image id="${pictureId(entry)}" width="${width}" height="${height}" preserveAspectRatio="none" href="data:${entry.image.media_type};base64,${trusted(data)}"/>
`;
  });
  return pieces`<svg class="store" width="0" height="0" aria-hidden="true"><defs>
${stored}</defs></svg>`;
}

function marks(boxes: readonly QuoteBox[]): Html[] {
  return boxes.map(
    ({ x0, y0, x1, y1 }) =>
      html`<rect class="quote-box" x="${round(x0 - 1)}" y="${round(y0 - 1)}" width="${round(x1 - x0 + 2)}" height="${round(y1 - y0 + 2)}"/>`,
  );
}

function round(value: number): number {
  return Number(value.toFixed(1));
}

/** The whole picture of a page, every quote on it marked. */
export function wholePicture(entry: PageText, name: string): Html {
  const { width, height } = sizeOf(entry);
  return html`<svg class="picture" role="img" aria-label="${name}" viewBox="0 0 ${round(width)} ${round(height)}"><use href="#${pictureId(entry)}"/>${marks(entry.boxes)}</svg>`;
}

/** The band of a page that a contact's quotes stand on, or null where its picture is not here or does not show where they are. */
function excerpt(entry: PageText, number: number): Html | null {
  const boxes = entry.boxes.filter((box) => box.number === number);
  if (!hasPicture(entry) || boxes.length === 0) return null;
  const { width, height } = sizeOf(entry);
  const top = Math.max(0, Math.min(...boxes.map(({ y0 }) => y0)) - AROUND);
  const bottom = Math.min(height, Math.max(...boxes.map(({ y1 }) => y1)) + AROUND);
  const { page, path } = entry;
  const bates = page.bates === null ? '' : `, Bates ${page.bates}`;
  return html`<figure class="excerpt"><svg role="img" aria-label="Part of page ${page.page} of ${path}, with the quoted words marked" viewBox="0 ${round(top)} ${round(width)} ${round(bottom - top)}"><use href="#${pictureId(entry)}"/>${marks(boxes)}</svg><figcaption><a href="#${pageAnchor(page.file_id, page.page)}"><span class="path">${path}</span> p. ${page.page}</a>${bates}</figcaption></figure>
`;
}

/** The pages' pictures with the words that carry a contact's code marked on them; null where there are none. */
export function renderExcerpts(contact: Contact, pages: readonly PageText[]): Html | null {
  const shown = pages.map((entry) => excerpt(entry, contact.number)).filter((one) => one !== null);
  return shown.length === 0 ? null : join(shown, '');
}

/** For each contact the pages on which its quotes are marked, in the order of the pages. */
export function pagesByContact({ pages }: AuditReport): Map<number, PageText[]> {
  const map = new Map<number, PageText[]>();
  for (const entry of pages) {
    for (const number of new Set(entry.boxes.map((box) => box.number))) {
      map.set(number, [...(map.get(number) ?? []), entry]);
    }
  }
  return map;
}
