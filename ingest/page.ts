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

/** Where something was taken out of a page. Units as in `TextRun`. */
export interface RedactionBox {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  /** How it was made: a filled box of either colour, an annotation, or a mark in the text (█, "[REDACTED]"). */
  kind: 'black' | 'white' | 'annotation' | 'mark';
  /** Exemption codes written on it or beside it, as found: "7(1)(c)", "(b)(6)". */
  codes: string[];
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
  /** Boxes and marks with their place; a mark without a known place is only counted in `redactions`. */
  redaction_boxes: RedactionBox[];
  /** Share of the page's area that the boxes cover, 0 to 1. */
  redacted_share: number;
  /** Text was found under a box or an annotation that was to hide it. That text is in no field of this record. */
  failed_redaction: boolean;
  /** What read the page, with its version: "pdf.js 5.4.296", "tesseract.js 7.0.0 eng"; null where nothing did. */
  engine: string | null;
  /** A text layer that could not be trusted and was read again by a recogniser; null where none was set aside. */
  set_aside_text: string | null;
  /** The page's Bates number as printed; null where there is none. */
  bates: string | null;
}

/** The record of a page that could not be read, and the ground on which the others are built. */
export function unreadPage(fileId: string, number: number): Page {
  return {
    file_id: fileId,
    page: number,
    width: 0,
    height: 0,
    method: 'unread',
    ocr_confidence: null,
    text: '',
    chars: 0,
    runs: [],
    redactions: 0,
    redaction_boxes: [],
    redacted_share: 0,
    failed_redaction: false,
    engine: null,
    set_aside_text: null,
    bates: null,
  };
}
