import type { ArtifactStore, CaseDatabase, JobRow } from '../case/index.ts';
import { RunError } from '../case/index.ts';
import type { Logger } from './logger.ts';
import type { Progress } from './progress.ts';
import type { FailureReason, Job, Queue } from './queue.ts';

/** What the parts of a run share. */
export interface RunContext {
  store: ArtifactStore;
  database: CaseDatabase;
  queue: Queue;
  progress: Progress;
  logger: Logger;
  /** Versions of the stages' code; part of every key in the store. */
  versions: { ingest: string; classify: string };
  /** Copy the release into the store, because workers elsewhere do not see this machine's folders. */
  share: boolean;
}

/** Runs a job, or finds it done, and writes down how it ended. Null where it was done or kept; else why it failed. */
export async function runOnce(context: RunContext, job: Job): Promise<JobFailure | null> {
  const { store, progress, database, logger, queue } = context;
  const { stage, key } = job;
  const row: JobRow = { stage, key, state: 'done', milliseconds: null, detail: null };
  if (store.has(stage, key)) {
    database.recordJobs([row]);
    progress.advance(stage, 'kept');
    return null;
  }
  const outcome = await queue.add(job);
  row.milliseconds = outcome.milliseconds;
  if (outcome.state === 'done') {
    database.recordJobs([row]);
    progress.advance(stage, 'done');
    return null;
  }
  const { reason, message } = outcome;
  if (reason === 'machine' || reason === 'lost') throw new RunError(`the ${stage} stage ${message}`);
  database.recordJobs([{ ...row, state: 'failed', detail: reason }]);
  progress.advance(stage, 'failed');
  logger.warn({ stage, key, reason, milliseconds: outcome.milliseconds }, 'job failed');
  return { reason, message };
}

export interface JobFailure {
  reason: Exclude<FailureReason, 'machine' | 'lost'>;
  message: string;
}

/** For the stages that no file can fail: without their result there is nothing to report. */
export async function runNeeded(context: RunContext, job: Job): Promise<void> {
  const failure = await runOnce(context, job);
  if (failure !== null) throw new RunError(`the ${job.stage} stage failed: it ${failure.message}`);
}
