import { createReadStream, existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { CaseData, CaseLayout, Check } from '../case/index.ts';
import {
  buildAudit,
  findLeaks,
  type Leak,
  type Mask,
  MaskError,
  sweepPage,
  withoutHashes,
} from '../report/index.ts';
import type { ArtifactStore } from '../store/index.ts';
import { auditInput } from './audit-input.ts';
import { maskCase } from './mask-case.ts';
import { namesAndWords } from './refuse-tables.ts';
import { openWords } from './sweep-words.ts';

async function wordsOfPdf(bytes: Uint8Array): Promise<string> {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium');
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes);
    const pages = [...document.pages()].map((page) => page.getText());
    document.destroy();
    return pages.join('\n\n');
  } finally {
    library.destroy();
  }
}

function wordsOfTable(csv: string): string {
  const [columns = [], ...rows] = parse(csv) as string[][];
  return namesAndWords({ name: '', columns, rows }).join('\n\n');
}

/** A public file, and how it is looked through. */
interface PublicFile {
  name: string;
  leaksIn: (mask: Mask, open: readonly string[]) => readonly Leak[] | Promise<readonly Leak[]>;
}

/** The page is read in stretches: that of a large case is larger than all its records. */
async function leaksInPage(path: string, mask: Mask, open: readonly string[]): Promise<readonly Leak[]> {
  const sweep = sweepPage(path, mask, open);
  for await (const section of createReadStream(path, 'utf8')) sweep.read(section as string);
  try {
    sweep.end();
    return [];
  } catch (error) {
    if (error instanceof MaskError) return error.leaks;
    throw error;
  }
}

/** Each public file that is there. */
async function publicFiles({ exports, report }: CaseLayout): Promise<PublicFile[]> {
  const files: PublicFile[] = [];
  const read = async (path: string, name: string, wordsOf: (bytes: Buffer) => string | Promise<string>) => {
    const bytes = await readFile(path).catch(() => null);
    if (bytes === null) return;
    const words = await wordsOf(bytes);
    files.push({ name, leaksIn: (mask, open) => findLeaks(withoutHashes(words), mask, open) });
  };
  const page = join(report, 'public.html');
  if (existsSync(page)) {
    files.push({ name: 'public.html', leaksIn: (mask, open) => leaksInPage(page, mask, open) });
  }
  await read(join(report, 'report.pdf'), 'report.pdf', wordsOfPdf);
  const tables = await readdir(join(exports, 'public')).catch(() => []);
  for (const table of tables.filter((one) => one.endsWith('.csv')).sort()) {
    const name = join('public', table);
    await read(join(exports, name), name, (bytes) => wordsOfTable(bytes.toString('utf8')));
  }
  return files;
}

/** The public files as they lie there say nothing that the mask hides. Faults tell how much and of what kind, never the words. */
export async function checkPublic(layout: CaseLayout, data: CaseData, store: ArtifactStore): Promise<Check> {
  const files = await publicFiles(layout);
  const faults: string[] = [];
  if (files.length > 0) {
    const input = auditInput(data, []);
    const { mask, audit } = await maskCase({ ...data, page_images: [] }, input, buildAudit(input), store);
    const open = await openWords(audit);
    for (const { name, leaksIn } of files) {
      const leaks = await leaksIn(mask, open);
      const kinds = [...new Set(leaks.map(({ kind }) => kind))].sort().join(', ');
      if (leaks.length > 0) faults.push(`${name}: ${leaks.length} private strings can be read (${kinds})`);
    }
  }
  return { name: 'public', checked: files.length, faults };
}
