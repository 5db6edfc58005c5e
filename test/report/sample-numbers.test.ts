import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { parse as parseCsv } from 'csv-parse/sync';
import Database from 'libsql';
import { parse as parseHtml } from 'node-html-parser';
import { openDatabase } from '../../case/index.ts';
import { VERDICTS } from '../../classify/index.ts';
import {
  type AuditReport,
  buildAudit,
  buildMask,
  DEFAULT_MASK_OPTIONS,
  type FrameUnit,
  flatTables,
  forPublication,
  maskAudit,
  maskSourceOf,
  nameMeasure,
  nameStratum,
  pageUnit,
  renderCsv,
  renderWorkbook,
  type SampleInput,
  type SampleRow,
  sampleRows,
  showShare,
  showTotal,
  UNREAD_STRATUM,
} from '../../report/index.ts';
import { renderHtml } from '../../report/render-html.ts';
import { renderPdf } from '../../report/render-pdf.ts';
import { loadLexicons } from '../../workers/knowledge.ts';
import { loadMaskKnowledge } from '../../workers/mask-knowledge.ts';
import { readReportFonts } from '../../workers/report-fonts.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { randomCase } from './random-case.ts';
import { textOfPdf } from './read-numbers.ts';

const INPUT = randomCase(11, 200);

/** Every second exchange drawn; one in five coded otherwise by Ana, one in eleven of them by Lee. */
function codedSample(): SampleInput {
  const exchanges: FrameUnit[] = INPUT.exchanges.map(({ exchange_id, verdict, needs_review }) => ({
    unit: exchange_id,
    kind: 'exchange',
    stratum: `${verdict}.${needs_review ? 'review' : 'sure'}`,
  }));
  const pages: FrameUnit[] = INPUT.pages
    .filter(({ method }) => method === 'unread')
    .map(({ file_id, page }) => ({ unit: pageUnit(file_id, page), kind: 'page', stratum: UNREAD_STRATUM }));
  const frame = [...exchanges, ...pages];
  const units = frame.filter((_unit, i) => i % 2 === 0);
  const strata = [...new Set(frame.map(({ stratum }) => stratum))];
  const verdicts = new Map(INPUT.exchanges.map((one) => [one.exchange_id, one.verdict]));
  const code = (unit: string, coder: string, otherwise: boolean) => {
    const own = verdicts.get(unit) ?? 'not-contact';
    const verdict = otherwise ? (VERDICTS[(VERDICTS.indexOf(own) + 1) % VERDICTS.length] ?? own) : own;
    const relevance = verdict === 'not-contact' ? ('none' as const) : ('contact' as const);
    const day = { sample: 1, date: '2026-03-09', settles: false };
    return { ...day, unit, coder, relevance, purpose: null, conduct: null, verdict, note: '' };
  };
  return {
    draw: {
      sample: 1,
      drawn_on: '2026-03-02',
      seed: 'spring',
      coders: 2,
      model: 'm',
      lexicon: 'l',
      case_sha256: '',
      frame_sha256: '',
      strata: strata.map((stratum) => ({
        stratum,
        population: frame.filter((one) => one.stratum === stratum).length,
        drawn: units.filter((one) => one.stratum === stratum).length,
      })),
      units: units.map(({ unit }) => unit),
    },
    frame,
    codes: [
      ...units.map(({ unit }, i) => code(unit, 'Ana Ruiz', i % 5 === 0)),
      ...units.map(({ unit }, i) => code(unit, 'Lee Brown', i % 5 === 0 || i % 11 === 0)),
    ],
  };
}

/** The rows of the two tables of an edition, as a reader sees them. */
type Shown = Record<string, string[]>;

function expectedTables({ sample }: AuditReport): Shown {
  const rows: [string, string[]][] = [];
  for (const { name, counted, precision, recall, total } of sample?.measures ?? [])
    rows.push([
      nameMeasure(name),
      [String(counted), showShare(precision), showShare(recall), showTotal(total)],
    ]);
  for (const { stratum, population, drawn, coded, otherwise, error } of sample?.strata ?? [])
    rows.push([
      nameStratum(stratum),
      [...[population, drawn, coded, otherwise].map(String), showShare(error)],
    ]);
  return Object.fromEntries(rows);
}

/** Without the signs that keep a cell's words together. */
function plain({ text }: { text: string }): string {
  return text.replaceAll('\u00a0', ' ').replaceAll('\u2060', '');
}

function tablesOfHtml(source: string): Shown {
  const rows = parseHtml(source).querySelectorAll('#sample-measures tbody tr, #sample-strata tbody tr');
  return Object.fromEntries(
    rows.map((row) => [row.querySelector('th')?.text ?? '', row.querySelectorAll('td').map(plain)]),
  );
}

describe('the numbers of a coded sample', () => {
  let report: AuditReport;
  let rows: SampleRow[];
  beforeAll(() => {
    report = buildAudit({ ...INPUT, samples: [codedSample()] });
    rows = sampleRows(report.sample);
  });

  test('are many, and none is missing', () => {
    expect(rows.length).toBeGreaterThan(28);
    for (const { value, low, high } of rows) {
      expect(value).not.toBeNull();
      expect(low ?? 1).toBeLessThanOrEqual(value ?? 0);
      expect(high ?? 0).toBeGreaterThanOrEqual(value ?? 1);
    }
  });

  test('are the same in the tables and in the section', () => {
    const found = (quantity: string, of: string) =>
      rows.find((row) => row.quantity === quantity && row.of === of);
    for (const { name, precision, recall, total } of report.sample?.measures ?? []) {
      expect(found('precision', name)).toMatchObject({ ...precision });
      expect(found('recall', name)).toMatchObject({ ...recall });
      expect(found('estimated_number', name)).toMatchObject({ ...total });
    }
  });

  test('are the same in the page, the public page and the printed report', async () => {
    const expected = expectedTables(report);
    expect(tablesOfHtml(renderHtml(report))).toEqual(expected);
    const mask = buildMask(
      maskSourceOf(INPUT),
      loadMaskKnowledge(loadLexicons().agencies),
      DEFAULT_MASK_OPTIONS,
    );
    const open = forPublication(maskAudit(report, mask));
    expect(tablesOfHtml(renderHtml(open, 'public'))).toEqual(expected);
    const text = await textOfPdf(await renderPdf(open, await readReportFonts(), 'public'));
    for (const [name, cells] of Object.entries(expected)) expect(text).toContain([name, ...cells].join(' '));
  });

  test('are the same in CSV, workbook and database', async () => {
    const [table] = flatTables({
      files: [],
      pages: [],
      items: [],
      exchanges: [],
      findings: [],
      claim_checks: [],
      human_sample: rows,
    }).filter(({ name }) => name === 'human_sample');
    if (table === undefined) throw new Error('no table');
    const csv = parseCsv(renderCsv(table), { columns: true, cast: true }) as Record<string, unknown>[];
    const blank = (row: object) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? '']));
    expect(csv).toEqual(rows.map(blank));
    const sheet = read(await renderWorkbook([table]), { type: 'array' }).Sheets.human_sample;
    if (sheet === undefined) throw new Error('no sheet');
    expect(utils.sheet_to_json(sheet, { defval: '' })).toEqual(rows.map(blank));
    const path = join(temporaryFolder(), 'case.sqlite');
    const store = openDatabase(path);
    store.saveHumanSample(rows);
    store.saveHumanSample(rows);
    store.close();
    const database = new Database(path, { readonly: true });
    expect(database.prepare('SELECT * FROM human_sample ORDER BY rowid').all()).toEqual(rows);
    database.close();
  });

  test('name coders in the working edition, and initials in public', () => {
    expect(renderHtml(report)).toContain('Lee Brown coded');
    const open = renderHtml(forPublication(report), 'public');
    expect(open).toContain('L. B. coded');
    expect(open).not.toContain('Lee Brown');
  });

  test('are none where nobody has coded, and the editions say so', async () => {
    const none = buildAudit(INPUT);
    const uncoded = buildAudit({ ...INPUT, samples: [{ ...codedSample(), codes: [] }] });
    expect([...sampleRows(none.sample), ...sampleRows(uncoded.sample)]).toEqual([]);
    expect(renderHtml(none)).toContain('No sample was coded by people');
    expect(renderHtml(uncoded)).toContain('was drawn on 2026-03-02 and is not coded by people yet');
    const text = await textOfPdf(await renderPdf(uncoded, await readReportFonts(), 'public'));
    expect(text).toContain('is not coded by people yet');
  });

  test('speak of the codes as they are now, and the editions say what has changed', () => {
    const [first, ...rest] = INPUT.exchanges;
    if (first === undefined) throw new Error('no exchange');
    const other = {
      ...first,
      verdict: first.verdict === 'mixed' ? ('status-only' as const) : ('mixed' as const),
    };
    const now = buildAudit({
      ...INPUT,
      exchanges: [other, ...rest.slice(1), { ...first, exchange_id: 'x_new', contact_id: 'k_new' }],
      samples: [codedSample()],
    });
    expect(now.sample?.changes).toEqual({ recoded: 1, gone: 1, added: 1 });
    expect(renderHtml(now)).toContain(
      'The case has changed since the sample was drawn: 1 unit has another code now; 1 unit is no longer in the case',
    );
  });
});
