import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { CaseData, CaseLayout, Check } from '../case/index.ts';
import { buildAudit, findLeaks, forPublication, withoutHashes, wordsOfHtml } from '../report/index.ts';
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

/** Each public file that is there, and how its words are read. */
async function publicFiles({ exports, report }: CaseLayout): Promise<{ name: string; words: string }[]> {
  const files: { name: string; words: string }[] = [];
  const read = async (folder: string, name: string, words: (bytes: Buffer) => string | Promise<string>) => {
    const bytes = await readFile(join(folder, name)).catch(() => null);
    if (bytes !== null) files.push({ name, words: await words(bytes) });
  };
  await read(report, 'public.html', (bytes) => wordsOfHtml(bytes.toString('utf8')));
  await read(report, 'report.pdf', wordsOfPdf);
  const tables = await readdir(join(exports, 'public')).catch(() => []);
  for (const name of tables.filter((one) => one.endsWith('.csv')).sort()) {
    await read(exports, join('public', name), (bytes) => wordsOfTable(bytes.toString('utf8')));
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
    const open = await openWords(forPublication(audit));
    for (const { name, words } of files) {
      const leaks = findLeaks(withoutHashes(words), mask, open);
      const kinds = [...new Set(leaks.map(({ kind }) => kind))].sort().join(', ');
      if (leaks.length > 0) faults.push(`${name}: ${leaks.length} private strings can be read (${kinds})`);
    }
  }
  return { name: 'public', checked: files.length, faults };
}
