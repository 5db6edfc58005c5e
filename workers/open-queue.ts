import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { openEmbeddedQueue } from './embedded-queue.ts';
import type { Queue } from './queue.ts';
import type { WorkerSettings } from './stage-worker.ts';
import { openThreadPool, type ThreadPoolSettings } from './thread-pool.ts';

function stagePool(workerData: WorkerSettings, threads: number | null): ThreadPoolSettings {
  const worker = fileURLToPath(new URL('./stage-worker.js', import.meta.url));
  return { worker, workerData, threads: threads ?? availableParallelism() };
}

/** The queue that runs the stages in this process; `threads` null means one a core. */
export function openStageQueue(workerData: WorkerSettings, threads: number | null): Queue {
  return openEmbeddedQueue(stagePool(workerData, threads));
}

/** The threads alone, for a worker that has its jobs and its retries from elsewhere. */
export function openStagePool(workerData: WorkerSettings, threads: number | null): Queue {
  return openThreadPool(stagePool(workerData, threads));
}
