import type { PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import { PdfOpenError } from './pdf-engine.ts';
import { readFormData } from './pdf-form-data.ts';
import { readAttachments } from './pdfium-attachments.ts';

/**
 * The calls of PDFium that are used beyond the library's own classes, which keep them private. Handles are addresses;
 * 0 is none. Sizes and places that a call writes are little-endian, floats unless said otherwise.
 */
export interface PdfiumCalls {
  HEAPU8: Uint8Array;
  wasmExports: { malloc(bytes: number): number; free(address: number): void };
  _FPDF_LoadPage(doc: number, index: number): number;
  _FPDF_ClosePage(page: number): void;
  _FPDF_GetPageWidthF(page: number): number;
  _FPDF_GetPageHeightF(page: number): number;
  _FPDFPage_GetRotation(page: number): number;
  _FPDF_GetPageBoundingBox(page: number, rect: number): number;
  _FPDFPage_CountObjects(page: number): number;
  _FPDFPage_GetObject(page: number, index: number): number;
  _FPDFFormObj_CountObjects(form: number): number;
  _FPDFFormObj_GetObject(form: number, index: number): number;
  _FPDFPageObj_GetType(object: number): number;
  /** An object that is not active is not drawn. */
  _FPDFPageObj_SetIsActive(object: number, active: number): number;
  _FPDFPageObj_GetBounds(object: number, left: number, bottom: number, right: number, top: number): number;
  _FPDFPageObj_GetMatrix(object: number, matrix: number): number;
  _FPDFPageObj_HasTransparency(object: number): number;
  _FPDFPageObj_GetFillColor(object: number, r: number, g: number, b: number, a: number): number;
  _FPDFPageObj_GetStrokeColor(object: number, r: number, g: number, b: number, a: number): number;
  _FPDFPageObj_GetStrokeWidth(object: number, width: number): number;
  _FPDFPath_CountSegments(path: number): number;
  _FPDFPath_GetPathSegment(path: number, index: number): number;
  _FPDFPath_GetDrawMode(path: number, fill: number, stroke: number): number;
  _FPDFPathSegment_GetPoint(segment: number, x: number, y: number): number;
  _FPDFPathSegment_GetType(segment: number): number;
  _FPDFText_LoadPage(page: number): number;
  _FPDFText_ClosePage(text: number): void;
  _FPDFText_CountChars(text: number): number;
  _FPDFText_GetUnicode(text: number, index: number): number;
  _FPDFText_IsGenerated(text: number, index: number): number;
  /** Writes doubles. */
  _FPDFText_GetCharBox(
    text: number,
    index: number,
    left: number,
    right: number,
    bottom: number,
    top: number,
  ): number;
  _FPDFText_GetLooseCharBox(text: number, index: number, rect: number): number;
  /** Writes doubles. */
  _FPDFText_GetCharOrigin(text: number, index: number, x: number, y: number): number;
  _FPDFText_GetFontSize(text: number, index: number): number;
  _FPDFText_GetMatrix(text: number, index: number, matrix: number): number;
  _FPDFText_GetFontInfo(text: number, index: number, buffer: number, length: number, flags: number): number;
  _FPDFText_GetTextObject(text: number, index: number): number;
  _FPDF_GetFormType(doc: number): number;
  _FPDF_GetXFAPacketCount(doc: number): number;
  _FPDF_GetXFAPacketName(doc: number, index: number, buffer: number, length: number): number;
  /** Writes the length at `taken`; the content where `buffer` has room for it. */
  _FPDF_GetXFAPacketContent(
    doc: number,
    index: number,
    buffer: number,
    length: number,
    taken: number,
  ): number;
  _FPDFDoc_GetAttachmentCount(doc: number): number;
  _FPDFDoc_GetAttachment(doc: number, index: number): number;
  /** Bytes that the name takes, its end included. */
  _FPDFAttachment_GetName(attachment: number, buffer: number, length: number): number;
  /** Writes the length at `taken`; the content where `buffer` has room for it. */
  _FPDFAttachment_GetFile(attachment: number, buffer: number, length: number, taken: number): number;
  _FPDFPage_GetAnnotCount(page: number): number;
  _FPDFPage_GetAnnot(page: number, index: number): number;
  _FPDFPage_CloseAnnot(annot: number): void;
  _FPDFAnnot_GetSubtype(annot: number): number;
  _FPDFAnnot_GetRect(annot: number, rect: number): number;
  _FPDFAnnot_GetFlags(annot: number): number;
  _FPDFBitmap_CreateEx(width: number, height: number, format: number, buffer: number, stride: number): number;
  _FPDFBitmap_FillRect(
    bitmap: number,
    left: number,
    top: number,
    width: number,
    height: number,
    color: number,
  ): number;
  _FPDFBitmap_Destroy(bitmap: number): void;
  _FPDF_RenderPageBitmap(
    bitmap: number,
    page: number,
    x: number,
    y: number,
    width: number,
    height: number,
    rotate: number,
    flags: number,
  ): void;
}

/** A page that is open in PDFium. */
export interface PdfiumPage {
  calls: PdfiumCalls;
  handle: number;
}

export interface PdfiumFile {
  pages: number;
  /** Opens a page (from 1), hands it to `use` and closes it. Throws where the page cannot be opened. */
  withPage<T>(page: number, use: (page: PdfiumPage) => T): T;
  embeddedFiles(): ReturnType<typeof readAttachments>;
  /** Values of a form whose pages do not show them, a line each. */
  formData(): string[];
}

/** The engine holds a file whole in a memory of 2 GiB; larger files are not given to it. */
const MAX_BYTES = 512 * 1024 * 1024;
/** Memory of the engine from which on it is thrown away after a file; it never gives any back by itself. */
const RENEW_BYTES = 256 * 1024 * 1024;

let engine: Promise<PDFiumLibrary> | null = null;

/** Starting the engine takes as long as reading some pages: one of a thread serves its files in turn. */
async function startEngine(): Promise<PDFiumLibrary> {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium');
  return PDFiumLibrary.init();
}

/** The calls behind a started engine. */
export function callsOf(library: PDFiumLibrary): PdfiumCalls {
  return (library as unknown as { module: PdfiumCalls }).module;
}

/** A document that the library has open. */
export function wrapFile(doc: PDFiumDocument, calls: PdfiumCalls): PdfiumFile {
  const { documentIdx } = doc as unknown as { documentIdx: number };
  return {
    pages: doc.getPageCount(),
    withPage(number, use) {
      const handle = calls._FPDF_LoadPage(documentIdx, number - 1);
      if (handle === 0) throw new Error('PDFium cannot open the page.');
      try {
        return use({ calls, handle });
      } finally {
        calls._FPDF_ClosePage(handle);
      }
    },
    embeddedFiles: () => readAttachments(calls, documentIdx),
    formData: () => readFormData(calls, documentIdx),
  };
}

function openFailure(cause: unknown): PdfOpenError {
  const message = cause instanceof Error ? cause.message : '';
  return new PdfOpenError(/password/i.test(message) ? 'encrypted' : 'damaged', cause);
}

/**
 * Opens a PDF in PDFium, hands it to `use` and closes it. `password` is empty for none.
 * @throws PdfOpenError where it is locked with another password or has no readable structure.
 */
export async function withPdfium<T>(
  bytes: Uint8Array,
  password: string,
  use: (file: PdfiumFile) => T | Promise<T>,
): Promise<T> {
  if (bytes.length > MAX_BYTES) throw new PdfOpenError('damaged', new Error('too large for PDFium'));
  engine ??= startEngine();
  const library = await engine;
  const calls = callsOf(library);
  let sound = false;
  try {
    const doc = await library.loadDocument(bytes, password).catch((cause: unknown) => {
      sound = true;
      throw openFailure(cause);
    });
    try {
      const result = await use(wrapFile(doc, calls));
      sound = true;
      return result;
    } finally {
      doc.destroy();
    }
  } finally {
    // After an error inside the engine its state is unknown.
    if (!sound || calls.HEAPU8.length > RENEW_BYTES) engine = null;
  }
}
