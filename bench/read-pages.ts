import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import {
  drawForOcr,
  engineLabel,
  type Issue,
  type Item,
  ingestSource,
  type OcrSettings,
  type Page,
  recognisePage,
  segmentPages,
  sha256Hex,
  tesseractVersion,
  wantsOcr,
  withReading,
} from '../ingest/index.ts';

export interface Segmented {
  pages: Page[];
  items: Item[];
  issues: Issue[];
}

/** Reads a PDF's pages, scanned ones by character recognition as well, and cuts them into items. */
export async function recogniseFile(location: string): Promise<Segmented> {
  const { pages } = await segmentFile(location);
  const settings: OcrSettings = {
    engine: 'tesseract.js',
    languages: ['eng'],
    version: tesseractVersion(),
  };
  const read: Page[] = [];
  for (const page of pages) {
    const image = wantsOcr(page)
      ? await drawForOcr({ location, media_type: 'application/pdf', page: page.page, passwords: [] })
      : null;
    read.push(
      image === null ? page : withReading(page, await recognisePage(image, settings), engineLabel(settings)),
    );
  }
  const sha256 = sha256Hex(readFileSync(location));
  const file_id = read[0]?.file_id ?? '';
  return { pages: read, ...segmentPages({ file_id, path: basename(location), sha256 }, read) };
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
