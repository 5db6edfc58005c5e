import { MessageChannel, type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import { chooseReview } from './choose-review.ts';
import { startHelper } from './helping-threads.ts';
import type { Thresholds } from './model.ts';

/** What the thresholds are chosen from, see `chooseReview`. */
export interface ReviewBasis {
  facts: readonly Float32Array[];
  cells: readonly number[];
  groups: readonly string[];
  worths: readonly number[];
}

/** What a helping thread is given. */
export interface ReviewShare extends ReviewBasis {
  /** Where the thresholds are put, and then the one place of `done` set. */
  port: MessagePort;
  done: Int32Array;
}

/** Milliseconds for which a thread that has the work is waited for, before this one does it as well. */
const PATIENCE = 60_000;

/**
 * Has the thresholds chosen on another thread where there are several, while the caller goes on, and returns what gives them; they
 * are the same either way.
 */
export function chooseReviewAside(basis: ReviewBasis, threads: number): () => Thresholds {
  const here = (): Thresholds => chooseReview(basis.facts, basis.cells, basis.groups, basis.worths);
  if (threads < 2) return here;
  const { port1: port, port2: there } = new MessageChannel();
  const done = new Int32Array(new SharedArrayBuffer(4));
  const share: ReviewShare = { ...basis, port: there, done };
  if (!startHelper('review-worker', share, [there])) return here;
  port.unref();
  return () => {
    Atomics.wait(done, 0, 0, PATIENCE);
    const chosen = receiveMessageOnPort(port)?.message as Thresholds | undefined;
    port.close();
    return chosen ?? here();
  };
}

/** Chooses the thresholds for the thread that shares. */
export function helpReview({ facts, cells, groups, worths, port, done }: ReviewShare): void {
  port.postMessage(chooseReview(facts, cells, groups, worths));
  Atomics.store(done, 0, 1);
  Atomics.notify(done, 0);
}
