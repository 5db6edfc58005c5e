export { type BatesRange, missingNumbers } from './bates-range.ts';
export { type Breakdown, describeError } from './describe-error.ts';
export { findRedactions, type RedactionMark } from './find-redactions.ts';
export { isArchive } from './format-kinds.ts';
export type { GreyImage } from './grey-image.ts';
export { contentId, fileId, itemId, sha256Hex } from './ids.ts';
export { type IngestOptions, ingestSource } from './ingest-source.ts';
export { ISSUE_CODES, type Issue, type IssueCode, issue } from './issue.ts';
export {
  type BodyPart,
  ITEM_KINDS,
  type Item,
  type ItemKind,
  type ItemOrigin,
  type PageOffset,
  type PartKind,
  type RawHeaders,
} from './item.ts';
export { fileSeconds, LIMITS, type Limits } from './limits.ts';
export { LOAD_HEADERS, withRecord } from './load-file-record.ts';
export { LOAD_FILE, OPTICON } from './load-file-types.ts';
export type { LostPage } from './lost-pages.ts';
export { normalizeDate } from './normalize-date.ts';
export { formatPeople, normalizePeople, type Person, parsePeople, REDACTED } from './normalize-people.ts';
export { drawForOcr } from './ocr-draw.ts';
export { engineLabel, type OcrSettings, OcrSettingsError } from './ocr-engine.ts';
export { parseLanguages, requireLanguages } from './ocr-languages.ts';
export { type PageFailure, type Recognition, wantsOcr, withReading } from './ocr-merge.ts';
export { nativeVersion } from './ocr-native.ts';
export type { OcrReading } from './ocr-page.ts';
export { closeRecogniser, recognisePage } from './ocr-reader.ts';
export { tesseractVersion } from './ocr-tesseract.ts';
export { type OpticonDocument, readOpticonFile } from './opticon.ts';
export { type Page, type PageMethod, type RedactionBox, type TextRun, unreadPage } from './page.ts';
export { quotedItems } from './quoted-items.ts';
export type { QuotedMessage } from './quoted-message.ts';
export { OPENING_PAGE, type PdfPages, readPdfPages } from './read-pdf.ts';
export { redactedShare } from './redaction-summary.ts';
export { type PageImage, type RenderSettings, renderPage, renderPages } from './render-page.ts';
export { baseSubject } from './segment-level.ts';
export { type PagedFile, segmentPages } from './segment-pages.ts';
export type { ChildFile, Sink, Source } from './source.ts';
export type { FileStatus, SourceFile } from './source-file.ts';
export { type SplitBody, splitBody } from './split-body.ts';
