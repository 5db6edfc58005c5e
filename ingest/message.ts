import type { Issue } from './issue.ts';
import type { Item } from './item.ts';

/** Where a message lies: its file, its place in the file (null for a file that is one message) and what it hangs on. */
export interface MessagePlace {
  file_id: string;
  path: string;
  sha256: string;
  part: string | null;
  parent_id: string | null;
}

/** A file attached to a message. */
export interface AttachedFile {
  /** MIME part number (`2.1`), or the attachment's own number. */
  part: string;
  /** As the record states it; empty where it states none. */
  name: string;
  bytes: Buffer;
}

/** Reads a message that lies at a place. Throws where it cannot be read: an `Unreadable` with the reason, or anything else. */
export type OpenMessage = (place: MessagePlace) => Promise<ParsedMessage>;

/** A message attached to another, not opened yet. */
export interface AttachedMessage {
  part: string;
  open: OpenMessage;
}

export interface ParsedMessage {
  item: Item;
  messages: AttachedMessage[];
  files: AttachedFile[];
  /** Attachments that are named but could not be handed on. */
  lost: Issue[];
}
