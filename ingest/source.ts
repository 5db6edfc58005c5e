import type { Item } from './item.ts';
import type { Page } from './page.ts';

/** A file to read: bytes on disk, so that a large one can be streamed, and the name it has inside the release. */
export interface Source {
  /** Absolute path of the bytes on this machine. Never written to a record. */
  location: string;
  /** Path inside the release; see SourceFile.path. */
  path: string;
  sha256: string;
  bytes: number;
  /** How many containers this file lies in: 0 for a file of the release itself. */
  depth: number;
  /** The item this file is attached to, if any. */
  parent_id: string | null;
}

/** A file found inside another one (zip entry, attachment), to be read as a file of its own. */
export interface ChildFile {
  path: string;
  bytes: Uint8Array;
  parent_id: string | null;
}

/** Takes what a reader finds, as it finds it, so that a large file never stands in memory whole. */
export interface Sink {
  page(page: Page): void | Promise<void>;
  item(item: Item): void | Promise<void>;
  child(child: ChildFile): void | Promise<void>;
}
