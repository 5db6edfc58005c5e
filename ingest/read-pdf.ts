import { readFile } from 'node:fs/promises';
import { emitPages } from './emit-pages.ts';
import { findBates } from './find-bates.ts';
import { issue } from './issue.ts';
import { type Page, unreadPage } from './page.ts';
import { pageRanges } from './page-ranges.ts';
import { type PdfDocument, PdfOpenError, withPdf } from './pdf-engine.ts';
import { readPdfPage } from './read-pdf-page.ts';
import type { Reader, Reading } from './reader.ts';
import { safeName } from './safe-name.ts';
import { Unreadable } from './unreadable.ts';

const OPEN_FAILURES = {
  encrypted: 'The PDF is locked with a password.',
  damaged: 'The PDF has no structure that can be read; it may be cut off or may not be a PDF.',
};

/** Pages of a PDF as they were read, and the numbers of those that could not be. */
export interface PdfPages {
  /** How many pages the whole file has. */
  total: number;
  pages: Page[];
  failed: number[];
}

async function readRange(doc: PdfDocument, file_id: string, first: number, last: number): Promise<PdfPages> {
  const pages: Page[] = [];
  const failed: number[] = [];
  for (let number = first; number <= Math.min(last, doc.pages); number += 1) {
    try {
      pages.push(await readPdfPage(doc, file_id, number));
    } catch {
      failed.push(number);
      pages.push(unreadPage(file_id, number));
    }
  }
  return { total: doc.pages, pages, failed };
}

/**
 * Reads the pages `first` to `last` (from 1, both included) of a PDF without cutting them into items, so that several
 * workers can share a long file; `ingestSource` takes what they found. Null where the PDF cannot be opened: why is for
 * `ingestSource` to say.
 */
export async function readPdfPages(
  location: string,
  file_id: string,
  first: number,
  last: number,
): Promise<PdfPages | null> {
  const bytes = new Uint8Array(await readFile(location));
  return withPdf(bytes, (doc) => readRange(doc, file_id, first, last)).catch((error: unknown) => {
    if (error instanceof PdfOpenError) return null;
    throw error;
  });
}

async function readPages(doc: PdfDocument, { file_id, tally, pdfPages }: Reading): Promise<Page[]> {
  const { pages, failed } = pdfPages ?? (await readRange(doc, file_id, 1, doc.pages));
  if (failed.length > 0) {
    const where = pageRanges(failed);
    tally.lose(issue('page-unreadable', `The file is damaged at ${where}.`, where));
  }
  const scans = pages.filter((page) => page.method === 'unread' && !failed.includes(page.page));
  if (scans.length > 0) {
    const where = pageRanges(scans.map((page) => page.page));
    tally.lose(issue('no-text-layer', `Nothing but an image or a drawing stands on ${where}.`, where));
  }
  const bates = findBates(pages);
  return pages.map((page) => ({ ...page, bates: bates.get(page.page) ?? null }));
}

async function readEmbedded(doc: PdfDocument, { source, tally, limits }: Reading): Promise<void> {
  const files = await doc.embeddedFiles().catch(() => {
    tally.lose(issue('unreadable-entry', 'The list of embedded files is damaged.'));
    return [];
  });
  for (const [index, file] of files.entries()) {
    const where = `embedded file ${index + 1}`;
    if (source.depth + 1 > limits.max_depth) {
      tally.lose(issue('too-deep', 'An embedded file lies in too many containers.', where));
      continue;
    }
    const path = `${source.path}!/${index + 1}/${safeName(file.name, 'embedded')}`;
    await tally.attachment({ path, bytes: file.bytes, parent_id: source.parent_id });
  }
}

/** Reads a PDF page by page, then what is embedded in it, then cuts its pages into items. */
export const readPdf: Reader = async (reading) => {
  const bytes = new Uint8Array(await readFile(reading.source.location));
  const pages = await withPdf(bytes, async (doc) => {
    if (doc.pages > reading.limits.max_pages) {
      throw new Unreadable('too-large', `The PDF has more than ${reading.limits.max_pages} pages.`);
    }
    const read = await readPages(doc, reading);
    for (const page of read) await reading.tally.page(page);
    await readEmbedded(doc, reading);
    return read;
  }).catch((error: unknown) => {
    if (error instanceof PdfOpenError) throw new Unreadable(error.reason, OPEN_FAILURES[error.reason]);
    throw error;
  });
  await emitPages(pages, reading);
  if (pages.length > 0 && pages.every((page) => page.method === 'unread')) reading.tally.nothingRead();
};
