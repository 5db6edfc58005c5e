import { MessageChannel, type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import { type Calibration, trainCalibration } from './calibration.ts';
import { chooseReview } from './choose-review.ts';
import { startHelper } from './helping-threads.ts';
import type { Thresholds } from './model.ts';

/** What both layers are trained on and the thresholds chosen from, see `trainCalibration` and `chooseReview`. */
export interface CalibrationBasis {
  facts: readonly Float32Array[];
  cells: readonly number[];
  groups: readonly string[];
  worths: readonly number[];
}

/** What a helping thread is given. */
export interface CalibrationShare extends CalibrationBasis {
  /** Where they are put, and then the one place of `done` set. */
  port: MessagePort;
  done: Int32Array;
}

/** Milliseconds for which a thread that has the work is waited for, before this one does it as well. */
const PATIENCE = 60_000;

/** What makes probabilities of scores, and which of them are enough to decide without a person. */
export interface Calibrated {
  calibration: Calibration;
  thresholds: Thresholds;
}

function calibrate({ facts, cells, groups, worths }: CalibrationBasis): Calibrated {
  return {
    calibration: trainCalibration(facts, cells, worths),
    thresholds: chooseReview(facts, cells, groups, worths),
  };
}

/**
 * Has the scores calibrated on another thread where there are several, while the caller goes on, and returns what gives the result; it
 * is the same either way.
 */
export function calibrateAside(basis: CalibrationBasis, threads: number): () => Calibrated {
  const here = (): Calibrated => calibrate(basis);
  if (threads < 2) return here;
  const { port1: port, port2: there } = new MessageChannel();
  const done = new Int32Array(new SharedArrayBuffer(4));
  const share: CalibrationShare = { ...basis, port: there, done };
  if (!startHelper('calibration-worker', share, [there])) return here;
  port.unref();
  return () => {
    Atomics.wait(done, 0, 0, PATIENCE);
    const calibrated = receiveMessageOnPort(port)?.message as Calibrated | undefined;
    port.close();
    return calibrated ?? here();
  };
}

/** Calibrates for the thread that shares. */
export function helpCalibrate({ port, done, ...basis }: CalibrationShare): void {
  port.postMessage(calibrate(basis));
  Atomics.store(done, 0, 1);
  Atomics.notify(done, 0);
}
