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
export { tally } from './count-contacts.ts';
export * from './export-columns.ts';
export { type ExportInput, exchangeLines, flatTables, itemLines } from './export-tables.ts';
export { checkContactIds, parseCorrections, parseResponses } from './parse-supplements.ts';
export type { PdfFonts } from './pdf-file.ts';
export { SupplementError } from './read-entries.ts';
export { renderCsv } from './render-csv.ts';
export { renderHtml } from './render-html.ts';
export { renderPdf } from './render-pdf.ts';
export type { PdfEdition } from './render-pdf-cover.ts';
export { renderWorkbook } from './render-workbook.ts';
export { type AgencyResponse, type Correction, NO_SUPPLEMENTS, type Supplements } from './supplements.ts';
