import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Issue, type Item, ingestSource, type Page, segmentPages, sha256Hex } from '../ingest/index.ts';

export interface Segmented {
  pages: Page[];
  items: Item[];
  issues: Issue[];
}

/** Reads a PDF's pages and cuts them into items. */
export async function segmentFile(location: string): Promise<Segmented> {
  const bytes = readFileSync(location);
  const sha256 = sha256Hex(bytes);
  const pages: Page[] = [];
  const source = {
    location,
    path: basename(location),
    sha256,
    bytes: bytes.length,
    depth: 0,
    parent_id: null,
  };
  const ledger = await ingestSource(source, {
    page: (page) => {
      pages.push(page);
    },
    item: () => undefined,
    child: () => undefined,
  });
  return { pages, ...segmentPages({ file_id: ledger.file_id, path: source.path, sha256 }, pages) };
}
