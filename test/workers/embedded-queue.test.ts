import { join } from 'node:path';
import { openEmbeddedQueue } from '../../workers/index.ts';
import { describeQueue } from './queue-conformance.ts';

describeQueue('worker threads', async () =>
  openEmbeddedQueue({
    worker: join(__dirname, 'queue-worker.cjs'),
    workerData: null,
    threads: 2,
    jobSeconds: { ingest: 1 },
    heapMib: 64,
  }),
);
