import { readFile } from 'node:fs/promises';
import { emitPages } from './emit-pages.ts';
import { findBates } from './find-bates.ts';
import { imagePages, sizeInPoints } from './image-pages.ts';
import { issue } from './issue.ts';
import { tellOfScans } from './ocr-merge.ts';
import { type Page, unreadPage } from './page.ts';
import { pageRanges } from './page-ranges.ts';
import type { PdfPages } from './read-pdf.ts';
import type { Reader, Reading } from './reader.ts';
import { Unreadable } from './unreadable.ts';

/** The pages of an image file as nobody has read them yet. */
async function firstLook({ source, file_id, format, limits }: Reading): Promise<PdfPages> {
  const headers = await imagePages(await readFile(source.location), format.media_type).catch(() => {
    throw new Unreadable('damaged', `The file is ${format.name}, but it is damaged.`);
  });
  if (headers.length > limits.max_pages) {
    throw new Unreadable('too-large', `The image has more than ${limits.max_pages} pages.`);
  }
  const pages = headers.map((header, index): Page => {
    const page = unreadPage(file_id, index + 1);
    return header === null ? page : { ...page, ...sizeInPoints(header) };
  });
  const failed = pages.filter(({ width }) => width === 0).map(({ page }) => page);
  return { total: pages.length, pages, failed, unsearched: [] };
}

/** A logo or a photograph without words is nothing to read; a sheet sent by fax or scanner is, even where it is handwritten. */
function settleWordless({ format, tally, pdfPages }: Reading, pages: Page[]): Page[] {
  const wordless = pages.filter(({ method, width }) => method === 'unread' && width > 0);
  if (!pdfPages?.recognised || format.media_type === 'image/tiff' || wordless.length === 0) return pages;
  const tried = new Set(pdfPages.recognised.failures.map(({ page }) => page));
  const settled = wordless.filter(({ page }) => !tried.has(page));
  if (settled.length > 0) tally.note(issue('no-words', 'No words were recognised in the picture.'));
  return pages.map((page) => (settled.includes(page) ? { ...page, method: 'blank' } : page));
}

/** Reads an image file: its pages are pictures that wait for a recogniser, or that one has read. */
export const readImage: Reader = async (reading) => {
  const { tally } = reading;
  const found = reading.pdfPages ?? (await firstLook(reading));
  const settled = settleWordless(reading, found.pages);
  const { failed } = found;
  if (failed.length > 0) {
    const where = pageRanges(failed);
    tally.lose(issue('too-large', `The picture has more pixels than are decoded on ${where}.`, where));
  }
  tellOfScans({ ...found, pages: settled }, tally);
  const bates = findBates(settled);
  const pages = settled.map((page) => ({ ...page, bates: bates.get(page.page) ?? null }));
  for (const page of pages) await tally.page(page);
  await emitPages(pages, reading);
  if (pages.every(({ method }) => method === 'unread')) tally.nothingRead();
};
