import { join } from 'node:path';
import { type Item, type LostPage, type Page, type SourceFile, withRecord } from '../ingest/index.ts';
import { type ArtifactStore, type RecordShelf, readJsonLines } from '../store/index.ts';

/** A file found inside another, as the store keeps it. */
export interface StoredChild {
  /** Behind the path of the file it was found in: `!/12/flyer.pdf`. */
  suffix: string;
  sha256: string;
  bytes: number;
  /** Relative to the store. */
  blob: string;
  parent_id: string | null;
}

/**
 * What reading one file gave, kept by the hash of its bytes. It holds no path, for the same bytes may lie elsewhere in the
 * next release; `path` is filled in when the artifact is read.
 */
export interface IngestResult {
  file: SourceFile;
  children: StoredChild[];
  /** Pages that wait for a recogniser; absent where there are none. */
  ocr_pages?: number[];
  /** Pages that ended the worker that read them; absent where there are none. */
  lost_pages?: LostPage[];
}

/** A row of the ledger and where its pages and items are kept; null where the file was not read. */
export interface LedgerRow {
  file: SourceFile;
  artifact: string | null;
  parent_id: string | null;
  /** Items that are counted at another row: the records of a load file, the words of a file beside it. */
  omit?: 'all' | string[];
  /** The record of a load file whose words this file holds: its first item carries the record's numbers and fields. */
  record?: Item;
  /** The number that a list of page images gives the first page of this picture. */
  bates?: string;
}

/** What is long in a message and is asked for one message at a time. */
export const LONG_OF_ITEM = ['body', 'parts', 'headers_raw', 'page_offsets'] as const;
/** What is long in a page. */
const LONG_OF_PAGE = ['text', 'runs', 'set_aside_text'] as const;

/** The items of a row, whole; or with their long fields left on the disk, where a shelf is given. */
export async function* readItems(
  store: ArtifactStore,
  row: LedgerRow,
  shelf: RecordShelf | null = null,
): AsyncGenerator<Item> {
  if (row.artifact === null || row.omit === 'all') return;
  const path = join(store.root, row.artifact, 'items.jsonl');
  const omitted = new Set(row.omit);
  let { record } = row;
  for await (const item of shelf?.read<Item>(path, LONG_OF_ITEM) ?? readJsonLines<Item>(path)) {
    item.path = row.file.path;
    item.parent_id ??= row.parent_id;
    if (omitted.has(item.item_id) || omitted.has(item.parent_id ?? '')) {
      // What it quotes goes with it.
      omitted.add(item.item_id);
      continue;
    }
    yield record === undefined ? item : withRecord(item, record);
    record = undefined;
  }
}

/** The pages of a row, whole; or with their long fields left on the disk, where a shelf is given. */
export async function* readPages(
  store: ArtifactStore,
  row: LedgerRow,
  shelf: RecordShelf | null = null,
): AsyncGenerator<Page> {
  if (row.artifact === null) return;
  const path = join(store.root, row.artifact, 'pages.jsonl');
  for await (const page of shelf?.read<Page>(path, LONG_OF_PAGE) ?? readJsonLines<Page>(path)) {
    if (page.page === 1) page.bates ??= row.bates ?? null;
    yield page;
  }
}
