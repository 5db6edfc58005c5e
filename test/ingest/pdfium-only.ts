import { PDFIUM, readRawPage } from '../../ingest/open-pdf.ts';
import type { Page } from '../../ingest/page.ts';
import { withPdfium } from '../../ingest/pdfium-engine.ts';
import { readPdfPage } from '../../ingest/read-pdf-page.ts';

/** Reads the first page as if the first engine could not open the file. */
export async function readPdfiumOnly(bytes: Buffer, password = ''): Promise<Page> {
  return withPdfium(bytes, password, async (fium) => {
    const pdf = { pages: fium.pages, js: null, fium };
    const { engine } = await readRawPage(pdf, 1);
    expect(engine).toBe(PDFIUM);
    return (await readPdfPage(pdf, 'f_1', 1)).page;
  });
}
