import type { Issue } from './issue.ts';

export const ITEM_KINDS = [
  'email',
  'log-row',
  'memo',
  'report',
  'form',
  'bulletin',
  'chat',
  'calendar',
  'voicemail',
  'document',
] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** `native`: eml, mbox. `printed`: cut out of pages. `quoted`: inside another item. `row`: a table's row. `document`: anything else. */
export type ItemOrigin = 'native' | 'printed' | 'quoted' | 'row' | 'document';

export type PartKind = 'new' | 'quoted' | 'signature' | 'disclaimer';

/** A stretch of an item's `body`, `[start, end)` in UTF-16 units. Parts are in order, do not overlap and cover the body but for white space. */
export interface BodyPart {
  kind: PartKind;
  start: number;
  end: number;
}

/** From `start` (offset into the item's `body`) on, the text stands on `page`. */
export interface PageOffset {
  page: number;
  start: number;
}

/** Headers exactly as they stand in the record (unfolded, trimmed), by lower-case English name (`de:` is found under `from`). */
export type RawHeaders = Record<string, string>;

/**
 * The unit a coder reads, as found: every copy is an item of its own here; `classify` joins the copies.
 *
 * `from`, `to`, `cc` are normalised to `Name <address>` with `; ` between people, either half left out where the record
 * has none. `date` is ISO 8601 and no more precise than the record: `2015-01-06T05:52:09-06:00`, `2015-01-06T05:52`,
 * `2015-01-06`, or null.
 */
export interface Item {
  /** `i_` and 16 hex digits made from the file's sha256 and the item's place in it. */
  item_id: string;
  file_id: string;
  path: string;
  /** Of the file. */
  sha256: string;
  kind: ItemKind;
  origin: ItemOrigin;
  /** First and last page the item stands on; null where the file has no pages. */
  page_start: number | null;
  page_end: number | null;
  /** Place inside the file: message number and MIME part (`12`, `12/2.1`), row number (`row 7`, `sheet 2 row 7`), quotation (`p3.1/q1`); null for a whole file. */
  part: string | null;
  /** The item this one is quoted in, attached to or printed behind. */
  parent_id: string | null;
  message_id: string | null;
  /** Message-IDs this one answers, nearest first (In-Reply-To, then References from the end). */
  in_reply_to: string[];
  from: string;
  to: string;
  cc: string;
  date: string | null;
  date_raw: string;
  subject: string;
  headers_raw: RawHeaders;
  /** The text as it stands, with what it quotes. A printed item's lines are those of the page. */
  body: string;
  parts: BodyPart[];
  /** Where each page begins in `body`, in order; empty where the file has no pages. */
  page_offsets: PageOffset[];
  /** Names of attachments as the record states them. */
  attachments: string[];
  /** True where the item's own text or headers carry a redaction mark. */
  redacted: boolean;
  issues: Issue[];
}
