export { contentId, fileId, itemId, sha256Hex } from './ids.ts';
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
export type { Page, PageMethod, TextRun } from './page.ts';
export type { ChildFile, Sink, Source } from './source.ts';
export type { FileStatus, SourceFile } from './source-file.ts';
