import { join } from 'node:path';
import { engineLabel, type Page, type PageFailure, type PdfPages, withReading } from '../ingest/index.ts';
import { type ArtifactStore, readJson, readJsonLines } from '../store/index.ts';
import type { IngestResult } from './artifacts.ts';
import { type OcrVersion, ocrKey, readOcrResult } from './ocr-stage.ts';

/** Pages of a file that was read once, some of them read again by a recogniser; for the job that puts the file together. */
export interface Recognised {
  /** Key of the first reading. */
  first: string;
  version: OcrVersion;
  /** Pages whose recognition failed. */
  failures: PageFailure[];
}

/** Issues of the first reading that recognition cannot change. */
const STANDING = ['redactions-unchecked'];

/** The pages of the first reading, with what the recogniser found in the place of those that it was to read. */
export async function gatherRecognised(
  store: ArtifactStore,
  sha256: string,
  { first, version, failures }: Recognised,
): Promise<PdfPages> {
  const folder = store.path('ingest', first);
  const {
    file,
    ocr_pages = [],
    lost_pages: lost = [],
  } = await readJson<IngestResult>(join(folder, 'result.json'));
  const wanted = new Set(ocr_pages);
  const unread = new Set(lost.map(({ page }) => page));
  const engine = engineLabel(version.settings);
  const pages: Page[] = [];
  for await (const page of readJsonLines<Page>(join(folder, 'pages.jsonl'))) {
    const key = ocrKey(version, sha256, page.page);
    const { reading } =
      wanted.has(page.page) && store.has('ocr', key) ? await readOcrResult(store, key) : { reading: null };
    pages.push(reading === null ? page : withReading(page, reading, engine));
  }
  return {
    total: pages.length,
    pages,
    // A page that an engine opened has a size.
    failed: pages
      .filter(({ method, width, page }) => method === 'unread' && width === 0 && !unread.has(page))
      .map(({ page }) => page),
    unsearched: [],
    lost,
    recognised: { failures, standing: file.issues.filter(({ code }) => STANDING.includes(code)) },
  };
}
