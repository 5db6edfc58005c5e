import { writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileId, ingestSource, type PdfPages, wantsOcr } from '../ingest/index.ts';
import { type ArtifactStore, writeJsonLines } from '../store/index.ts';
import type { IngestResult, StoredChild } from './artifacts.ts';
import { type Location, resolveLocation } from './location.ts';
import { gatherPages, type Stretches } from './pages-stage.ts';
import { gatherRecognised, type Recognised } from './recognised-pages.ts';

export interface IngestJob {
  location: Location;
  sha256: string;
  bytes: number;
  depth: number;
  /** A PDF's pages, read before by other jobs; null where this job reads the whole file. */
  stretches: Stretches | null;
  /** A file that was read before and whose unread pages a recogniser has read since; null for a first reading. */
  recognised: Recognised | null;
  /** Tried in turn where the file is locked. */
  passwords: string[];
  /** Key of the artifact. */
  key: string;
}

/** Reads one file into the store; leaves it where pages that other jobs were to read are lacking. */
export async function runIngest(
  store: ArtifactStore,
  job: IngestJob,
  atPage: (page: number) => void = () => {},
): Promise<null> {
  const pdfPages = await earlierPages(store, job);
  if (pdfPages === null && job.stretches !== null) return null;
  await store.write('ingest', job.key, async (folder) => {
    const pages = writeJsonLines(join(folder, 'pages.jsonl'));
    const items = writeJsonLines(join(folder, 'items.jsonl'));
    const children: StoredChild[] = [];
    const ocr_pages: number[] = [];
    const { sha256, bytes, depth, passwords } = job;
    const lost_pages = pdfPages?.lost ?? [];
    const lost = new Set(lost_pages.map(({ page }) => page));
    const location = resolveLocation(store, job.location);
    const file = await ingestSource(
      { location, path: '', sha256, bytes, depth, parent_id: null },
      {
        page(page) {
          // A page that ended the worker that read it would end the one that draws it.
          if (job.recognised === null && wantsOcr(page) && !lost.has(page.page)) ocr_pages.push(page.page);
          return pages.write(page);
        },
        item: (item) => items.write(item),
        async child({ path, bytes, parent_id }) {
          children.push({ suffix: path, bytes: bytes.length, parent_id, ...(await store.writeBlob(bytes)) });
        },
      },
      { pdfPages, passwords, atPage },
    );
    await Promise.all([pages.close(), items.close()]);
    const result: IngestResult = {
      file,
      children,
      ...(ocr_pages.length > 0 ? { ocr_pages } : {}),
      ...(lost_pages.length > 0 ? { lost_pages } : {}),
    };
    await writeFile(join(folder, 'result.json'), JSON.stringify(result));
  });
  return null;
}

/** Pages of the file that other jobs have read; null where this job is to read them. */
async function earlierPages(store: ArtifactStore, job: IngestJob): Promise<PdfPages | null> {
  const { sha256, stretches, recognised } = job;
  if (recognised !== null) return gatherRecognised(store, sha256, recognised);
  if (stretches === null) return null;
  return gatherPages(store, fileId(sha256), stretches);
}

export function artifactFolder(store: ArtifactStore, key: string): string {
  return relative(store.root, store.path('ingest', key));
}
