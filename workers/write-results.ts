import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type CaseData,
  type CaseLayout,
  datasetteMetadata,
  type Manifest,
  openDatabase,
  putExports,
  putInPlace,
  readSamples,
  stagePublished,
  writeAside,
} from '../case/index.ts';
import { publicTables } from '../report/index.ts';
import type { ArtifactStore } from '../store/index.ts';
import { auditCase, pathsOf } from './edition-jobs.ts';
import { dropStaged, type EditionMaker, isForThread, makeInThread, makeInTurn } from './edition-makers.ts';
import { maskCase } from './mask-case.ts';
import { refuseTables } from './refuse-tables.ts';

export interface Results {
  manifest: Manifest;
  /** Why nothing public was written: how many private strings would be read in it. Null where all of it was written. */
  withheld: string | null;
}

/** Files of an earlier run, which would be taken for the public ones of this case. */
async function removePublic({ exports, report }: CaseLayout): Promise<void> {
  for (const path of [join(exports, 'public'), join(report, 'public.html'), join(report, 'report.pdf')]) {
    await rm(path, { recursive: true, force: true });
  }
}

/** The database holds what the sample says too, beside the tables that the run has filled. */
function keepHumanSample({ database: path }: CaseLayout, { human_sample = [] }: CaseData): void {
  const database = openDatabase(path);
  try {
    database.saveHumanSample(human_sample);
  } finally {
    database.close();
  }
}

/**
 * Writes the exports and the editions of a case. All are made of `found` and people's codes of samples alone, so `report` gives what `run` gave, and all
 * that is public is made of one masked audit. Where a private string would be read in any of it, nothing public is
 * written; what is for working is written all the same. `threaded`: whether what need not wait for the mask is made beside
 * it, with the same bytes; by default as the size of the case allows.
 */
export async function writeResults(
  layout: CaseLayout,
  found: CaseData,
  store: ArtifactStore,
  threaded: boolean = isForThread(found),
): Promise<Results> {
  const coded: CaseData = { ...found, samples: await readSamples(layout) };
  await dropStaged(layout);
  const maker = threaded ? makeInThread(layout, coded) : makeInTurn(layout);
  try {
    return await writeAll(layout, coded, store, maker);
  } finally {
    await maker.close();
    await dropStaged(layout);
  }
}

/** Everything is written beside its place first, and put there in this order. */
async function writeAll(
  layout: CaseLayout,
  coded: CaseData,
  store: ArtifactStore,
  maker: EditionMaker,
): Promise<Results> {
  const audited = await auditCase(coded, store);
  const { input, audit, data } = audited;
  keepHumanSample(layout, data);
  const masked = await maskCase(data, input, audit, store);
  maker.announce(masked);
  const tables = publicTables(data, masked.audit, masked.mask);
  const refused = refuseTables(tables, masked.mask);
  await removePublic(layout);
  const published = refused === null ? await stagePublished(layout.exports, tables) : {};
  const withheld = refused === null ? await maker.publish(masked) : refused.message;
  if (withheld !== null) await removePublic(layout);
  const working = await maker.working(audited);
  const manifest = await putExports(
    layout.exports,
    data,
    withheld === null ? { ...working, ...published } : working,
  );
  await writeAside(layout.metadata, [datasetteMetadata(data.title)]);
  const paths = pathsOf(layout);
  await putInPlace(paths.index);
  if (withheld !== null) return { manifest, withheld };
  await putInPlace(paths.page);
  await maker.print(masked);
  await putInPlace(paths.print);
  return { manifest, withheld: null };
}
