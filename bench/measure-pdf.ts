/**
 * Reads the PDFs under some folders with both PDF engines and compares them: time, text, boxes, and what each cannot open.
 *
 *     npm run measure:pdf -- <folder>…
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDF_JS, PDFIUM } from '../ingest/open-pdf.ts';
import { pageText } from '../ingest/page-text.ts';
import { type RawPage, withPdf } from '../ingest/pdf-engine.ts';
import { withPdfium } from '../ingest/pdfium-engine.ts';
import { readPdfiumPage } from '../ingest/pdfium-raw-page.ts';

/** What one engine made of one file. */
interface Reading {
  /** Null where the engine cannot open the file. */
  pages: string[] | null;
  /** Pages that it cannot read. */
  failed: number;
  runs: number;
  /** Processor time in milliseconds. */
  cpu: number;
}

type ReadFile = (bytes: Uint8Array, take: (page: RawPage | null) => void) => Promise<void>;

const readByJs: ReadFile = (bytes, take) =>
  withPdf(bytes, '', async (doc) => {
    for (let number = 1; number <= doc.pages; number += 1) {
      take(await doc.readPage(number).catch(() => null));
      await doc.releasePage(number).catch(() => {});
    }
  });

const readByFium: ReadFile = (bytes, take) =>
  withPdfium(bytes, '', (file) => {
    for (let number = 1; number <= file.pages; number += 1) {
      try {
        take(file.withPage(number, readPdfiumPage));
      } catch {
        take(null);
      }
    }
  });

async function readWith(read: ReadFile, path: string): Promise<Reading> {
  const reading: Reading = { pages: [], failed: 0, runs: 0, cpu: 0 };
  const bytes = new Uint8Array(readFileSync(path));
  const before = process.cpuUsage();
  try {
    await read(bytes, (page) => {
      if (page === null) reading.failed += 1;
      const { text, runs } = page === null ? { text: '', runs: [] } : pageText(page);
      reading.pages?.push(text);
      reading.runs += runs.length;
    });
  } catch {
    reading.pages = null;
  }
  const { user, system } = process.cpuUsage(before);
  return { ...reading, cpu: (user + system) / 1000 };
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Words of `wanted` that `found` has too, each as often as it stands there. */
function commonWords(wanted: string, found: string): number {
  const counts = new Map<string, number>();
  for (const word of wordsOf(found)) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of wordsOf(wanted)) {
    const left = counts.get(word) ?? 0;
    if (left > 0) common += 1;
    counts.set(word, left - 1);
  }
  return common;
}

function pdfsUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.toLowerCase().endsWith('.pdf'))
    .sort()
    .map((name) => join(folder, name));
}

const folders = process.argv.slice(2);
const files = (folders.length > 0 ? folders : ['fixtures/linden-grove/release']).flatMap(pdfsUnder);
const total = {
  js: 0,
  fium: 0,
  pages: 0,
  jsWords: 0,
  fiumWords: 0,
  common: 0,
  jsRuns: 0,
  fiumRuns: 0,
  sameLines: 0,
  lines: 0,
};
const only: string[] = [];

// The engines start before the clock does.
for (const read of [readByJs, readByFium]) if (files[0]) await readWith(read, files[0]);

for (const path of files) {
  const js = await readWith(readByJs, path);
  const fium = await readWith(readByFium, path);
  const name = path.split('/').slice(-2).join('/');
  if (js.pages === null || fium.pages === null) {
    const able = [js.pages && PDF_JS, fium.pages && PDFIUM].filter(Boolean).join('');
    only.push(`${name}: ${able === '' ? 'neither opens it' : `only ${able} opens it`}`);
    continue;
  }
  if (js.failed !== fium.failed)
    only.push(`${name}: pages not read: ${js.failed} by ${PDF_JS}, ${fium.failed} by ${PDFIUM}`);
  const [left, right] = [js.pages.join('\n'), fium.pages.join('\n')];
  total.js += js.cpu;
  total.fium += fium.cpu;
  total.pages += js.pages.length;
  total.jsWords += wordsOf(left).length;
  total.fiumWords += wordsOf(right).length;
  total.common += commonWords(left, right);
  total.jsRuns += js.runs;
  total.fiumRuns += fium.runs;
  const lines = new Set(right.split('\n').map((line) => line.replace(/\s+/g, ' ').trim()));
  const own = left
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  total.lines += own.length;
  total.sameLines += own.filter((line) => lines.has(line)).length;
}

const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;
process.stdout.write(
  `${[
    `${files.length} files, ${total.pages} pages that both engines open`,
    `processor time a page: ${PDF_JS} ${(total.js / total.pages).toFixed(1)} ms, ${PDFIUM} ${(total.fium / total.pages).toFixed(1)} ms, ratio ${(total.js / total.fium).toFixed(2)}`,
    `words: ${total.jsWords} by ${PDF_JS}, ${total.fiumWords} by ${PDFIUM}, ${percent(total.common, total.jsWords)} of the first in the second`,
    `lines: ${percent(total.sameLines, total.lines)} of the first's are the same in the second`,
    `boxes: ${total.jsRuns} runs by ${PDF_JS}, ${total.fiumRuns} by ${PDFIUM}, which has a box a character too`,
    ...only,
  ].join('\n')}\n`,
);
process.exit(0);
