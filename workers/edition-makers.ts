import { readdir, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { CaseData, CaseLayout, StagedExports } from '../case/index.ts';
import type { AuditReport } from '../report/index.ts';
import { type AuditedCase, stagePrint, stagePublic, stageWorking } from './edition-jobs.ts';
import type { EditionData, EditionJob } from './edition-worker.ts';
import type { MaskedCase } from './mask-case.ts';
import { type PackedError, unpackError } from './packed-error.ts';

/** Makes the editions that need not wait for one another. All are written beside their places. */
export interface EditionMaker {
  /** The exports and the edition for working. */
  working(audited: AuditedCase): Promise<StagedExports>;
  /** Says that the public page will be wanted. */
  announce(masked: MaskedCase): void;
  /** The public page; resolves to why there is none, or null. */
  publish(masked: MaskedCase): Promise<string | null>;
  print(masked: MaskedCase): Promise<void>;
  close(): Promise<void>;
}

/** Makes each when it is asked for: nothing is held twice. */
export function makeInTurn(layout: CaseLayout): EditionMaker {
  return {
    working: (audited) => stageWorking(layout, audited),
    announce: () => {},
    publish: ({ audit, mask }) => stagePublic(layout, audit, mask),
    print: ({ audit }) => stagePrint(layout, audit),
    close: async () => {},
  };
}

type Answer = { name: EditionJob['name']; result?: unknown; error?: PackedError };

/** The thread has ended before its answer: it is out of memory, or could not be started. */
class ThreadEnded extends Error {}

/** Twice what a thread has by itself: nearly all that a page is made of is dropped soon, and collected less often so. */
const YOUNG_MIB = 96;

/**
 * Makes the pages in a thread, beside the one that masks and prints. The thread has the case for itself, so this takes nearly twice the memory.
 * What a thread that ends by itself has left is made in turn.
 */
export function makeInThread(layout: CaseLayout, coded: CaseData): EditionMaker {
  const inTurn = makeInTurn(layout);
  const file = fileURLToPath(new URL('./edition-worker.js', import.meta.url));
  const worker = new Worker(file, {
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MIB },
    workerData: { layout, coded: withoutRuns(coded) } satisfies EditionData,
  });
  const waiting = new Map<EditionJob['name'], (answer: Answer | null) => void>();
  let ended = false;
  worker.on('message', (answer: Answer) => waiting.get(answer.name)?.(answer));
  // What goes wrong inside a job is an answer.
  worker.on('error', () => {});
  worker.on('exit', () => {
    ended = true;
    for (const answer of waiting.values()) answer(null);
  });

  function ask<T>(job: EditionJob): Promise<T> {
    const asked = new Promise<T>((resolve, reject) => {
      const take = (answer: Answer | null): void => {
        if (answer === null) reject(new ThreadEnded());
        else if (answer.error === undefined) resolve(answer.result as T);
        else reject(unpackError(answer.error));
      };
      if (ended) take(null);
      else {
        waiting.set(job.name, take);
        try {
          worker.postMessage(job);
        } catch {
          // What cannot be copied into a thread is made without one.
          take(null);
        }
      }
    });
    // It may be that nobody asks for what failed.
    asked.catch(() => {});
    return asked;
  }

  async function orInTurn<T>(asked: Promise<T>, make: () => Promise<T>): Promise<T> {
    try {
      return await asked;
    } catch (error) {
      if (error instanceof ThreadEnded) return make();
      throw error;
    }
  }

  const working = ask<StagedExports>({ name: 'working' });
  let page: Promise<string | null> | null = null;
  let print: Promise<void> | null = null;
  return {
    working: (audited) => orInTurn(working, () => inTurn.working(audited)),
    announce(masked) {
      const { audit, mask } = masked;
      page = ask({ name: 'publish', audit: forThread(audit), mask: { phrases: mask.phrases } });
    },
    publish(masked) {
      if (page === null) return inTurn.publish(masked);
      // Printed here: the thread has loaded what pages are made with, and is quick at them.
      print = inTurn.print(masked);
      print.catch(() => {});
      return orInTurn(page, () => inTurn.publish(masked));
    },
    print: (masked) => print ?? inTurn.print(masked),
    async close() {
      await worker.terminate();
      // What is being printed is not stopped; nothing of it may come when what is beside its place has been taken away.
      await Promise.allSettled([print]);
    },
  };
}

/**
 * What the public page is printed of. The conditions of rules are code, which cannot go to another thread. Bodies of messages
 * and texts of pages are printed in the stretches into which they were cut: as a whole they would be copied in vain.
 */
function forThread(report: AuditReport): AuditReport {
  return {
    ...report,
    policy: JSON.parse(JSON.stringify(report.policy)) as AuditReport['policy'],
    contacts: report.contacts.map((contact) => ({
      ...contact,
      messages: contact.messages.map((message) => ({
        ...message,
        item: { ...message.item, body: '', parts: [], page_offsets: [], headers_raw: {} },
      })),
    })),
    pages: report.pages.map((entry) => ({
      ...entry,
      page: { ...entry.page, text: entry.page.text.trim().slice(0, 1), runs: [] },
    })),
  };
}

/** Places of letters are the most of a page, and wanted only where its picture is shown. */
function withoutRuns(coded: CaseData): CaseData {
  const shown = new Set(coded.page_images.map(({ file_id, page }) => `${file_id} ${page}`));
  return {
    ...coded,
    pages: coded.pages.map((page) =>
      shown.has(`${page.file_id} ${page.page}`) ? page : { ...page, runs: [] },
    ),
  };
}

/** With fewer contacts than this a thread takes longer to start than it saves. */
const LEAST_CONTACTS = 500;
/** UTF-16 units of text, and records, above which a case is not held twice. */
const MOST_TEXT = 16_000_000;
const MOST_RECORDS = 40_000;

/** Whether a case is of the size at which a second thread is worth its memory. */
export function isForThread({ items, pages, exchanges }: CaseData, cores = availableParallelism()): boolean {
  const contacts = exchanges.filter(({ relevance }) => relevance === 'contact').length;
  if (cores < 2 || contacts < LEAST_CONTACTS) return false;
  if (items.length + pages.length + exchanges.length > MOST_RECORDS) return false;
  let text = pages.reduce((sum, { chars }) => sum + chars, 0);
  for (const { body } of items) {
    text += body.length;
    if (text > MOST_TEXT) return false;
  }
  return true;
}

/** Takes away what an earlier run, or this one where it failed, has left beside its places. */
export async function dropStaged({ exports, report }: CaseLayout): Promise<void> {
  for (const folder of [exports, join(exports, 'public'), report]) {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    const left = entries.filter((one) => one.isFile() && one.name.endsWith('.partial'));
    for (const { name } of left) await rm(join(folder, name), { force: true });
  }
}
