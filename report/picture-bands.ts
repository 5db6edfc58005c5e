import type { AuditReport, Contact, PageText, QuoteBox } from './audit.ts';

/** The band of a page on which a contact's quotes stand, to be cut out of the page's picture. */
export interface PictureBand {
  /** Of the contact in this report. */
  number: number;
  file_id: string;
  page: number;
  path: string;
  bates: string | null;
  /** Of the page, in the page's own units. */
  width: number;
  height: number;
  top: number;
  bottom: number;
  /** The marked words, in the same units. */
  boxes: QuoteBox[];
}

/** A band cut out of its picture, as JPEG. Sizes in pixels. */
export interface CutBand extends PictureBand {
  jpeg: Uint8Array;
}

/** How much of the page is shown above and below the marked words, in points. */
const AROUND = 56;
/** A band is no higher than this, or it would fill a page by itself. */
const HIGHEST = 300;
/** Pictures of one contact, and of one report: more make the file heavy and say no more. */
const MOST_OF_CONTACT = 2;
const MOST_BANDS = 150;

function bandOf(entry: PageText, contact: Contact): PictureBand | null {
  const { page, image, path } = entry;
  const boxes = entry.boxes.filter((box) => box.number === contact.number);
  if (image === null || boxes.length === 0 || page.width <= 0 || page.height <= 0) return null;
  const top = Math.max(0, Math.min(...boxes.map(({ y0 }) => y0)) - AROUND);
  const bottom = Math.min(page.height, top + HIGHEST, Math.max(...boxes.map(({ y1 }) => y1)) + AROUND);
  return {
    number: contact.number,
    file_id: page.file_id,
    page: page.page,
    path,
    bates: page.bates,
    width: page.width,
    height: page.height,
    top,
    bottom,
    boxes: boxes.filter(({ y1 }) => y1 <= bottom),
  };
}

/** The bands that the exhibits of these contacts show, in the order of the contacts and of their pages. */
export function listBands(
  { pages }: Pick<AuditReport, 'pages'>,
  contacts: readonly Contact[],
): PictureBand[] {
  const byContact = new Map<number, PageText[]>();
  for (const entry of pages) {
    for (const number of new Set(entry.boxes.map((box) => box.number))) {
      const list = byContact.get(number);
      if (list === undefined) byContact.set(number, [entry]);
      else list.push(entry);
    }
  }
  const bands = contacts.flatMap((contact) =>
    (byContact.get(contact.number) ?? [])
      .flatMap((entry) => bandOf(entry, contact) ?? [])
      .slice(0, MOST_OF_CONTACT),
  );
  return bands.slice(0, MOST_BANDS);
}
