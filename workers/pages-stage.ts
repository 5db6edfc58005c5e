import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ArtifactStore, readJson, readJsonLines, writeJsonLines } from '../case/index.ts';
import { fileId, type Page, type PdfPages, readPdfPages, unreadPage } from '../ingest/index.ts';
import { type Location, resolveLocation } from './location.ts';

/** Pages of one PDF that one job reads: some seconds of work, so that a long file keeps all workers busy. */
export const PAGES_A_JOB = 25;

export interface PagesJob {
  location: Location;
  sha256: string;
  /** From 1, both included. */
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
export async function runPages(store: ArtifactStore, job: PagesJob): Promise<null> {
  const { sha256, first, last, key, passwords } = job;
  const location = resolveLocation(store, job.location);
  const found = await readPdfPages(location, fileId(sha256), first, last, passwords);
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

/** The pages of all stretches, in order. Those of a stretch whose job failed are unread. */
export async function gatherPages(
  store: ArtifactStore,
  file_id: string,
  stretches: Stretch[],
  total: number,
): Promise<PdfPages> {
  const pages: Page[] = [];
  const failed: number[] = [];
  const unsearched: number[] = [];
  for (const { key, first, last } of stretches) {
    if (store.has('pages', key)) {
      const result = await readPagesResult(store, key);
      failed.push(...result.failed);
      unsearched.push(...result.unsearched);
      for await (const page of readJsonLines<Page>(join(store.path('pages', key), 'pages.jsonl')))
        pages.push(page);
    } else {
      for (let number = first; number <= Math.min(last, total); number += 1) {
        failed.push(number);
        pages.push(unreadPage(file_id, number));
      }
    }
  }
  return { total, pages, failed, unsearched };
}
