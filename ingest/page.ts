/** How a page was read. `unread`: there is something on it that no engine has read; `blank`: there is nothing. */
export type PageMethod = 'text' | 'ocr' | 'blank' | 'unread';

/**
 * A run of text with its place on the page. Units: points (1/72 inch), origin top left, y downwards, after rotation.
 * `start` and `end` are offsets (UTF-16 units) into the page's `text`.
 */
export interface TextRun {
  start: number;
  end: number;
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  /** Font height in points. */
  size: number;
  /** An opaque name, equal for runs in the same face: a bold label differs from its value. */
  font: string;
}

/** One page as read. Lines of `text` are separated by `\n`; runs on one line by a space, or a tab where there is a column gap. */
export interface Page {
  file_id: string;
  /** From 1. */
  page: number;
  width: number;
  height: number;
  method: PageMethod;
  /** Mean word confidence 0–100 of the recogniser; null where no recogniser was used. */
  ocr_confidence: number | null;
  text: string;
  /** Characters of `text` that are not white space. */
  chars: number;
  runs: TextRun[];
  /** Redaction marks seen in the text: runs of █, `[REDACTED]`, exemption codes such as `7(1)(c)` or `(b)(6)`. */
  redactions: number;
  /** The page's Bates number as printed; null where there is none. */
  bates: string | null;
}
