export type {
  AuditInput,
  AuditReport,
  AuditVersions,
  ErrorRates,
  InputFile,
  PageImage,
  Participant,
} from './audit.ts';
export { buildAudit } from './build-audit.ts';
export { buildMask, type MaskSource, maskSourceOf } from './build-mask.ts';
export {
  buildSample,
  type CoderAgreement,
  chooseSample,
  type MeasureName,
  type MeasureRow,
  type SampleCoder,
  type SampleSection,
  type StratumRow,
} from './build-sample.ts';
export { CONDUCT_WORDS, PURPOSE_WORDS, RELEVANCE_WORDS } from './codebook-words.ts';
export { tally } from './count-contacts.ts';
export { type CodePair, codesByUnit, isUnsettled, presentCodes, truthOf } from './count-sample.ts';
export type { Estimate } from './exact-interval.ts';
export * from './export-columns.ts';
export { type ExportInput, exchangeLines, type FlatTable, flatTables, itemLines } from './export-tables.ts';
export { findRareCombinations, type RareCombination, type TellingFact } from './find-rare.ts';
export { VERDICT_NAMES, VERDICT_RULES } from './labels.ts';
export { LOW_CONFIDENCE } from './list-coverage.ts';
export { loadHtmlRenderer, loadPdfRenderer } from './load-renderers.ts';
export * from './mask.ts';
export { maskAudit } from './mask-audit.ts';
export { type MaskBox, maskBoxes } from './mask-boxes.ts';
export { type MaskKnowledge, type MaskKnowledgeFiles, parseMaskKnowledge } from './mask-knowledge.ts';
export { MaskListError, parseMaskList } from './mask-list.ts';
export { maskRecord } from './mask-record.ts';
export {
  assertMasked,
  findLeaks,
  type HiddenPhrases,
  type Leak,
  MaskError,
  type PageSweep,
  sweepPage,
  withoutHashes,
} from './mask-sweep.ts';
export { mapOffset, maskText } from './mask-text.ts';
export { wordsOfHtml } from './page-words.ts';
export { checkContactIds, parseCorrections, parseResponses } from './parse-supplements.ts';
export { chooseExhibits, forPrint } from './pdf-context.ts';
export type { PdfFonts } from './pdf-file.ts';
export { type CutBand, listBands, type PictureBand } from './picture-bands.ts';
export { forPublication } from './public-report.ts';
export { publicTables } from './public-tables.ts';
export { SupplementError } from './read-entries.ts';
export { renderCsv } from './render-csv.ts';
export type { PdfEdition } from './render-pdf-cover.ts';
export { renderWorkbook } from './render-workbook.ts';
export {
  type FrameUnit,
  LONE_STRATUM,
  pageUnit,
  type SampleCode,
  type SampleDraw,
  type SampleInput,
  UNREAD_STRATUM,
  type UnitKind,
  verdictOfStratum,
} from './sample-input.ts';
export { type SampleRow, sampleRows } from './sample-rows.ts';
export {
  agreementWords,
  changeWords,
  elusionWords,
  nameMeasure,
  nameStratum,
  sampleCoders,
  sampleWords,
  showShare,
  showTotal,
  uncodedWords,
} from './sample-words.ts';
export {
  countSummary,
  listSummary,
  type SummaryCounts,
  type SummaryNumber,
} from './summary-numbers.ts';
export { type AgencyResponse, type Correction, NO_SUPPLEMENTS, type Supplements } from './supplements.ts';
