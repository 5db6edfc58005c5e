import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  exchangeLines,
  type FlatTable,
  flatTables,
  itemLines,
  renderCsv,
  renderWorkbook,
} from '../report/index.ts';
import type { CaseData } from './case-data.ts';
import { buildManifest, type Manifest } from './manifest.ts';
import { writeAside } from './write-aside.ts';

/** Where the masked tables lie inside `export/`. */
const PUBLIC = 'public';

/**
 * Writes `export/`, and the masked tables into `export/public/` where there are any. Each file is written aside and renamed,
 * the manifest last, so a run that is killed here leaves no half-written export under its name and no manifest that speaks
 * of files not yet there.
 */
export async function writeExports(
  folder: string,
  data: CaseData,
  published: FlatTable[],
): Promise<Manifest> {
  await mkdir(published.length > 0 ? join(folder, PUBLIC) : folder, { recursive: true });
  const hashes: Record<string, string> = {};
  const put = async (name: string, chunks: Iterable<string | Uint8Array>) => {
    hashes[name] = await writeAside(join(folder, name), chunks);
  };
  const tables = flatTables(data);
  for (const table of tables) await put(`${table.name}.csv`, [renderCsv(table)]);
  await put('items.jsonl', itemLines(data.items));
  await put('exchanges.jsonl', exchangeLines(data.exchanges));
  await put('case.xlsx', [await renderWorkbook(tables)]);
  for (const table of published) await put(`${PUBLIC}/${table.name}.csv`, [renderCsv(table)]);
  if (published.length > 0) await put(`${PUBLIC}/case-public.xlsx`, [await renderWorkbook(published)]);
  const sorted = Object.fromEntries(Object.entries(hashes).sort(([a], [b]) => (a < b ? -1 : 1)));
  const manifest = buildManifest(data, sorted);
  await writeAside(join(folder, 'manifest.json'), [`${JSON.stringify(manifest, null, 2)}\n`]);
  return manifest;
}
