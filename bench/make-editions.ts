import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type CaseData,
  caseLayout,
  openDatabase,
  putExports,
  stageExports,
  stagePublished,
  writeAside,
} from '../case/index.ts';
import { buildAudit, loadHtmlRenderer, loadPdfRenderer, publicTables } from '../report/index.ts';
import { openStore } from '../store/index.ts';
import { auditInput } from '../workers/audit-input.ts';
import { maskCase } from '../workers/mask-case.ts';
import { refuseTables } from '../workers/refuse-tables.ts';
import { renderPublic } from '../workers/render-public.ts';
import { readReportFonts } from '../workers/report-fonts.ts';
import { writeResults } from '../workers/write-results.ts';

/** One step of making the editions. `bytes` of the file that it wrote, null where it wrote none or several. */
export interface Step {
  name: string;
  seconds: number;
  /** Of all cores together, in seconds. */
  processor: number;
  bytes: number | null;
}

/** How long `step` takes. */
async function timed<T>(name: string, step: () => T | Promise<T>): Promise<Step & { made: T }> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  const made = await step();
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - start) / 1000;
  return { name, seconds, processor: (user + system) / 1e6, bytes: null, made };
}

function saveCase(path: string, data: CaseData): void {
  const database = openDatabase(path);
  database.save(data);
  database.close();
}

/** Writes all that a case gives out into `folder` as a run does, first the database, then the editions, and times both. */
export async function makeEditions(
  folder: string,
  data: CaseData,
): Promise<{ database: Step; editions: Step }> {
  const layout = caseLayout(folder);
  await mkdir(folder, { recursive: true });
  const database = await timed('case.sqlite', () => saveCase(layout.database, data));
  const editions = await timed('all editions', async () => {
    const { withheld } = await writeResults(layout, data, openStore(layout.store));
    if (withheld !== null) throw new Error(withheld);
  });
  return { database, editions };
}

/** Makes the same one part after the other, into `folder`, and times each. */
export async function makeParts(folder: string, data: CaseData): Promise<Step[]> {
  const steps: Step[] = [];
  const part = async <T>(name: string, step: () => T | Promise<T>, file?: string): Promise<T> => {
    const { made, ...taken } = await timed(name, step);
    steps.push({ ...taken, bytes: file === undefined ? null : (await stat(join(folder, file))).size });
    return made;
  };
  const page = (name: string, pieces: () => Iterable<string> | Promise<Iterable<string>>) =>
    part(name, async () => writeAside(join(folder, name), await pieces()), name);
  await mkdir(folder, { recursive: true });
  await part('case.sqlite', () => saveCase(join(folder, 'case.sqlite'), data), 'case.sqlite');
  const input = auditInput(data, []);
  const audit = await part('audit', () => buildAudit(input));
  const masked = await part('masking', () => maskCase(data, input, audit, openStore(join(folder, 'store'))));
  const tables = await part('masked tables', () => publicTables(data, masked.audit, masked.mask));
  const refused = await part('last look at the masked tables', () => refuseTables(tables, masked.mask));
  if (refused !== null) throw refused;
  await part('CSV, JSON Lines, workbooks', async () => {
    const folderOf = join(folder, 'export');
    const staged = { ...(await stageExports(folderOf, data)), ...(await stagePublished(folderOf, tables)) };
    await putExports(folderOf, data, staged);
  });
  const [{ htmlPieces }, { renderPdf }] = [await loadHtmlRenderer(), await loadPdfRenderer()];
  await page('index.html', () => htmlPieces(audit));
  await page('public.html', () => renderPublic(masked.audit, masked.mask));
  await part(
    'report.pdf',
    async () => {
      const pdf = await renderPdf(masked.audit, await readReportFonts(), 'public', []);
      await writeAside(join(folder, 'report.pdf'), [pdf]);
    },
    'report.pdf',
  );
  return steps;
}
