import { join } from 'node:path';
import Database from 'libsql';
import { NO_POLICY, openDatabase } from '../../case/index.ts';
import type { AuditInput, AuditReport } from '../../report/audit.ts';
import {
  buildAudit,
  buildMask,
  DEFAULT_MASK_OPTIONS,
  type ExportInput,
  flatTables,
  forPublication,
  listSummary,
  maskAudit,
  maskSourceOf,
  renderCsv,
  renderWorkbook,
} from '../../report/index.ts';
import { renderHtml } from '../../report/render-html.ts';
import { renderPdf } from '../../report/render-pdf.ts';
import { loadLexicons } from '../../workers/knowledge.ts';
import { loadMaskKnowledge } from '../../workers/mask-knowledge.ts';
import { readReportFonts } from '../../workers/report-fonts.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { randomCase } from './random-case.ts';
import { type Numbers, numbersOfHtml, numbersOfPdf, numbersOfWorkbook, recount } from './read-numbers.ts';
import { sample } from './sample.ts';

const AGENCIES = loadLexicons().agencies;

function exportsOf({ files, pages, items, exchanges }: AuditInput): ExportInput {
  return {
    files: [...files],
    pages: [...pages],
    items: [...items],
    exchanges: [...exchanges],
    findings: [],
    claim_checks: [],
  };
}

function csvOf(input: AuditInput, name: string): string {
  const table = flatTables(exportsOf(input)).find((one) => one.name === name);
  return table === undefined ? '' : renderCsv(table);
}

interface Views {
  summary: Numbers;
  /** `from to` → messages. */
  routes: Numbers;
  /** Who answers → median of minutes. */
  medians: Numbers;
}

function numbersOfViews(input: AuditInput): Views {
  const path = join(temporaryFolder(), 'case.sqlite');
  const store = openDatabase(path);
  store.save({
    ...NO_POLICY,
    ...exportsOf(input),
    title: input.title,
    agencies: null,
    versions: input.versions,
    settings: {},
    model_card: { thresholds: {}, error_rates: null },
    inputs: [],
    participants: Object.entries(input.participants).flatMap(([exchange_id, people]) =>
      people.map((one) => ({ ...one, exchange_id })),
    ),
    page_images: [],
  });
  store.close();
  const database = new Database(path, { readonly: true });
  const read = (sql: string): Numbers =>
    Object.fromEntries(
      (database.prepare(sql).all() as { name: string; value: number }[]).map(({ name, value }) => [
        name,
        value,
      ]),
    );
  const views = {
    summary: read('SELECT number AS name, value FROM summary'),
    routes: read("SELECT from_side || ' ' || to_side AS name, messages AS value FROM who_wrote_to_whom"),
    medians: read('SELECT answered_by AS name, median_minutes AS value FROM reply_times'),
  };
  database.close();
  return views;
}

/** The numbers of the audit that `found` has as well, so that a difference shows as a difference of two records. */
function among(expected: Numbers, found: Numbers): Numbers {
  return Object.fromEntries(Object.keys(found).map((name) => [name, expected[name] ?? Number.NaN]));
}

describe.each([
  ['the sample', sample()],
  ['a random case of 60 exchanges', randomCase(7, 60)],
  ['a random case of 200 exchanges', randomCase(11, 200)],
  ['a case without any exchange', randomCase(3, 0)],
])('%s', (_name, input) => {
  let report: AuditReport;
  let expected: Numbers;
  beforeAll(() => {
    report = buildAudit(input);
    expected = Object.fromEntries(listSummary(report).map(({ number, value }) => [number, value]));
  });

  test('has the same numbers in the page', () => {
    const found = numbersOfHtml(renderHtml(report));
    expect(Object.keys(found).length).toBeGreaterThanOrEqual(44);
    expect(found).toEqual(among(expected, found));
  });

  test('has the same numbers in the public page', () => {
    const found = numbersOfHtml(renderHtml(forPublication(report), 'public'));
    expect(Object.keys(found).length).toBeGreaterThanOrEqual(44);
    expect(found).toEqual(among(expected, found));
  });

  test('has the same numbers when it is masked', () => {
    const mask = buildMask(maskSourceOf(input), loadMaskKnowledge(AGENCIES), DEFAULT_MASK_OPTIONS);
    const found = listSummary(maskAudit(report, mask)).map(({ number, value }) => [number, value]);
    expect(Object.fromEntries(found)).toEqual(expected);
  });

  test('has the same numbers in the printed report', async () => {
    const found = await numbersOfPdf(await renderPdf(report, await readReportFonts(), 'public'));
    expect(Object.keys(found).length).toBeGreaterThanOrEqual(58);
    expect(found).toEqual(among(expected, found));
  });

  test('has the same numbers in the workbook', async () => {
    expect(numbersOfWorkbook(await renderWorkbook(flatTables(exportsOf(input))))).toEqual(expected);
  });

  test('has the same numbers when the rows of the tables are counted again', () => {
    const found = recount({
      contacts: csvOf(input, 'contacts'),
      files: csvOf(input, 'files'),
      pages: csvOf(input, 'pages'),
    });
    expect(Object.keys(found).length).toBeGreaterThanOrEqual(50);
    expect(found).toEqual(among(expected, found));
  });

  test('has the same numbers in the views of the database', () => {
    const { flows, times } = report.correspondence;
    const answered = times.filter(({ replies }) => replies.length > 0);
    expect(numbersOfViews(input)).toEqual({
      summary: expected,
      routes: Object.fromEntries(flows.map(({ from, to, messages }) => [`${from} ${to}`, messages])),
      medians: Object.fromEntries(answered.map(({ by, median }) => [by, median])),
    });
  });
});
