import type { PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';

/** Opens a PDF for drawing; the passwords are tried in turn where it is locked. Throws where none opens it. */
export async function loadUnlocked(
  library: PDFiumLibrary,
  bytes: Uint8Array,
  passwords: string[],
): Promise<PDFiumDocument> {
  let failure: unknown;
  for (const password of ['', ...passwords]) {
    try {
      return await library.loadDocument(bytes, password);
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}
