import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type CaseData,
  type CaseLayout,
  RunError,
  type StagedExports,
  stageAside,
  stageExports,
} from '../case/index.ts';
import {
  type AuditInput,
  type AuditReport,
  buildAudit,
  chooseExhibits,
  forPrint,
  type HiddenPhrases,
  listBands,
  loadHtmlRenderer,
  loadPdfRenderer,
  type PageImage,
  sampleRows,
} from '../report/index.ts';
import type { ArtifactStore } from '../store/index.ts';
import { auditInput } from './audit-input.ts';
import { cutBands } from './cut-bands.ts';
import { renderPublic } from './render-public.ts';
import { readReportFonts } from './report-fonts.ts';

/** A case made ready for its editions. */
export interface AuditedCase {
  input: AuditInput;
  audit: AuditReport;
  /** The case with what the sample that people coded says. */
  data: CaseData;
}

async function readImages(data: CaseData, store: ArtifactStore): Promise<PageImage[]> {
  const images: PageImage[] = [];
  for (const { blob, pictures: _pictures, ...image } of data.page_images) {
    const bytes = await readFile(join(store.root, blob)).catch(() => null);
    if (bytes !== null) images.push({ ...image, base64: bytes.toString('base64') });
  }
  return images;
}

/** `coded`: what was found, with people's codes of samples. */
export async function auditCase(coded: CaseData, store: ArtifactStore): Promise<AuditedCase> {
  const input = auditInput(coded, await readImages(coded, store));
  const audit = buildAudit(input);
  return { input, audit, data: { ...coded, human_sample: sampleRows(audit.sample) } };
}

export const pathsOf = ({ report }: Pick<CaseLayout, 'report'>) => ({
  index: join(report, 'index.html'),
  page: join(report, 'public.html'),
  print: join(report, 'report.pdf'),
});

/** Writes what is for working beside its places: the exports and the working edition. */
export async function stageWorking(layout: CaseLayout, { audit, data }: AuditedCase): Promise<StagedExports> {
  const staged = await stageExports(layout.exports, data);
  const { htmlPieces } = await loadHtmlRenderer();
  await mkdir(layout.report, { recursive: true });
  await stageAside(pathsOf(layout).index, htmlPieces(audit));
  return staged;
}

/**
 * Writes the public page beside its place, of the masked audit for publication. Returns why there is none, or null: a private string would
 * be read in it.
 */
export async function stagePublic(
  layout: CaseLayout,
  report: AuditReport,
  mask: HiddenPhrases,
): Promise<string | null> {
  await mkdir(layout.report, { recursive: true });
  try {
    await stageAside(pathsOf(layout).page, await renderPublic(report, mask));
    return null;
  } catch (error) {
    if (error instanceof RunError) return error.message;
    throw error;
  }
}

/** Writes the printed edition beside its place, of the masked audit. */
export async function stagePrint(layout: CaseLayout, audit: AuditReport): Promise<void> {
  const pictures = await cutBands(
    listBands(audit, chooseExhibits(audit)),
    audit.pages.flatMap(({ image }) => image ?? []),
  );
  const { renderPdf } = await loadPdfRenderer();
  const pdf = await renderPdf(forPrint(audit), await readReportFonts(), 'public', pictures);
  await mkdir(layout.report, { recursive: true });
  await stageAside(pathsOf(layout).print, [pdf]);
}
