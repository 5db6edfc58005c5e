import type { EmbeddedFile } from './pdf-engine.ts';
import type { PdfiumCalls } from './pdfium-engine.ts';
import { withScratch } from './pdfium-memory.ts';

/** Lends `bytes` of the engine's memory to `use`. */
function withBuffer<T>(calls: PdfiumCalls, bytes: number, use: (address: number) => T): T {
  const address = calls.wasmExports.malloc(Math.max(1, bytes));
  if (address === 0) throw new Error('PDFium is out of memory.');
  try {
    return use(address);
  } finally {
    calls.wasmExports.free(address);
  }
}

/** Names are UTF-16 with a zero at the end. */
function nameOf(calls: PdfiumCalls, attachment: number): string {
  const length = calls._FPDFAttachment_GetName(attachment, 0, 0);
  return withBuffer(calls, length, (address) => {
    calls._FPDFAttachment_GetName(attachment, address, length);
    const bytes = calls.HEAPU8.slice(address, address + Math.max(0, length - 2));
    return Buffer.from(bytes).toString('utf16le');
  });
}

function contentOf(calls: PdfiumCalls, attachment: number): Uint8Array | null {
  return withScratch(calls, (scratch) => {
    if (calls._FPDFAttachment_GetFile(attachment, 0, 0, scratch.at(0)) === 0) return null;
    const length = (scratch.ints(1)[0] ?? 0) >>> 0;
    return withBuffer(calls, length, (address) => {
      if (calls._FPDFAttachment_GetFile(attachment, address, length, scratch.at(0)) === 0) return null;
      return calls.HEAPU8.slice(address, address + length);
    });
  });
}

/** The files embedded in an open document; `bytes` is null for one that cannot be unpacked. */
export function readAttachments(
  calls: PdfiumCalls,
  doc: number,
): { name: string; bytes: EmbeddedFile['bytes'] | null }[] {
  const count = calls._FPDFDoc_GetAttachmentCount(doc);
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const attachment = calls._FPDFDoc_GetAttachment(doc, index);
    if (attachment === 0) return { name: '', bytes: null };
    return { name: nameOf(calls, attachment), bytes: contentOf(calls, attachment) };
  });
}
