import { writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type ArtifactStore, writeJsonLines } from '../case/index.ts';
import { fileId, ingestSource } from '../ingest/index.ts';
import type { IngestResult, StoredChild } from './artifacts.ts';
import { type Location, resolveLocation } from './location.ts';
import { gatherPages, type Stretch } from './pages-stage.ts';

export interface IngestJob {
  location: Location;
  sha256: string;
  bytes: number;
  depth: number;
  /** A PDF's pages, read before by other jobs; null where this job reads the whole file. */
  stretches: { total: number; list: Stretch[] } | null;
  /** Key of the artifact. */
  key: string;
}

/** Reads one file into the store. */
export async function runIngest(store: ArtifactStore, job: IngestJob): Promise<null> {
  await store.write('ingest', job.key, async (folder) => {
    const pages = writeJsonLines(join(folder, 'pages.jsonl'));
    const items = writeJsonLines(join(folder, 'items.jsonl'));
    const children: StoredChild[] = [];
    const { sha256, bytes, depth, stretches } = job;
    const pdfPages =
      stretches === null ? null : await gatherPages(store, fileId(sha256), stretches.list, stretches.total);
    const location = resolveLocation(store, job.location);
    const file = await ingestSource(
      { location, path: '', sha256, bytes, depth, parent_id: null },
      {
        page: (page) => pages.write(page),
        item: (item) => items.write(item),
        async child({ path, bytes, parent_id }) {
          children.push({ suffix: path, bytes: bytes.length, parent_id, ...(await store.writeBlob(bytes)) });
        },
      },
      { pdfPages },
    );
    await Promise.all([pages.close(), items.close()]);
    const lost = stretches?.list.some((stretch) => !store.has('pages', stretch.key)) ?? false;
    const result: IngestResult = lost ? { file, children, lost_stretches: true } : { file, children };
    await writeFile(join(folder, 'result.json'), JSON.stringify(result));
  });
  return null;
}

export function artifactFolder(store: ArtifactStore, key: string): string {
  return relative(store.root, store.path('ingest', key));
}
