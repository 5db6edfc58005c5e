import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { PDFParse } from 'pdf-parse';
import { noteRuns, type PdfNote } from './pdf-notes.ts';

/** A text run as pdf.js gives it: `transform` maps glyph space to the page's user space, `width` is in user space. */
export interface RawRun {
  str: string;
  transform: number[];
  width: number;
  height: number;
  fontName: string;
}

export interface RawPage {
  width: number;
  height: number;
  /** Maps user space to a page with its origin top left, y downwards, rotation applied. */
  viewport: number[];
  runs: RawRun[];
}

/** The drawing of a page: `ops[i]` is a number of `PDF_OPS`, `args[i]` its arguments. */
export interface Drawing {
  ops: number[];
  args: unknown[];
}

export interface EmbeddedFile {
  name: string;
  bytes: Uint8Array;
}

export interface PdfDocument {
  pages: number;
  /** Page numbers start from 1. Throws where the page is damaged. */
  readPage(page: number): Promise<RawPage>;
  readDrawing(page: number): Promise<Drawing>;
  releasePage(page: number): Promise<void>;
  embeddedFiles(): Promise<EmbeddedFile[]>;
}

/** Why a PDF could not be opened. */
export class PdfOpenError extends Error {
  readonly reason: 'encrypted' | 'damaged';

  constructor(reason: 'encrypted' | 'damaged', cause: unknown) {
    super(`PDF ${reason}`, { cause });
    this.reason = reason;
  }
}

/** The part of pdf.js that is used. pdf-parse keeps the document behind a method that its types call private. */
interface EngineDocument {
  numPages: number;
  getPage(page: number): Promise<EnginePage>;
  getAttachments(): Promise<Record<
    string,
    { filename?: string; rawFilename?: string; content?: Uint8Array }
  > | null>;
}

interface EnginePage {
  getViewport(options: { scale: number }): { width: number; height: number; transform: number[] };
  getTextContent(options: {
    disableNormalization: boolean;
  }): Promise<{ items: (RawRun | { type: string })[] }>;
  getOperatorList(): Promise<{ fnArray: number[]; argsArray: unknown[] }>;
  getAnnotations(): Promise<PdfNote[]>;
  cleanup(): boolean;
}

interface EngineLoader {
  load(): Promise<EngineDocument>;
}

const require = createRequire(import.meta.url);

/** Folders of pdf.js with character maps, substitutes for the 14 standard fonts, and decoders; read from disk, never fetched. */
function assetFolder(name: string): string {
  return join(dirname(require.resolve('pdfjs-dist/package.json')), name) + sep;
}

async function openParser(bytes: Uint8Array, password: string): Promise<PDFParse> {
  const { PDFParse } = await import('pdf-parse');
  return new PDFParse({
    data: bytes,
    password,
    // A record is read, not run: no script, no network, no font of this machine (it would make the text depend on it).
    isEvalSupported: false,
    enableXfa: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    stopAtErrors: false,
    verbosity: 0,
    cMapUrl: assetFolder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: assetFolder('standard_fonts'),
    wasmUrl: assetFolder('wasm'),
  });
}

/** Widgets and free text are drawn over the page and are not in its text layer. */
async function readNotes(page: EnginePage, attached: EmbeddedFile[]): Promise<RawRun[]> {
  const runs: RawRun[] = [];
  for (const note of await page.getAnnotations()) {
    const file = note.file;
    if (file?.content) attached.push({ name: file.filename ?? 'attachment', bytes: file.content });
    runs.push(...noteRuns(note));
  }
  return runs;
}

function isRun(item: RawRun | { type: string }): item is RawRun {
  return 'str' in item;
}

async function collectEmbedded(doc: EngineDocument): Promise<EmbeddedFile[]> {
  const found: EmbeddedFile[] = [];
  const listed = (await doc.getAttachments()) ?? {};
  for (const [key, file] of Object.entries(listed)) {
    if (file.content) found.push({ name: file.filename ?? file.rawFilename ?? key, bytes: file.content });
  }
  return found;
}

function wrapDocument(doc: EngineDocument): PdfDocument {
  const attachedToPages: EmbeddedFile[] = [];
  return {
    pages: doc.numPages,
    async readPage(number) {
      const page = await doc.getPage(number);
      const viewport = page.getViewport({ scale: 1 });
      const content = await page.getTextContent({ disableNormalization: false });
      const notes = await readNotes(page, attachedToPages);
      return {
        width: viewport.width,
        height: viewport.height,
        viewport: viewport.transform,
        runs: [...content.items.filter(isRun), ...notes],
      };
    },
    async readDrawing(number) {
      const list = await (await doc.getPage(number)).getOperatorList();
      return { ops: list.fnArray, args: list.argsArray };
    },
    async releasePage(number) {
      (await doc.getPage(number)).cleanup();
    },
    async embeddedFiles() {
      return [...(await collectEmbedded(doc)), ...attachedToPages];
    },
  };
}

function openFailure(cause: unknown): PdfOpenError {
  const name = cause instanceof Error ? cause.name : '';
  return new PdfOpenError(name === 'PasswordException' ? 'encrypted' : 'damaged', cause);
}

/**
 * Opens a PDF, hands it to `use` and closes it. The bytes belong to the engine afterwards. `password` is empty for none.
 * @throws PdfOpenError where it is locked with another password or has no readable structure.
 */
export async function withPdf<T>(
  bytes: Uint8Array,
  password: string,
  use: (doc: PdfDocument) => Promise<T>,
): Promise<T> {
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  const parser = await openParser(bytes, password);
  try {
    const loader = parser as unknown as EngineLoader;
    const doc = await loader.load().catch((cause: unknown) => {
      throw openFailure(cause);
    });
    return await use(wrapDocument(doc));
  } finally {
    await parser.destroy();
  }
}
