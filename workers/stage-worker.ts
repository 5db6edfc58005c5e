import { workerData } from 'node:worker_threads';
import type { Knowledge } from '../classify/index.ts';
import { openStore } from '../store/index.ts';
import type { CodeJob } from './code-stage.ts';
import type { ImageJob } from './image-stage.ts';
import type { IngestJob } from './ingest-stage.ts';
import type { LinkJob } from './link-stage.ts';
import type { OcrJob } from './ocr-stage.ts';
import type { PagesJob } from './pages-stage.ts';
import type { PlacedJob } from './thread-pool.ts';

/** What every worker is told when it starts. */
export interface WorkerSettings {
  store: string;
}

const store = openStore((workerData as WorkerSettings).store);
const knowledge = new Map<string | null, Knowledge>();

async function knowledgeFor(agencies: string | null): Promise<Knowledge> {
  const { loadSharedKnowledge } = await import('./knowledge.ts');
  const known = knowledge.get(agencies) ?? loadSharedKnowledge(store, agencies);
  knowledge.set(agencies, known);
  return known;
}

/**
 * Runs one job in a worker thread. What it finds is in the store when this returns. A thread loads the code of the stages
 * that it works for and no other: each has a copy of its own.
 */
export default async function runJob({ stage, data, place }: PlacedJob): Promise<null> {
  const atPage = (page: number) => void Atomics.store(new Int32Array(place), 0, page);
  switch (stage) {
    case 'pages':
      return (await import('./pages-stage.ts')).runPages(store, data as PagesJob, atPage);
    case 'ingest':
      return (await import('./ingest-stage.ts')).runIngest(store, data as IngestJob, atPage);
    case 'ocr':
      return (await import('./ocr-stage.ts')).runOcr(store, data as OcrJob, atPage);
    case 'link':
      return (await import('./link-stage.ts')).runLink(store, data as LinkJob);
    case 'code': {
      const job = data as CodeJob;
      return (await import('./code-stage.ts')).runCode(store, await knowledgeFor(job.agencies), job);
    }
    case 'image':
      return (await import('./image-stage.ts')).runImage(store, data as ImageJob, atPage);
  }
}
