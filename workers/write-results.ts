import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type CaseData,
  type CaseLayout,
  datasetteMetadata,
  type Manifest,
  openDatabase,
  RunError,
  readSamples,
  writeAside,
  writeExports,
} from '../case/index.ts';
import {
  buildAudit,
  chooseExhibits,
  forPublication,
  listBands,
  loadRenderers,
  type PageImage,
  publicTables,
  sampleRows,
} from '../report/index.ts';
import type { ArtifactStore } from '../store/index.ts';
import { auditInput } from './audit-input.ts';
import { cutBands } from './cut-bands.ts';
import { type MaskedCase, maskCase } from './mask-case.ts';
import { refuseTables } from './refuse-tables.ts';
import { renderPublic } from './render-public.ts';
import { readReportFonts } from './report-fonts.ts';

export interface Results {
  manifest: Manifest;
  /** Why nothing public was written: how many private strings would be read in it. Null where all of it was written. */
  withheld: string | null;
}

/** The public page, or why there is none. */
async function tryPublic(masked: MaskedCase): Promise<{ page: string } | { reason: string }> {
  try {
    return { page: await renderPublic(masked) };
  } catch (error) {
    if (error instanceof RunError) return { reason: error.message };
    throw error;
  }
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

async function writePdf(path: string, masked: MaskedCase): Promise<void> {
  const { renderPdf } = await loadRenderers();
  const edition = forPublication(masked.audit);
  const pictures = await cutBands(
    listBands(edition, chooseExhibits(edition)),
    edition.pages.flatMap(({ image }) => image ?? []),
  );
  await writeAside(path, [await renderPdf(edition, await readReportFonts(), 'public', pictures)]);
}

/**
 * Writes the exports and the editions of a case. All are made of `found` and people's codes of samples alone, so `report` gives what `run` gave, and all
 * that is public is made of one masked audit. Where a private string would be read in any of it, nothing public is
 * written; what is for working is written all the same.
 */
export async function writeResults(
  layout: CaseLayout,
  found: CaseData,
  store: ArtifactStore,
): Promise<Results> {
  const coded: CaseData = { ...found, samples: await readSamples(layout) };
  const input = auditInput(coded, await readImages(coded, store));
  const audit = buildAudit(input);
  const data: CaseData = { ...coded, human_sample: sampleRows(audit.sample) };
  keepHumanSample(layout, data);
  const masked = await maskCase(data, input, audit, store);
  const tables = publicTables(data, masked.audit, masked.mask);
  const refused = refuseTables(tables, masked.mask);
  const edition = refused === null ? await tryPublic(masked) : { reason: refused.message };
  await removePublic(layout);
  const manifest = await writeExports(layout.exports, data, 'page' in edition ? tables : []);
  await writeAside(layout.metadata, [datasetteMetadata(data.title)]);
  await mkdir(layout.report, { recursive: true });
  const { renderHtml } = await loadRenderers();
  await writeAside(join(layout.report, 'index.html'), [renderHtml(audit)]);
  if ('reason' in edition) return { manifest, withheld: edition.reason };
  await writeAside(join(layout.report, 'public.html'), [edition.page]);
  await writePdf(join(layout.report, 'report.pdf'), masked);
  return { manifest, withheld: null };
}

async function readImages(data: CaseData, store: ArtifactStore): Promise<PageImage[]> {
  const images: PageImage[] = [];
  for (const { blob, pictures: _pictures, ...image } of data.page_images) {
    const bytes = await readFile(join(store.root, blob)).catch(() => null);
    if (bytes !== null) images.push({ ...image, base64: bytes.toString('base64') });
  }
  return images;
}
