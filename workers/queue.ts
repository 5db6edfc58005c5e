/**
 * The queue contract. A stage is pure: references to bytes in, artifacts in the store out, keyed by content and stage
 * version, so a job that runs twice changes nothing. Jobs and outcomes are small and survive JSON.
 */
export const STAGES = ['pages', 'ingest', 'ocr', 'link', 'code', 'image'] as const;
export type StageName = (typeof STAGES)[number];

export interface Job {
  stage: StageName;
  /** Names the work: same key, same work. */
  key: string;
  data: unknown;
  /** Longest time that the job may be at no page of a PDF, in seconds; without it the limit of its stage. */
  seconds?: number;
}

/**
 * Why a job has no result: it ran too long, took too much memory, or its worker died; all of these are laid to the file.
 * `machine`: the disk is full or cannot be written, `lost`: the shared store went away and did not come back; no file is to
 * blame for either, so the run stops.
 */
export type FailureReason = 'timeout' | 'memory' | 'crash' | 'machine' | 'lost';

/** Tries of a job whose connection to the store was lost; nothing else is tried again. */
export const CONNECTION_TRIES = 5;
/** Wait before the second try, in milliseconds; it doubles with each further one. */
export const RETRY_MS = 500;

export type Outcome =
  | { state: 'done'; result: unknown; milliseconds: number }
  | {
      state: 'failed';
      reason: FailureReason;
      message: string;
      milliseconds: number;
      /** The page that the job was at when it ended, from 1; absent where it was at none. */
      page?: number;
    };

export interface Queue {
  /** How many jobs run at once. */
  readonly concurrency: number;
  /** Runs the job. Rejects only when the queue is closed; a job's own failure is an outcome. */
  add(job: Job): Promise<Outcome>;
  /** Runs the parts, at once where there are hands, and the whole when each of them has ended, whatever its outcome. */
  addFlow(whole: Job, parts: Job[]): Promise<{ whole: Outcome; parts: Outcome[] }>;
  /** How many worker processes are alive. */
  workers(): Promise<number>;
  /** Ends the threads of this process that have no job, so that what they hold is given back; the next job starts one. */
  rest(): Promise<void>;
  /** Ends the workers; jobs not done are rejected with QueueClosed. */
  close(): Promise<void>;
}

export class QueueClosed extends Error {
  override readonly name = 'QueueClosed';
  constructor() {
    super('the queue is closed');
  }
}
