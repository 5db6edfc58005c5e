import { mkdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import {
  type CaseData,
  caseLayout,
  lockCase,
  type Manifest,
  NO_POLICY,
  openDatabase,
  openStore,
  sweepStore,
} from '../case/index.ts';
import { createCoder } from '../classify/index.ts';
import type { LedgerRow } from './artifacts.ts';
import { codeRelease, drawPages, linkRelease, loadPages } from './assemble-case.ts';
import { assessCase } from './assess-case.ts';
import { discoverFiles } from './discover.ts';
import { ingestRelease } from './ingest-release.ts';
import { knowledgeVersions, loadKnowledge, readAgencyFile, shareAgencies } from './knowledge.ts';
import type { Location } from './location.ts';
import type { Logger } from './logger.ts';
import { openFleetQueue } from './open-fleet.ts';
import { openStageQueue } from './open-queue.ts';
import { describePolicies, type PolicySettings, policySources, policyVersion } from './policies.ts';
import type { Progress } from './progress.ts';
import { stageVersions, TOOL_VERSION } from './project.ts';
import type { RunContext } from './run-context.ts';
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
  retryFailed: boolean;
  policy: PolicySettings;
}

export interface RunResult {
  manifest: Manifest;
  reportPath: string;
  /** False where not one file of the release could be read. */
  anythingRead: boolean;
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
  const { agencyFile, threads } = settings;
  const { agencies, knowledge } =
    agencyFile === null ? { agencies: null, knowledge: loadKnowledge(null) } : readAgencyFile(agencyFile);
  const policy_sources = policySources(settings.policy);
  const found = await discoverFiles(settings.paths, settings.caseFolder);
  const layout = caseLayout(resolve(settings.caseFolder));
  await mkdir(layout.root, { recursive: true });
  const lock = lockCase(layout.lock);
  try {
    const store = openStore(layout.store);
    await sweepStore(store);
    const database = openDatabase(layout.database);
    const { redisUrl } = settings;
    const queue =
      redisUrl === null
        ? openStageQueue({ store: layout.store }, threads)
        : await openFleetQueue(redisUrl, store, threads, logger);
    const stop = () => void queue.close();
    signal.addEventListener('abort', stop, { once: true });
    const versions = stageVersions();
    const context: RunContext = {
      store,
      database,
      queue,
      progress,
      logger,
      versions,
      share: redisUrl !== null,
    };
    try {
      if (settings.retryFailed) await forgetFailures(context);
      database.clearJobs();
      const { rows, inputs, locations } = await ingestRelease(context, found);
      const coder = createCoder(knowledge);
      const link = await linkRelease(context, rows);
      const coded = await codeRelease(context, link, coder.version, await shareAgencies(store, agencies));
      const pages = await loadPages(context, rows);
      const images = await drawPages(context, coded, pages, locator(rows, locations));
      const data: CaseData = assessCase({
        title: settings.title ?? settings.paths.map((path) => basename(resolve(path))).join(', '),
        versions: {
          tool: TOOL_VERSION,
          ...knowledgeVersions(agencies),
          policy: policyVersion(policy_sources),
        },
        settings: {
          agencies: settings.agencyFile === null ? 'built in' : 'built in and a file of the user',
          ...describePolicies(policy_sources),
        },
        inputs,
        files: rows.map(({ file }) => file),
        pages,
        page_images: images,
        ...coded,
        ...NO_POLICY,
        policy_sources,
      });
      database.save(data);
      const manifest = await writeResults(layout, data, store);
      return {
        manifest,
        reportPath: join(layout.report, 'index.html'),
        anythingRead: rows.some(({ file }) => file.status !== 'unreadable'),
      };
    } finally {
      signal.removeEventListener('abort', stop);
      await queue.close();
      database.close();
    }
  } finally {
    lock.release();
  }
}

function locator(
  rows: LedgerRow[],
  locations: ReadonlyMap<string, Location>,
): (file_id: string) => Location | null {
  const hashes = new Map(rows.map(({ file }) => [file.file_id, file.sha256]));
  return (file_id) => locations.get(hashes.get(file_id) ?? '') ?? null;
}

/** Takes the artifacts of failed jobs away, so that they are tried again. */
async function forgetFailures({ database, store }: RunContext): Promise<void> {
  for (const { stage, key, state } of database.jobs()) {
    if (state === 'failed') await store.remove(stage, key);
  }
}
