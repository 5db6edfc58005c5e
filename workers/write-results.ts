import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type ArtifactStore,
  type CaseData,
  type CaseLayout,
  datasetteMetadata,
  type Manifest,
  type ParticipantRow,
  writeAside,
  writeExports,
} from '../case/index.ts';
import { parseSources } from '../policy/index.ts';
import {
  type AuditInput,
  buildAudit,
  chooseExhibits,
  forPublication,
  listBands,
  type PageImage,
  type Participant,
  publicTables,
  renderHtml,
  renderPdf,
} from '../report/index.ts';
import { cutBands } from './cut-bands.ts';
import { maskCase } from './mask-case.ts';
import { refuseTables } from './refuse-tables.ts';
import { renderPublic } from './render-public.ts';
import { readReportFonts } from './report-fonts.ts';

/**
 * Writes the exports and the editions of a case. All are made of `data` alone, so `report` gives what `run` gave, and all
 * that is public is made of one masked audit.
 */
export async function writeResults(
  layout: CaseLayout,
  data: CaseData,
  store: ArtifactStore,
): Promise<Manifest> {
  const input = await auditInput(data, store);
  const audit = buildAudit(input);
  const masked = await maskCase(data, input, audit, store);
  const published = publicTables(data, masked.audit, masked.mask);
  const refused = refuseTables(published, masked.mask);
  const manifest = await writeExports(layout.exports, data, refused === null ? published : []);
  await writeAside(layout.metadata, [datasetteMetadata(data.title)]);
  await mkdir(layout.report, { recursive: true });
  await writeAside(join(layout.report, 'index.html'), [renderHtml(audit)]);
  if (refused !== null) {
    // Those of an earlier run would be taken for the tables of this one.
    await rm(join(layout.exports, 'public'), { recursive: true, force: true });
    throw refused;
  }
  const publicPath = join(layout.report, 'public.html');
  // An older one would be taken for the public edition of this case if this one is refused.
  await rm(publicPath, { force: true });
  await writeAside(publicPath, [renderPublic(masked)]);
  const edition = forPublication(masked.audit);
  const pictures = await cutBands(
    listBands(edition, chooseExhibits(edition)),
    edition.pages.flatMap(({ image }) => image ?? []),
  );
  const pdf = await renderPdf(edition, await readReportFonts(), 'public', pictures);
  await writeAside(join(layout.report, 'report.pdf'), [pdf]);
  return manifest;
}

async function auditInput(data: CaseData, store: ArtifactStore): Promise<AuditInput> {
  const page_images: PageImage[] = [];
  for (const { blob, pictures: _pictures, ...image } of data.page_images) {
    const bytes = await readFile(join(store.root, blob)).catch(() => null);
    if (bytes !== null) page_images.push({ ...image, base64: bytes.toString('base64') });
  }
  return {
    title: data.title,
    files: data.files,
    pages: data.pages,
    items: data.items,
    exchanges: data.exchanges,
    participants: byExchange(data.participants),
    page_images,
    versions: data.versions,
    settings: data.settings,
    thresholds: data.model_card.thresholds,
    ...(data.model_card.error_rates === null ? {} : { error_rates: data.model_card.error_rates }),
    inputs: data.inputs.map(({ path, sha256, bytes }) => ({ path, sha256, bytes })),
    ...policyInput(data),
    ...(data.supplements === undefined ? {} : { supplements: data.supplements }),
  };
}

/** Rules with their findings, and claims with their answers, where the case has some. */
function policyInput({
  policy_sources,
  findings,
  claim_checks,
}: CaseData): Pick<AuditInput, 'policy' | 'claims'> {
  if (policy_sources === null) return {};
  const { policies } = parseSources(policy_sources);
  const { counterfactual } = policy_sources;
  return {
    ...(policies.length === 0 ? {} : { policy: { policies, findings, counterfactual } }),
    ...(policy_sources.claims === null ? {} : { claims: claim_checks }),
  };
}

function byExchange(rows: ParticipantRow[]): Record<string, Participant[]> {
  const people: Record<string, Participant[]> = {};
  for (const { exchange_id, ...person } of rows) {
    people[exchange_id] ??= [];
    people[exchange_id].push(person);
  }
  return people;
}
