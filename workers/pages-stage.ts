import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  fileId,
  type LostPage,
  type Page,
  type PdfPages,
  readPdfPages,
  unreadPage,
} from '../ingest/index.ts';
import { type ArtifactStore, readJson, readJsonLines, writeJsonLines } from '../store/index.ts';
import { type Location, resolveLocation } from './location.ts';

/** Pages of one PDF that one job reads: some seconds of work, so that a long file keeps all workers busy. */
export const PAGES_A_JOB = 25;

export interface PagesJob {
  location: Location;
  sha256: string;
  /** From 1, both included; a job whose last page is before its first only counts the pages of the file. */
  first: number;
  last: number;
  /** Tried in turn where the file is locked. */
  passwords: string[];
  key: string;
}

/** What a job found: null where the file cannot be opened as a PDF. */
export interface PagesResult {
  total: number | null;
  failed: number[];
  unsearched: number[];
}

/** Reads a stretch of a PDF into the store. */
export async function runPages(
  store: ArtifactStore,
  job: PagesJob,
  atPage: (page: number) => void = () => {},
): Promise<null> {
  const { sha256, first, last, key, passwords } = job;
  const location = resolveLocation(store, job.location);
  const found = await readPdfPages(location, fileId(sha256), first, last, passwords, atPage);
  await store.write('pages', key, async (folder) => {
    const pages = writeJsonLines(join(folder, 'pages.jsonl'));
    for (const page of found?.pages ?? []) await pages.write(page);
    await pages.close();
    const { total = null, failed = [], unsearched = [] } = found ?? {};
    const result: PagesResult = { total, failed, unsearched };
    await writeFile(join(folder, 'result.json'), JSON.stringify(result));
  });
  return null;
}

export function readPagesResult(store: ArtifactStore, key: string): Promise<PagesResult> {
  return readJson<PagesResult>(join(store.path('pages', key), 'result.json'));
}

/** A stretch of a file, for the job that puts the file together. */
export interface Stretch {
  key: string;
  first: number;
  last: number;
}

/** A file's pages as other jobs have read them. */
export interface Stretches {
  total: number;
  list: Stretch[];
  /** Pages that ended their workers; null where none did as far as is known. */
  lost: LostPage[] | null;
}

/**
 * The pages of all stretches, in order, and in the place of lost ones that they are unread. Null where a stretch is lacking
 * and nothing is said to be lost: which page of it ended its worker is still to be found out.
 */
export async function gatherPages(
  store: ArtifactStore,
  file_id: string,
  { total, list, lost }: Stretches,
): Promise<PdfPages | null> {
  if (lost === null && list.some(({ key }) => !store.has('pages', key))) return null;
  const pages: Page[] = (lost ?? []).map(({ page }) => unreadPage(file_id, page));
  const failed: number[] = [];
  const unsearched: number[] = [];
  for (const { key } of list) {
    const result = await readPagesResult(store, key);
    failed.push(...result.failed);
    unsearched.push(...result.unsearched);
    for await (const page of readJsonLines<Page>(join(store.path('pages', key), 'pages.jsonl')))
      pages.push(page);
  }
  pages.sort((a, b) => a.page - b.page);
  return { total, pages, failed, unsearched, lost: lost ?? [] };
}
