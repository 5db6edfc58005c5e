import { workerData } from 'node:worker_threads';
import { openStore } from '../case/index.ts';
import type { Knowledge } from '../classify/index.ts';
import { type CodeJob, runCode } from './code-stage.ts';
import { type ImageJob, runImage } from './image-stage.ts';
import { type IngestJob, runIngest } from './ingest-stage.ts';
import { loadSharedKnowledge } from './knowledge.ts';
import { type LinkJob, runLink } from './link-stage.ts';
import { type OcrJob, runOcr } from './ocr-stage.ts';
import { type PagesJob, runPages } from './pages-stage.ts';
import type { PlacedJob } from './thread-pool.ts';

/** What every worker is told when it starts. */
export interface WorkerSettings {
  store: string;
}

const store = openStore((workerData as WorkerSettings).store);
const knowledge = new Map<string | null, Knowledge>();

function knowledgeFor(agencies: string | null): Knowledge {
  const known = knowledge.get(agencies) ?? loadSharedKnowledge(store, agencies);
  knowledge.set(agencies, known);
  return known;
}

/** Runs one job in a worker thread. What it finds is in the store when this returns. */
export default async function runJob({ stage, data, place }: PlacedJob): Promise<null> {
  const atPage = (page: number) => void Atomics.store(new Int32Array(place), 0, page);
  switch (stage) {
    case 'pages':
      return runPages(store, data as PagesJob, atPage);
    case 'ingest':
      return runIngest(store, data as IngestJob, atPage);
    case 'ocr':
      return runOcr(store, data as OcrJob, atPage);
    case 'link':
      return runLink(store, data as LinkJob);
    case 'code':
      return runCode(store, knowledgeFor((data as CodeJob).agencies), data as CodeJob);
    case 'image':
      return runImage(store, data as ImageJob, atPage);
  }
}
