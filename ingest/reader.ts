import type { Format } from './format.ts';
import type { Limits } from './limits.ts';
import type { PdfPages } from './read-pdf.ts';
import type { Source } from './source.ts';
import type { Tally } from './tally.ts';

/** What every reader gets. */
export interface Reading {
  source: Source;
  file_id: string;
  format: Format;
  tally: Tally;
  limits: Limits;
  /** Pages of a PDF that other workers have read already; null where this reader reads them itself. */
  pdfPages: PdfPages | null;
  /** Tried in turn on files that are locked. Never written to a record or a log. */
  passwords: string[];
  /** Told the number of each page of a PDF before it is read, OPENING_PAGE before it is opened, and 0 behind the last. */
  atPage: (page: number) => void;
}

/**
 * Reads one file and hands what it finds to the tally. Trouble with a part is told to the tally and the rest is read;
 * trouble with the whole file is thrown as an `Unreadable`.
 */
export type Reader = (reading: Reading) => Promise<void>;
