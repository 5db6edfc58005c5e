import type { Exchange, LinkedItem } from '../classify/index.ts';
import type { Issue, Page, SourceFile } from '../ingest/index.ts';
import type { ClaimCheck, Finding } from '../policy/index.ts';
import {
  CLAIM_COLUMNS,
  CONTACT_COLUMNS,
  EVIDENCE_COLUMNS,
  EXCHANGE_COLUMNS,
  FILE_COLUMNS,
  FINDING_COLUMNS,
  ITEM_COLUMNS,
  PAGE_COLUMNS,
  SAMPLE_COLUMNS,
  SUMMARY_COLUMNS,
} from './export-columns.ts';
import type { SampleRow } from './sample-rows.ts';
import { countSummary, listSummary } from './summary-numbers.ts';

/** What the exports are made of. */
export interface ExportInput {
  files: SourceFile[];
  pages: Page[];
  items: LinkedItem[];
  exchanges: Exchange[];
  findings: Finding[];
  claim_checks: ClaimCheck[];
  /** Error rates from a sample that people coded; missing or empty where none was. */
  human_sample?: readonly SampleRow[];
}

export type Cell = string | number | boolean | null;

/** A flat table: what a CSV file and a sheet of the workbook have in common. */
export interface FlatTable {
  name: string;
  columns: readonly string[];
  rows: Cell[][];
  /** Widths of the columns in characters, for a sheet that people work in: its texts are wrapped. */
  widths?: readonly number[];
}

function issueText({ code, message, where }: Issue): string {
  return where === undefined ? `${code}: ${message}` : `${code} (${where}): ${message}`;
}

function flat(name: string, columns: readonly string[], records: readonly object[]): FlatTable {
  const rows = records.map((record) =>
    columns.map((column) => cell((record as Record<string, unknown>)[column])),
  );
  return { name, columns, rows };
}

function cell(value: unknown): Cell {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value.join('; ');
  return value as Cell;
}

/** `name strict / broad`, every number of a claim in one cell. */
function withFigures(check: ClaimCheck): ClaimCheck & { figures: string[] } {
  const text = (value: number | null) => (value === null ? 'none' : String(value));
  return {
    ...check,
    figures: check.numbers.map(({ name, strict, broad }) => `${name} ${text(strict)} / ${text(broad)}`),
  };
}

/** The flat tables, in the order of the workbook's sheets. Lists are joined by `; `. */
export function flatTables(input: ExportInput): FlatTable[] {
  const { files, pages, exchanges, findings, claim_checks, human_sample = [] } = input;
  const contacts = exchanges.filter((exchange) => exchange.contact_id !== null);
  const evidence = contacts.flatMap(({ contact_id, exchange_id, evidence }) =>
    evidence.map((quote) => ({ contact_id, exchange_id, ...quote })),
  );
  const ledger = files.map((file) => ({ ...file, issues: file.issues.map(issueText) }));
  return [
    flat('summary', SUMMARY_COLUMNS, listSummary(countSummary(input))),
    flat('contacts', CONTACT_COLUMNS, contacts),
    flat('evidence', EVIDENCE_COLUMNS, evidence),
    flat('files', FILE_COLUMNS, ledger),
    flat('pages', PAGE_COLUMNS, pages),
    flat('findings', FINDING_COLUMNS, findings),
    flat('claims', CLAIM_COLUMNS, claim_checks.map(withFigures)),
    ...(human_sample.length === 0 ? [] : [flat('human_sample', SAMPLE_COLUMNS, human_sample)]),
  ];
}

/** Records as JSON Lines with the named columns in their order. */
function* jsonLines(columns: readonly string[], records: Iterable<object>): Generator<string> {
  for (const record of records) {
    const row = record as Record<string, unknown>;
    yield `${JSON.stringify(Object.fromEntries(columns.map((column) => [column, row[column] ?? null])))}\n`;
  }
}

export function itemLines(items: LinkedItem[]): Generator<string> {
  return jsonLines(ITEM_COLUMNS, items);
}

export function exchangeLines(exchanges: Exchange[]): Generator<string> {
  return jsonLines(EXCHANGE_COLUMNS, exchanges);
}
