import { workerData } from 'node:worker_threads';
import { helpRead, type ReadingShare } from './read-threads.ts';

helpRead(workerData as ReadingShare);
