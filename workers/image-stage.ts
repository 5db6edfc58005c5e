import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RedactionBox, renderPages } from '../ingest/index.ts';
import type { ArtifactStore } from '../store/index.ts';
import { type Location, resolveLocation } from './location.ts';

/** Resolution of the report's page images: legible on a screen, some tens of kilobytes a page. */
export const IMAGE_DPI = 100;
export const IMAGE_QUALITY = 60;

export interface ImageJob {
  location: Location;
  pages: number[];
  /** What is painted black, by page: text that a redaction failed to hide stands there. */
  covers: Record<number, RedactionBox[]>;
  /** Tried in turn where the file is locked. */
  passwords: string[];
  key: string;
}

export interface StoredImage {
  page: number;
  media_type: string;
  width: number;
  height: number;
  pictures: number;
  blob: string;
}

/** Draws pages of one file for the report. A page that cannot be drawn is left out; its text is still there. */
export async function runImage(
  store: ArtifactStore,
  job: ImageJob,
  atPage: (page: number) => void = () => {},
): Promise<null> {
  await store.write('image', job.key, async (folder) => {
    const images: StoredImage[] = [];
    const location = resolveLocation(store, job.location);
    const { covers, passwords } = job;
    const settings = { dpi: IMAGE_DPI, quality: IMAGE_QUALITY, covers, passwords, atPage };
    for await (const { page, bytes, media_type, width, height, pictures } of renderPages(
      location,
      job.pages,
      settings,
    )) {
      const { blob } = await store.writeBlob(bytes);
      images.push({ page, media_type, width, height, pictures, blob });
    }
    atPage(0);
    await writeFile(join(folder, 'images.json'), JSON.stringify(images));
  });
  return null;
}
