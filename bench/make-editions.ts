import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type CaseData, openDatabase, writeAside, writeExports } from '../case/index.ts';
import { buildAudit, forPublication, loadRenderers, publicTables } from '../report/index.ts';
import { openStore } from '../store/index.ts';
import { auditInput } from '../workers/audit-input.ts';
import { maskCase } from '../workers/mask-case.ts';
import { refuseTables } from '../workers/refuse-tables.ts';
import { renderPublic } from '../workers/render-public.ts';
import { readReportFonts } from '../workers/report-fonts.ts';

/** One step of making the editions. `bytes` of the file that it wrote, null where it wrote none or several. */
export interface Step {
  name: string;
  seconds: number;
  bytes: number | null;
}

/** Writes all that a case gives out into `folder`, in the order in which a run does, and times each step. */
export async function makeEditions(folder: string, data: CaseData): Promise<Step[]> {
  const steps: Step[] = [];
  const timed = async <T>(name: string, step: () => T | Promise<T>, file?: string): Promise<T> => {
    const start = performance.now();
    const made = await step();
    const seconds = (performance.now() - start) / 1000;
    steps.push({ name, seconds, bytes: file === undefined ? null : (await stat(join(folder, file))).size });
    return made;
  };
  const store = openStore(join(folder, 'store'));
  const page = (name: string, write: () => string | Promise<string>) => async () =>
    writeAside(join(folder, name), [await write()]);
  await timed(
    'case.sqlite',
    () => {
      const database = openDatabase(join(folder, 'case.sqlite'));
      database.save(data);
      database.close();
    },
    'case.sqlite',
  );
  const input = auditInput(data, []);
  const audit = await timed('audit', () => buildAudit(input));
  const masked = await timed('masking', () => maskCase(data, input, audit, store));
  const tables = await timed('masked tables', () => publicTables(data, masked.audit, masked.mask));
  const refused = await timed('last look at the masked tables', () => refuseTables(tables, masked.mask));
  if (refused !== null) throw refused;
  await mkdir(join(folder, 'export'), { recursive: true });
  await timed('CSV, JSON Lines, workbooks', () => writeExports(join(folder, 'export'), data, tables));
  const { renderHtml, renderPdf } = await loadRenderers();
  await timed(
    'index.html',
    page('index.html', () => renderHtml(audit)),
    'index.html',
  );
  await timed(
    'public.html, last look included',
    page('public.html', () => renderPublic(masked)),
    'public.html',
  );
  await timed(
    'report.pdf',
    async () => {
      const pdf = await renderPdf(forPublication(masked.audit), await readReportFonts(), 'public', []);
      await writeAside(join(folder, 'report.pdf'), [pdf]);
    },
    'report.pdf',
  );
  return steps;
}
