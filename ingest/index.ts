export { findRedactions, type RedactionMark } from './find-redactions.ts';
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
export { LIMITS, type Limits } from './limits.ts';
export { normalizeDate } from './normalize-date.ts';
export { formatPeople, normalizePeople, type Person, parsePeople, REDACTED } from './normalize-people.ts';
export { type Page, type PageMethod, type RedactionBox, type TextRun, unreadPage } from './page.ts';
export { quotedItems } from './quoted-items.ts';
export type { QuotedMessage } from './quoted-message.ts';
export { type PdfPages, readPdfPages } from './read-pdf.ts';
export { type PageImage, type RenderSettings, renderPage, renderPages } from './render-page.ts';
export { baseSubject } from './segment-level.ts';
export { type PagedFile, segmentPages } from './segment-pages.ts';
export type { ChildFile, Sink, Source } from './source.ts';
export type { FileStatus, SourceFile } from './source-file.ts';
export { type SplitBody, splitBody } from './split-body.ts';
