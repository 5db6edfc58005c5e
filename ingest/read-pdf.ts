import { readFile } from 'node:fs/promises';
import { findBatesGaps } from './bates-gaps.ts';
import { emitPages } from './emit-pages.ts';
import { findBates } from './find-bates.ts';
import { issue } from './issue.ts';
import { type LostPage, tellOfLost } from './lost-pages.ts';
import { type Recognition, tellOfScans } from './ocr-merge.ts';
import { type OpenPdf, PDF_JS, PDFIUM, withOpenPdf } from './open-pdf.ts';
import { type Page, unreadPage } from './page.ts';
import { pageRanges } from './page-ranges.ts';
import { PdfOpenError } from './pdf-engine.ts';
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
  /** Pages whose drawing could not be searched for text under redactions. */
  unsearched: number[];
  /** Pages that ended the worker that read them; they stand in `pages` as unread, and not in `failed`. */
  lost?: LostPage[];
  /** Set where a recogniser has read what it could of them. */
  recognised?: Recognition;
}

async function readRange(
  pdf: OpenPdf,
  file_id: string,
  first: number,
  last: number,
  atPage: (page: number) => void,
): Promise<PdfPages> {
  const pages: Page[] = [];
  const failed: number[] = [];
  const unsearched: number[] = [];
  for (let number = first; number <= Math.min(last, pdf.pages); number += 1) {
    atPage(number);
    try {
      const { page, searched } = await readPdfPage(pdf, file_id, number);
      pages.push(page);
      if (!searched) unsearched.push(number);
    } catch {
      failed.push(number);
      pages.push(unreadPage(file_id, number));
    }
  }
  atPage(0);
  return { total: pdf.pages, pages, failed, unsearched };
}

/** Stands for the opening of a PDF where a number of a page is told. */
export const OPENING_PAGE = -1;

/** Opens a PDF for `use`, and tells when that begins and ends: a file can be built so that it never does. */
function openFile<T>(
  location: string,
  passwords: string[],
  atPage: (page: number) => void,
  use: (pdf: OpenPdf) => Promise<T>,
): Promise<T> {
  const read = async () => {
    const bytes = new Uint8Array(await readFile(location));
    atPage(OPENING_PAGE);
    return bytes;
  };
  return withOpenPdf(read, passwords, (pdf) => {
    atPage(0);
    return use(pdf);
  }).finally(() => atPage(0));
}

/**
 * Reads the pages `first` to `last` (from 1, both included) of a PDF without cutting them into items, so that several
 * workers can share a long file; `ingestSource` takes what they found. Null where the PDF cannot be opened: why is for
 * `ingestSource` to say. The passwords are tried in turn where it is locked. `atPage` is told the number of each page
 * before it is read, and 0 behind the last.
 */
export async function readPdfPages(
  location: string,
  file_id: string,
  first: number,
  last: number,
  passwords: string[] = [],
  atPage: (page: number) => void = () => {},
): Promise<PdfPages | null> {
  const read = (pdf: OpenPdf) => readRange(pdf, file_id, first, last, atPage);
  return openFile(location, passwords, atPage, read).catch((error: unknown) => {
    if (error instanceof PdfOpenError) return null;
    throw error;
  });
}

/** What the reader of the ledger is to know of the pages. Nothing of a page's text is in it. */
function tellOfPages(read: PdfPages, { tally }: Reading): void {
  const { pages, failed, unsearched } = read;
  if (failed.length > 0) {
    const where = pageRanges(failed);
    tally.lose(issue('page-unreadable', `The file is damaged at ${where}.`, where));
  }
  tellOfLost(read.lost ?? [], tally);
  tellOfScans(read, tally);
  const uncovered = pages.filter((page) => page.failed_redaction);
  if (uncovered.length > 0) {
    const where = pageRanges(uncovered.map((page) => page.page));
    tally.note(
      issue('failed-redaction', `Text was found under redactions on ${where}; it is left out.`, where),
    );
  }
  if (unsearched.length > 0) {
    const where = pageRanges(unsearched);
    tally.note(issue('redactions-unchecked', `Text under boxes was not looked for on ${where}.`, where));
  }
  const second = pages.filter((page) => page.engine === PDFIUM);
  if (second.length > 0) {
    const where = pageRanges(second.map((page) => page.page));
    tally.note(issue('second-engine', `${PDFIUM} read ${where}, which ${PDF_JS} could not.`, where));
  }
}

async function readPages(pdf: OpenPdf, reading: Reading): Promise<Page[]> {
  const read = reading.pdfPages ?? (await readRange(pdf, reading.file_id, 1, pdf.pages, reading.atPage));
  tellOfPages(read, reading);
  const bates = findBates(read.pages);
  const pages = read.pages.map((page) => ({ ...page, bates: bates.get(page.page) ?? null }));
  for (const { first, last, count, before, behind } of findBatesGaps(pages)) {
    const numbers =
      count === 1 && first === last
        ? `The number ${first} is`
        : `${count} of the numbers ${first} to ${last} are`;
    reading.tally.note(issue('bates-gap', `${numbers} not in the file.`, `pages ${before}–${behind}`));
  }
  return pages;
}

/** What is embedded in the file, by the engine that has it open; `bytes` is null for what cannot be unpacked. */
async function listEmbedded({ js, fium }: OpenPdf): Promise<{ name: string; bytes: Uint8Array | null }[]> {
  return js ? js.embeddedFiles() : (fium?.embeddedFiles() ?? []);
}

async function readEmbedded(pdf: OpenPdf, { source, tally, limits }: Reading): Promise<void> {
  const files = await listEmbedded(pdf).catch(() => {
    tally.lose(issue('unreadable-entry', 'The list of embedded files is damaged.'));
    return [];
  });
  for (const [index, file] of files.entries()) {
    const where = `embedded file ${index + 1}`;
    const { bytes } = file;
    if (bytes === null) {
      tally.lose(issue('unreadable-entry', 'An embedded file is locked or damaged.', where));
      continue;
    }
    if (source.depth + 1 > limits.max_depth) {
      tally.lose(issue('too-deep', 'An embedded file lies in too many containers.', where));
      continue;
    }
    const path = `${source.path}!/${index + 1}/${safeName(file.name, 'embedded')}`;
    await tally.attachment({ path, bytes, parent_id: source.parent_id });
  }
}

/** The values of a form that is drawn by its own program alone, as a text of their own. */
async function readForm({ fium }: OpenPdf, { source, tally }: Reading): Promise<void> {
  const lines = fium?.formData() ?? [];
  if (lines.length === 0) return;
  const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
  await tally.attachment({ path: `${source.path}!/form-data.txt`, bytes, parent_id: source.parent_id });
}

/** Reads a PDF page by page, then what is embedded in it, then cuts its pages into items. */
export const readPdf: Reader = async (reading) => {
  const { source, passwords, atPage } = reading;
  const pages = await openFile(source.location, passwords, atPage, async (pdf) => {
    if (pdf.pages > reading.limits.max_pages) {
      throw new Unreadable('too-large', `The PDF has more than ${reading.limits.max_pages} pages.`);
    }
    const read = await readPages(pdf, reading);
    for (const page of read) await reading.tally.page(page);
    await readEmbedded(pdf, reading);
    await readForm(pdf, reading);
    return read;
  }).catch((error: unknown) => {
    if (error instanceof PdfOpenError) throw new Unreadable(error.reason, OPEN_FAILURES[error.reason]);
    throw error;
  });
  await emitPages(pages, reading);
  if (pages.length > 0 && pages.every((page) => page.method === 'unread')) reading.tally.nothingRead();
};
