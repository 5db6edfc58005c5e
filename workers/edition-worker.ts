import { parentPort, workerData } from 'node:worker_threads';
import type { CaseData, CaseLayout } from '../case/index.ts';
import type { AuditReport, HiddenPhrases } from '../report/index.ts';
import { openStore } from '../store/index.ts';
import { auditCase, stagePublic, stageWorking } from './edition-jobs.ts';
import { packError } from './packed-error.ts';

/** What the thread is given when it starts. */
export interface EditionData {
  layout: CaseLayout;
  coded: CaseData;
}

/** What the thread is asked for. What is made public comes when it is masked. */
export type EditionJob = { name: 'working' } | { name: 'publish'; audit: AuditReport; mask: HiddenPhrases };

/** Makes pages beside the thread that masks and prints: the one for working first, with the exports, then the public one. */
const { layout, coded } = workerData as EditionData;

async function run(job: EditionJob): Promise<unknown> {
  if (job.name === 'publish') return stagePublic(layout, job.audit, job.mask);
  return stageWorking(layout, await auditCase(coded, openStore(layout.store)));
}

/** One after the other. */
let last: Promise<unknown> = Promise.resolve();
parentPort?.on('message', (job: EditionJob) => {
  last = last.then(async () => {
    try {
      parentPort?.postMessage({ name: job.name, result: await run(job) });
    } catch (error) {
      parentPort?.postMessage({ name: job.name, error: packError(error) });
    }
  });
});
