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
export { renderCsv } from './render-csv.ts';
export { renderHtml } from './render-html.ts';
export { renderWorkbook } from './render-workbook.ts';
