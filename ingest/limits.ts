const KIB = 1024;
const MIB = 1024 * KIB;
const GIB = 1024 * MIB;

/** Seconds that any file may take: a small one takes less than one, so that a slow machine and a first start fit in. */
const FILE_SECONDS = 60;
/** Seconds that each MiB adds: workbooks, packed ten to one, take up to five. */
const SECONDS_PER_MIB = 10;
/** Seconds that each page adds once it is read: cutting pages of many short messages takes a hundredth. */
const SECONDS_PER_PAGE = 0.1;

/**
 * Longest time that reading a file may take, in whole seconds. The time on the pages of a PDF is not part of it: each page has
 * a limit of its own.
 * @param bytes the file's size
 * @param pages its pages, where they are known and read already
 */
export function fileSeconds(bytes: number, pages = 0): number {
  return Math.ceil(FILE_SECONDS + (SECONDS_PER_MIB * bytes) / MIB + SECONDS_PER_PAGE * pages);
}

/** What one file may cost. A file or entry over a limit is named with an issue; nothing over it is read in part without a word. */
export interface Limits {
  /** Bytes of a PDF, which its engine holds whole in memory. */
  max_pdf_bytes: number;
  /** Bytes of a text, web page or word processor file, which becomes one string. */
  max_text_bytes: number;
  /** Bytes of an image file, which its decoder holds whole. */
  max_image_bytes: number;
  /** Pages of one PDF or image. */
  max_pages: number;
  /** Bytes of one e-mail message with its attachments. */
  max_message_bytes: number;
  /** Bytes of a message's own headers. */
  max_header_bytes: number;
  /** MIME parts of one message. */
  max_message_parts: number;
  /** Containers around a file: a zip in a mail in a zip has depth 2. */
  max_depth: number;
  /** Messages forwarded as attachments inside one another, within one file. */
  max_nested_messages: number;
  /** Bytes of an archive that is unpacked from memory (7-Zip, RAR). */
  max_archive_bytes: number;
  /** Entries of one archive. */
  max_entries: number;
  /** Bytes of one unpacked entry. */
  max_entry_bytes: number;
  /** Bytes of all unpacked entries of one archive. */
  max_unpacked_bytes: number;
  /** Unpacked size divided by packed size of an entry. */
  max_ratio: number;
  /** Unpacked bytes under which the ratio is not looked at. */
  ratio_floor_bytes: number;
  /** Rows of one table. */
  max_rows: number;
  /** Cells of one workbook, which its library holds whole. */
  max_cells: number;
}

export const LIMITS: Limits = {
  // Agencies' largest single PDFs are some hundred MB of scans; a reader holds the file once.
  max_pdf_bytes: 1 * GIB,
  // A string of the language's engine holds 512 million characters; a mail dump of this size is a decade of a department.
  max_text_bytes: 200 * MIB,
  // A fax of some thousand pages.
  max_image_bytes: 500 * MIB,
  // Above the largest releases seen (some ten thousand pages); beyond it a crafted page tree is more likely.
  max_pages: 50_000,
  // Mail servers refuse messages from 25–150 MB; the parser holds the message and its decoded parts.
  max_message_bytes: 200 * MIB,
  // Some thousand recipients take 200 KB; the parser's time grows with the square of folded lines.
  max_header_bytes: 2 * MIB,
  // Twice what the largest digests carry; each part costs a parser state.
  max_message_parts: 2_000,
  // Real releases nest 3 or 4 deep (zip, zip, mbox, attachment); a zip that contains itself never ends.
  max_depth: 8,
  // A forward of a forward of a forward; every level repeats the whole content of the next.
  max_nested_messages: 8,
  // The archive stands in memory twice beside the largest of its entries.
  max_archive_bytes: 500 * MIB,
  // A mail export with a file a message has some ten thousand entries.
  max_entries: 200_000,
  // An entry is handed on as bytes in memory.
  max_entry_bytes: 1 * GIB,
  // What a laptop's disk takes for one container.
  max_unpacked_bytes: 20 * GIB,
  // Deflate's own ceiling is 1032:1; text compresses 3–20:1, empty scans up to 100:1.
  max_ratio: 200,
  // Short runs of equal bytes reach any ratio and harm nobody.
  ratio_floor_bytes: 32 * MIB,
  // A year of a city's plate-reader searches is about a hundred thousand rows.
  max_rows: 2_000_000,
  // A cell takes half a kilobyte of a thread's heap; the same table as CSV is read row by row.
  max_cells: 2_000_000,
};
