import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { openEmbeddedQueue } from './embedded-queue.ts';
import type { Queue } from './queue.ts';
import type { WorkerSettings } from './stage-worker.ts';

/** The queue that runs the stages; `threads` null means one a core. */
export function openStageQueue(workerData: WorkerSettings, threads: number | null): Queue {
  const worker = fileURLToPath(new URL('./stage-worker.js', import.meta.url));
  return openEmbeddedQueue({ worker, workerData, threads: threads ?? availableParallelism() });
}
