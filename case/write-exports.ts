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
import { putInPlace, stageAside, writeAside } from './write-aside.ts';

/** Where the masked tables lie inside `export/`. */
const PUBLIC = 'public';

/** The sha256 (hex) of each file that was written aside, by its name inside `export/`. */
export type StagedExports = Record<string, string>;

type Stage = (name: string, pieces: Iterable<string | Uint8Array>) => Promise<void>;

/** Stages tables as CSV, and as one workbook, which is compressed beside the thread that writes. */
async function stageTables(stage: Stage, tables: FlatTable[], prefix: string, book: string): Promise<void> {
  const workbook = renderWorkbook(tables);
  // What goes wrong with it is told below, after what goes wrong before.
  workbook.catch(() => {});
  for (const table of tables) await stage(`${prefix}${table.name}.csv`, [renderCsv(table)]);
  await stage(`${prefix}${book}`, [await workbook]);
}

function stageIn(folder: string, hashes: StagedExports): Stage {
  return async (name, pieces) => {
    hashes[name] = await stageAside(join(folder, name), pieces);
  };
}

/** Writes the working tables beside their places in `export/`. */
export async function stageExports(folder: string, data: CaseData): Promise<StagedExports> {
  await mkdir(folder, { recursive: true });
  const hashes: StagedExports = {};
  const stage = stageIn(folder, hashes);
  await stageTables(stage, flatTables(data), '', 'case.xlsx');
  await stage('items.jsonl', itemLines(data.items));
  await stage('exchanges.jsonl', exchangeLines(data.exchanges));
  return hashes;
}

/** Writes the masked tables beside their places in `export/public/`; none where there are no tables. */
export async function stagePublished(folder: string, published: FlatTable[]): Promise<StagedExports> {
  const hashes: StagedExports = {};
  if (published.length === 0) return hashes;
  await mkdir(join(folder, PUBLIC), { recursive: true });
  await stageTables(stageIn(folder, hashes), published, `${PUBLIC}/`, 'case-public.xlsx');
  return hashes;
}

/**
 * Puts staged exports in their places, the manifest last: a run that is killed here leaves no half-written export under its
 * name and no manifest that speaks of files not yet there.
 */
export async function putExports(folder: string, data: CaseData, staged: StagedExports): Promise<Manifest> {
  for (const name of Object.keys(staged)) await putInPlace(join(folder, name));
  const sorted = Object.fromEntries(Object.entries(staged).sort(([a], [b]) => (a < b ? -1 : 1)));
  const manifest = buildManifest(data, sorted);
  await writeAside(join(folder, 'manifest.json'), [`${JSON.stringify(manifest, null, 2)}\n`]);
  return manifest;
}
