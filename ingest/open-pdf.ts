import { packageVersion } from './package-version.ts';
import type { RawPage } from './pdf-engine.ts';
import { type PdfDocument, PdfOpenError, withPdf } from './pdf-engine.ts';
import { type PdfiumFile, withPdfium } from './pdfium-engine.ts';
import { readPdfiumPage } from './pdfium-raw-page.ts';

/** Names of the two engines, with their versions, as pages and the ledger state them. */
export const PDF_JS = `pdf.js ${packageVersion('pdfjs-dist')}`;
export const PDFIUM = `pdfium ${packageVersion('@hyzyla/pdfium')}`;

/** An open PDF. Each engine is null where it cannot open the file; at least one can. */
export interface OpenPdf {
  pages: number;
  js: PdfDocument | null;
  fium: PdfiumFile | null;
}

/** A page's text layer and the engine that gave it. */
export interface EngineRead {
  raw: RawPage;
  engine: string;
}

/** Reads a page by the first engine that can. Throws where neither can. */
export async function readRawPage({ js, fium }: OpenPdf, number: number): Promise<EngineRead> {
  try {
    if (js) return { raw: await js.readPage(number), engine: PDF_JS };
  } catch (error) {
    if (!fium) throw error;
  }
  if (!fium) throw new Error('No engine has the file open.');
  return { raw: fium.withPage(number, readPdfiumPage), engine: PDFIUM };
}

/** Opens the file in the first engine; null where it cannot, and why. */
async function withJs<T>(
  bytes: Uint8Array,
  password: string,
  use: (js: PdfDocument | null, why: PdfOpenError | null) => Promise<T>,
): Promise<T> {
  let used = false;
  try {
    return await withPdf(bytes, password, (doc) => {
      used = true;
      return use(doc, null);
    });
  } catch (error) {
    if (used || !(error instanceof PdfOpenError)) throw error;
    return use(null, error);
  }
}

async function withFium<T>(
  bytes: Uint8Array,
  password: string,
  use: (fium: PdfiumFile | null) => Promise<T>,
): Promise<T> {
  let used = false;
  try {
    return await withPdfium(bytes, password, (file) => {
      used = true;
      return use(file);
    });
  } catch (error) {
    if (used || !(error instanceof PdfOpenError)) throw error;
    return use(null);
  }
}

async function openWith<T>(
  bytes: Uint8Array,
  password: string,
  use: (pdf: OpenPdf) => Promise<T>,
): Promise<T> {
  // The first engine takes the bytes for its own; the second copies them.
  return withFium(bytes, password, (fium) =>
    withJs(bytes, password, (js, why) => {
      if (js) return use({ pages: js.pages, js, fium });
      if (why && (!fium || fium.pages === 0)) throw why;
      return use({ pages: fium?.pages ?? 0, js: null, fium });
    }),
  );
}

/**
 * Opens a PDF in both engines, hands it to `use` and closes it. The passwords are tried in turn where it is locked.
 * @throws PdfOpenError where no engine can open it.
 */
export async function withOpenPdf<T>(
  read: () => Promise<Uint8Array>,
  passwords: string[],
  use: (pdf: OpenPdf) => Promise<T>,
): Promise<T> {
  let locked: PdfOpenError | null = null;
  for (const password of ['', ...passwords]) {
    let used = false;
    try {
      return await openWith(await read(), password, (pdf) => {
        used = true;
        return use(pdf);
      });
    } catch (error) {
      if (used || !(error instanceof PdfOpenError) || error.reason !== 'encrypted') throw error;
      locked = error;
    }
  }
  throw locked ?? new PdfOpenError('damaged', null);
}
