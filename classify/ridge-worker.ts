import { workerData } from 'node:worker_threads';
import { helpSolve, type RidgeShare } from './ridge-threads.ts';

helpSolve(workerData as RidgeShare);
