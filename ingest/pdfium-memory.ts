import type { PdfiumCalls } from './pdfium-engine.ts';

/** Room for what a call writes: six doubles are the most. */
const ROOM = 64;

/** Where PDFium writes the answers of one call after the other. */
export interface Scratch {
  /** Address `index` floats (4 bytes each) from the start. */
  at(index: number): number;
  /** Address `index` doubles (8 bytes each) from the start. */
  atDouble(index: number): number;
  floats(count: number): number[];
  doubles(count: number): number[];
  ints(count: number): number[];
}

/** Lends a piece of the engine's memory to `use`. The engine's memory moves when it grows: it is looked at anew each time. */
export function withScratch<T>(calls: PdfiumCalls, use: (scratch: Scratch) => T): T {
  const address = calls.wasmExports.malloc(ROOM);
  if (address === 0) throw new Error('PDFium is out of memory.');
  const view = () => new DataView(calls.HEAPU8.buffer, address, ROOM);
  const list = (count: number, read: (index: number) => number) =>
    Array.from({ length: count }, (_, index) => read(index));
  try {
    return use({
      at: (index) => address + 4 * index,
      atDouble: (index) => address + 8 * index,
      floats: (count) => list(count, (index) => view().getFloat32(4 * index, true)),
      doubles: (count) => list(count, (index) => view().getFloat64(8 * index, true)),
      ints: (count) => list(count, (index) => view().getInt32(4 * index, true)),
    });
  } finally {
    calls.wasmExports.free(address);
  }
}
