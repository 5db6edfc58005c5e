export * from './export-columns.ts';
export { type ExportInput, exchangeLines, flatTables, itemLines } from './export-tables.ts';
export { renderCsv } from './render-csv.ts';
export { renderWorkbook } from './render-workbook.ts';
