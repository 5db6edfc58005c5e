import { detectFormat } from './detect-format.ts';
import type { Format, FormatKind } from './format.ts';
import { fileId } from './ids.ts';
import { type Issue, issue } from './issue.ts';
import { LIMITS, type Limits } from './limits.ts';
import type { PdfPages } from './read-pdf.ts';
import type { Reader } from './reader.ts';
import type { Sink, Source } from './source.ts';
import type { SourceFile } from './source-file.ts';
import { SinkError, Tally } from './tally.ts';
import { Unreadable } from './unreadable.ts';

/** Readers are loaded with the first file they read: a run without PDFs, or the coder alone, needs no PDF engine. */
const READERS: Partial<Record<FormatKind, () => Promise<Reader>>> = {
  pdf: async () => (await import('./read-pdf.ts')).readPdf,
  mbox: async () => (await import('./read-mbox.ts')).readMbox,
  eml: async () => (await import('./read-eml.ts')).readEml,
  emlx: async () => (await import('./read-eml.ts')).readEml,
  zip: async () => (await import('./read-zip.ts')).readZip,
  docx: async () => (await import('./read-docx.ts')).readDocx,
  html: async () => (await import('./read-html.ts')).readHtml,
  csv: async () => (await import('./read-csv.ts')).readCsv,
  text: async () => (await import('./read-text.ts')).readText,
  image: async () => (await import('./read-image.ts')).readImage,
  msg: async () => (await import('./read-msg.ts')).readMsg,
  pst: async () => (await import('./read-pst.ts')).readPst,
  tnef: async () => (await import('./read-tnef.ts')).readTnefFile,
  cms: async () => (await import('./read-cms.ts')).readCms,
  ics: async () => (await import('./read-ics.ts')).readIcs,
  vcf: async () => (await import('./read-vcf.ts')).readVcf,
  sheet: async () => (await import('./read-sheet.ts')).readSheet,
  ole: async () => (await import('./read-ole.ts')).readOle,
  pptx: async () => (await import('./read-pptx.ts')).readPptx,
  odf: async () => (await import('./read-odf.ts')).readOdf,
  xml: async () => (await import('./read-xml.ts')).readXml,
  rtf: async () => (await import('./read-rtf.ts')).readRtfFile,
  doc: async () => (await import('./read-doc.ts')).readDoc,
  ppt: async () => (await import('./read-ppt.ts')).readPpt,
  tar: async () => (await import('./read-tar.ts')).readTar,
  gzip: async () => (await import('./read-gzip.ts')).readGzip,
  archive: async () => (await import('./read-archive.ts')).readArchive,
  'locked-office': async () => (await import('./read-locked-office.ts')).readLockedOffice,
  'load-file': async () => (await import('./read-load-file.ts')).readLoadFile,
  opticon: async () => (await import('./read-load-file.ts')).readOpticon,
};

/** Formats that are read piece by piece, whatever their size. */
const STREAMED: ReadonlySet<FormatKind> = new Set(['mbox', 'zip', 'csv', 'pst', 'tar', 'gzip']);
/** Formats that are one message with its attachments. */
const MESSAGES: ReadonlySet<FormatKind> = new Set(['eml', 'emlx', 'msg', 'tnef', 'cms']);

/** The most bytes of a file that its reader holds in memory; null for readers that take it piece by piece. */
function sizeLimit(kind: FormatKind, limits: Limits): number | null {
  if (STREAMED.has(kind)) return null;
  if (MESSAGES.has(kind)) return limits.max_message_bytes;
  if (kind === 'archive') return limits.max_archive_bytes;
  if (kind === 'image') return limits.max_image_bytes;
  return kind === 'pdf' ? limits.max_pdf_bytes : limits.max_text_bytes;
}

const UNKNOWN_TYPE = 'application/octet-stream';

function refusal(format: Format, source: Source, limits: Limits): Issue | null {
  if (format.kind === 'empty') return issue('empty-file', 'The file is empty.');
  if (format.locked)
    return issue('encrypted', `The file is ${format.name}, which needs a key or a password.`);
  if (format.kind === 'none' || !READERS[format.kind]) {
    return issue('unsupported-format', `The file is ${format.name}, which is not read.`);
  }
  const limit = sizeLimit(format.kind, limits);
  if (limit !== null && source.bytes > limit) {
    return issue('too-large', `The file is ${format.name} larger than can be read.`);
  }
  if (source.depth > limits.max_depth) return issue('too-deep', 'The file lies in too many containers.');
  return null;
}

function explain(error: unknown, format: Format): Issue {
  if (error instanceof Unreadable) return error.issue;
  // What a reader says that follows the parts of a file into one another until the language's stack is full.
  if (error instanceof RangeError && error.message.includes('call stack'))
    return issue('too-deep', `The file is ${format.name} whose parts are nested too deep to be read.`);
  return issue('damaged', `The file is ${format.name}, but it is damaged and cannot be read to its end.`);
}

/** What a caller may set. */
export interface IngestOptions {
  limits?: Limits;
  /** Pages of a PDF that were read before, by `readPdfPages`. */
  pdfPages?: PdfPages | null;
  /** Tried in turn on files that are locked. */
  passwords?: string[];
  /** Told the number of each page of a PDF before it is read, OPENING_PAGE before it is opened, and 0 behind the last: each may never end. */
  atPage?: (page: number) => void;
}

async function read(
  format: Format,
  source: Source,
  tally: Tally,
  { limits = LIMITS, pdfPages = null, passwords = [], atPage = () => {} }: IngestOptions,
): Promise<void> {
  const refused = refusal(format, source, limits);
  if (refused) {
    tally.lose(refused);
    return;
  }
  const file_id = fileId(source.sha256);
  const reading = { source, file_id, format, tally, limits, pdfPages, passwords, atPage };
  const reader = await READERS[format.kind]?.();
  try {
    await reader?.(reading);
  } catch (error) {
    if (error instanceof SinkError) throw error.cause;
    tally.lose(explain(error, format));
  }
}

async function formatOf(source: Source, tally: Tally): Promise<Format | null> {
  try {
    return await detectFormat(source.location);
  } catch {
    tally.lose(issue('unreadable-source', 'The file cannot be opened.'));
    return null;
  }
}

/**
 * Reads one file of a release: finds out what it is from its bytes, hands what it holds to `sink` as it is found, and
 * returns its row of the ledger. Whatever is wrong with the file is an issue in that row; only the sink's own errors are
 * thrown. `items_expected = items_emitted + items_failed` always; the status is never `duplicate`.
 */
export async function ingestSource(
  source: Source,
  sink: Sink,
  options: IngestOptions = {},
): Promise<SourceFile> {
  const tally = new Tally(sink);
  const format = await formatOf(source, tally);
  if (format) await read(format, source, tally, options);
  return {
    file_id: fileId(source.sha256),
    path: source.path,
    sha256: source.sha256,
    media_type: format?.media_type ?? UNKNOWN_TYPE,
    bytes: source.bytes,
    ...tally.sums(),
  };
}
