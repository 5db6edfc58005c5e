import { workerData } from 'node:worker_threads';
import { openStore } from '../case/index.ts';
import type { Knowledge } from '../classify/index.ts';
import { type CodeJob, runCode } from './code-stage.ts';
import { type ImageJob, runImage } from './image-stage.ts';
import { type IngestJob, runIngest } from './ingest-stage.ts';
import { loadKnowledge } from './knowledge.ts';
import { type LinkJob, runLink } from './link-stage.ts';
import type { Job } from './queue.ts';

/** What every worker is told when it starts. */
export interface WorkerSettings {
  store: string;
  agencyFile: string | null;
}

const { store: root, agencyFile } = workerData as WorkerSettings;
const store = openStore(root);
let knowledge: Knowledge | null = null;

/** Runs one job in a worker thread. What it finds is in the store when this returns. */
export default async function runJob({ stage, data }: Job): Promise<null> {
  switch (stage) {
    case 'ingest':
      return runIngest(store, data as IngestJob);
    case 'link':
      return runLink(store, data as LinkJob);
    case 'code':
      knowledge ??= loadKnowledge(agencyFile);
      return runCode(store, knowledge, data as CodeJob);
    case 'image':
      return runImage(store, data as ImageJob);
  }
}
