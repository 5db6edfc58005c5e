import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  type CaseData,
  type Check,
  caseLayout,
  checkCoding,
  checkDecisions,
  checkEvidence,
  checkExports,
  checkFindings,
  checkInputs,
  checkLedger,
  checkRedactions,
  checkWitnesses,
  openDatabase,
} from '../case/index.ts';
import type { Page, SourceFile } from '../ingest/index.ts';
import { openStore } from '../store/index.ts';
import { readItems, readPages } from './artifacts.ts';
import { checkPublic } from './check-public.ts';
import { ingestRelease } from './ingest-release.ts';
import type { Logger } from './logger.ts';
import { choiceOf, prepareOcr } from './ocr-settings.ts';
import { openCase } from './open-case.ts';
import { openStageQueue } from './open-queue.ts';
import { readPasswords } from './passwords.ts';
import type { Progress } from './progress.ts';
import { stageVersions } from './project.ts';
import type { RunContext } from './run-context.ts';
import { withoutSetbacks } from './setbacks.ts';

export interface VerifySettings {
  caseFolder: string;
  /** Read the release again from its bytes and compare; without it only the records are checked. */
  recount: boolean;
  threads: number | null;
  /** A file of passwords, one a line, for what is locked; null for none. */
  passwordsFile: string | null;
}

/** Recounts and finds again. Every fault is one line; no faults means that the case stands. */
export async function verifyCase(
  settings: VerifySettings,
  progress: Progress,
  logger: Logger,
): Promise<Check[]> {
  const layout = caseLayout(resolve(settings.caseFolder));
  const data = openCase(layout);
  const checks = [
    await checkInputs(data),
    checkLedger(data),
    checkRedactions(data),
    checkWitnesses(data),
    checkEvidence(data),
    checkCoding(data),
    checkFindings(data),
    await checkExports(layout.exports, data),
    await checkDecisions(layout.decisions),
    await checkPublic(layout, data, openStore(layout.store)),
  ];
  if (settings.recount) checks.push(await recount(data, layout.store, settings, progress, logger));
  return checks;
}

function isLocked({ issues }: SourceFile): boolean {
  return issues.some(({ code }) => code === 'encrypted');
}

/** All that is known of what was taken out of a page, as one word. */
function redactionsOf({ redaction_boxes, redacted_share, redactions, failed_redaction }: Page): string {
  return JSON.stringify([redaction_boxes, redacted_share, redactions, failed_redaction]);
}

/**
 * Reads the release again into a folder of its own and compares the ledger, the pages and the items with the case. Pages that
 * the store keeps as recognised, by the hash of their file, are not recognised again: that would take as long as the run.
 */
async function recount(
  data: CaseData,
  kept: string,
  { threads, passwordsFile }: VerifySettings,
  progress: Progress,
  logger: Logger,
): Promise<Check> {
  const folder = await mkdtemp(join(tmpdir(), 'contact-audit-verify-'));
  const queue = openStageQueue({ store: folder }, threads);
  const database = openDatabase(join(folder, 'case.sqlite'));
  const store = openStore(folder);
  const recognised = join(kept, 'ocr');
  if (existsSync(recognised)) await cp(recognised, join(folder, 'ocr'), { recursive: true });
  const context: RunContext = {
    store,
    database,
    queue,
    progress,
    logger,
    versions: stageVersions(),
    share: false,
    passwords: readPasswords(passwordsFile),
    ocr: prepareOcr(choiceOf(data.settings.ocr)),
  };
  try {
    const found = data.inputs.map(({ path, location, bytes }) => ({ path, location, bytes, issue: null }));
    const { rows } = await ingestRelease(context, found);
    const faults: string[] = [];
    // What broke down after reading is no part of what reading gives.
    const filed = new Map(data.files.map((file) => [file.path, withoutSetbacks(file)]));
    const pages = new Map(data.pages.map((page) => [`${page.file_id} ${page.page}`, page]));
    const items = new Map(data.items.map((item) => [item.item_id, item]));
    for (const row of rows) {
      const { file } = row;
      const filedAs = filed.get(file.path);
      if (isLocked(file) && filedAs && !isLocked(filedAs))
        faults.push(`${file.file_id}: needs its password to be counted again (--passwords)`);
      else if (JSON.stringify(filedAs) !== JSON.stringify(file))
        faults.push(`${file.file_id}: read otherwise now`);
      for await (const page of readPages(store, row)) {
        const kept = pages.get(`${page.file_id} ${page.page}`);
        const place = `${page.file_id} page ${page.page}`;
        if (kept?.text !== page.text || kept.method !== page.method)
          faults.push(`${place}: read otherwise now`);
        else if (redactionsOf(kept) !== redactionsOf(page)) faults.push(`${place}: redacted otherwise now`);
      }
      for await (const { item_id, body } of readItems(store, row)) {
        if (items.get(item_id)?.body !== body) faults.push(`${item_id}: read otherwise now`);
        items.delete(item_id);
      }
    }
    for (const item_id of items.keys()) faults.push(`${item_id}: not found again`);
    return { name: 'recount', checked: rows.length, faults };
  } finally {
    await queue.close();
    database.close();
    await rm(folder, { recursive: true, force: true });
  }
}
