import { workerData } from 'node:worker_threads';
import { helpReview, type ReviewShare } from './review-threads.ts';

helpReview(workerData as ReviewShare);
