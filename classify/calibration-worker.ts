import { workerData } from 'node:worker_threads';
import { type CalibrationShare, helpCalibrate } from './calibration-threads.ts';

helpCalibrate(workerData as CalibrationShare);
