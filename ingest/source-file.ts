import type { Issue } from './issue.ts';

export type FileStatus = 'read' | 'partial' | 'unreadable' | 'duplicate';

/**
 * What one file of the release turned out to be. One row a file of `files.csv`.
 *
 * `items_expected` is what the container itself promises (separators of an mbox, counts of a mailbox's folders, entries of
 * an archive, rows of a table; for pages and single messages what was found), and `items_expected = items_emitted + items_failed` always.
 * Messages quoted inside an item are items of their own and are not counted here.
 */
export interface SourceFile {
  /** `f_` and the first 16 hex digits of the sha256; a second copy of the same bytes has `-` and a hash of its path behind it. */
  file_id: string;
  /** Path inside the release, `!/` between a container and what it holds: `release.zip!/mail/box.mbox!/12/flyer.pdf`. */
  path: string;
  sha256: string;
  /** Found from the bytes, never from the name. */
  media_type: string;
  bytes: number;
  status: FileStatus;
  pages: number;
  items_expected: number;
  items_emitted: number;
  items_failed: number;
  issues: Issue[];
}
