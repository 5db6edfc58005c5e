import { mkdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import {
  type CaseData,
  type CaseLayout,
  caseLayout,
  lockCase,
  type Manifest,
  NO_POLICY,
  openDatabase,
} from '../case/index.ts';
import type { Model } from '../classify/index.ts';
import type { MaskOptions } from '../report/index.ts';
import { openShelf, openStore, type RecordShelf, sweepStore } from '../store/index.ts';
import { readAgencyFile, shareAgencies } from './agency-file.ts';
import type { LedgerRow } from './artifacts.ts';
import { codeRelease, drawPages, linkRelease, loadPages } from './assemble-case.ts';
import { assessCase } from './assess-case.ts';
import { discoverFiles, type FoundFile } from './discover.ts';
import { ingestRelease } from './ingest-release.ts';
import { type AgencyFile, knowledgeVersions, loadKnowledge } from './knowledge.ts';
import type { Logger } from './logger.ts';
import { type MaskSettings, readMaskOptions } from './mask-options.ts';
import { readModelCard } from './model-card.ts';
import { describeOcr, type OcrChoice, prepareOcr } from './ocr-settings.ts';
import { openFleetQueue } from './open-fleet.ts';
import { openStageQueue } from './open-queue.ts';
import { readPasswords } from './passwords.ts';
import { describePolicies, type PolicySettings, policySources, policyVersion } from './policies.ts';
import { bothProgress, type Progress } from './progress.ts';
import { stageVersions, TOOL_VERSION } from './project.ts';
import { recordRun } from './record-run.ts';
import type { RunContext } from './run-context.ts';
import { codeAgain } from './second-code-release.ts';
import { openSecondCoder, type SecondCoderSettings } from './second-coder.ts';
import { countSetbacks, nameAtFiles } from './setbacks.ts';
import { releaseMemory } from './spare-memory.ts';
import {
  chooseSupplements,
  type GivenSupplements,
  readSupplements,
  type SupplementFiles,
} from './supplements.ts';
import { writeResults } from './write-results.ts';

export interface RunSettings {
  /** Files and folders of the release. */
  paths: string[];
  /** The case folder, made where it is not there. */
  caseFolder: string;
  title: string | null;
  agencyFile: string | null;
  /** Worker threads; null for one a core, 0 for none where workers elsewhere do the work. */
  threads: number | null;
  /** The queue's server; null for worker threads of this process alone. */
  redisUrl: string | null;
  /** Port on 127.0.0.1 where the jobs on Redis can be looked at; null for none. */
  dashboardPort: number | null;
  retryFailed: boolean;
  /** A file of passwords, one a line, for what is locked; null for none. */
  passwordsFile: string | null;
  ocr: OcrChoice;
  policy: PolicySettings;
  /** The mask of the public edition. */
  masking: MaskSettings;
  /** Files that people add to the report. */
  supplements: SupplementFiles;
  /** A second coder to compare with; null for none. */
  secondCoder: SecondCoderSettings | null;
}

export interface RunResult {
  manifest: Manifest;
  reportPath: string;
  /** Why nothing public was written; null where all of it was. */
  withheld: string | null;
  /** False where not one file of the release could be read. */
  anythingRead: boolean;
  /** Items that could not be linked or coded; each is named in the ledger. */
  brokenItems: number;
  /** What was asked of the second coder and how far the two agree; null without one. */
  secondCoder: string | null;
}

/** What the run says of its coder; the lexicons and the model itself are with the threads that code. */
interface CoderOutline {
  version: string;
  thresholds: Model['thresholds'];
}

/** Reads lexicons, model and the user's agencies, so that what is wrong with them is said before any work begins. */
function tryKnowledge(agencyFile: string | null): { agencies: AgencyFile | null; coder: CoderOutline } {
  const { agencies, knowledge } =
    agencyFile === null ? { agencies: null, knowledge: loadKnowledge(null) } : readAgencyFile(agencyFile);
  return { agencies, coder: { version: knowledge.version, thresholds: knowledge.model.thresholds } };
}

/** What the user said, read and tried before any work begins. */
interface Prepared {
  settings: RunSettings;
  found: FoundFile[];
  agencies: AgencyFile | null;
  coder: CoderOutline;
  policySources: ReturnType<typeof policySources>;
  masking: MaskOptions;
  supplements: GivenSupplements;
}

/**
 * The main job: release in, case folder with exports and report out. Work that the store already holds for the same bytes
 * and stage version is not done again. `signal` stops the run between two jobs; what is done is kept.
 */
export async function runCase(
  settings: RunSettings,
  progress: Progress,
  logger: Logger,
  signal: AbortSignal,
): Promise<RunResult> {
  const { agencyFile, redisUrl, threads } = settings;
  // Tried before any work begins: an address that is not allowed stops the run here.
  if (settings.secondCoder !== null) openSecondCoder(settings.secondCoder, null);
  const passwords = readPasswords(settings.passwordsFile);
  const ocr = prepareOcr(settings.ocr);
  const known = tryKnowledge(agencyFile);
  const found = await discoverFiles(settings.paths, settings.caseFolder);
  const prepared = {
    settings,
    found,
    ...known,
    policySources: policySources(settings.policy),
    masking: readMaskOptions(settings.masking),
    supplements: readSupplements(settings.supplements),
  };
  releaseMemory();
  const layout = caseLayout(resolve(settings.caseFolder));
  await mkdir(layout.root, { recursive: true });
  const lock = lockCase(layout.lock);
  try {
    const store = openStore(layout.store);
    await sweepStore(store);
    const database = openDatabase(layout.database);
    const queue =
      redisUrl === null
        ? openStageQueue({ store: layout.store }, threads)
        : await openFleetQueue(
            { url: redisUrl, threads, dashboardPort: settings.dashboardPort },
            store,
            logger,
          );
    const recorder = recordRun(database, queue);
    const shelf = openShelf();
    const stop = () => void queue.close();
    signal.addEventListener('abort', stop, { once: true });
    const both = bothProgress(progress, recorder.progress);
    const share = redisUrl !== null;
    const context: RunContext = {
      store,
      database,
      queue,
      progress: both,
      logger,
      versions: stageVersions(),
      share,
      passwords,
      ocr,
    };
    try {
      if (settings.retryFailed) await forgetFailures(context);
      database.clearJobs();
      const result = await auditRelease(context, shelf, layout, prepared, signal);
      recorder.end('done');
      return result;
    } finally {
      signal.removeEventListener('abort', stop);
      recorder.end('stopped');
      await queue.close();
      database.close();
      shelf.close();
    }
  } finally {
    lock.release();
  }
}

/** The stages, one after the other. */
async function auditRelease(
  context: RunContext,
  shelf: RecordShelf,
  layout: CaseLayout,
  prepared: Prepared,
  signal: AbortSignal,
): Promise<RunResult> {
  const { store, database } = context;
  const { settings, found, agencies, coder, policySources: policy_sources } = prepared;
  const { rows, inputs, locations, passwords } = await ingestRelease(context, found);
  const link = await linkRelease(context, rows);
  const coded = await codeRelease(context, shelf, link, coder.version, await shareAgencies(store, agencies));
  await context.queue.rest();
  releaseMemory();
  const second = settings.secondCoder === null ? null : openSecondCoder(settings.secondCoder, store);
  if (second !== null) await codeAgain(coded, second, context.progress, signal);
  const secondCoder = second?.summary() ?? null;
  const pages = await loadPages(context, shelf, rows);
  const byContent = hashesOf(rows);
  const page_images = await drawPages(context, coded, pages, {
    locate: (file_id) => locations.get(byContent(file_id)) ?? null,
    unlock: (file_id) => passwords.get(byContent(file_id)) ?? [],
  });
  const data: CaseData = assessCase({
    title: settings.title ?? settings.paths.map((path) => basename(resolve(path))).join(', '),
    agencies: agencies?.value ?? null,
    versions: { tool: TOOL_VERSION, ...knowledgeVersions(agencies), policy: policyVersion(policy_sources) },
    settings: {
      agencies: agencies === null ? 'built in' : 'built in and a file of the user',
      ocr: describeOcr(context.ocr),
      ...describePolicies(policy_sources),
      ...(secondCoder === null ? {} : { 'second coder': secondCoder }),
    },
    model_card: readModelCard(coder),
    masking: prepared.masking,
    supplements: chooseSupplements(
      prepared.supplements,
      database.supplements() ?? undefined,
      coded.exchanges,
    ),
    inputs,
    files: nameAtFiles(
      rows.map(({ file }) => file),
      coded.items,
    ),
    pages,
    page_images,
    ...coded,
    ...NO_POLICY,
    policy_sources,
  });
  database.save(data);
  const { manifest, withheld } = await writeResults(layout, data, store);
  const anythingRead = rows.some(({ file }) => file.status !== 'unreadable');
  const reportPath = join(layout.report, 'index.html');
  const brokenItems = countSetbacks(coded.items);
  return { manifest, reportPath, withheld, anythingRead, brokenItems, secondCoder };
}

function hashesOf(rows: LedgerRow[]): (file_id: string) => string {
  const hashes = new Map(rows.map(({ file }) => [file.file_id, file.sha256]));
  return (file_id) => hashes.get(file_id) ?? '';
}

/** Takes the artifacts of failed jobs away, so that they are tried again. */
async function forgetFailures({ database, store }: RunContext): Promise<void> {
  for (const { stage, key, state } of database.jobs()) {
    if (state === 'failed') await store.remove(stage, key);
  }
}
