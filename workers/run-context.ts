import type { CaseDatabase, JobRow } from '../case/index.ts';
import { RunError } from '../case/index.ts';
import type { ArtifactStore } from '../store/index.ts';
import type { Logger } from './logger.ts';
import type { OcrVersion } from './ocr-stage.ts';
import type { Progress } from './progress.ts';
import type { FailureReason, Job, Outcome, Queue } from './queue.ts';

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
  /** Tried in turn on files that are locked. Never logged and never written down. */
  passwords: string[];
  /** How pages without a usable text layer are read; null where they are to stay unread. */
  ocr: OcrVersion | null;
}

/** Runs a job, or finds it done, and writes down how it ended. Null where it was done or kept; else why it failed. */
export async function runOnce(context: RunContext, job: Job): Promise<JobFailure | null> {
  const { store, progress, database, queue } = context;
  const { stage, key } = job;
  if (store.has(stage, key)) {
    database.recordJobs([{ stage, key, state: 'done', milliseconds: null, detail: null }]);
    progress.advance(stage, 'kept');
    return null;
  }
  return settle(context, job, await queue.add(job));
}

/** Writes down how a job ended. */
function settle(
  { database, progress, logger }: RunContext,
  { stage, key }: Job,
  outcome: Outcome,
): JobFailure | null {
  const row: JobRow = { stage, key, state: 'done', milliseconds: outcome.milliseconds, detail: null };
  if (outcome.state === 'done') {
    database.recordJobs([row]);
    progress.advance(stage, 'done');
    return null;
  }
  const { reason, message, page = null } = outcome;
  if (reason === 'machine' || reason === 'lost') throw new RunError(`the ${stage} stage ${message}`);
  database.recordJobs([{ ...row, state: 'failed', detail: reason }]);
  progress.advance(stage, 'failed');
  logger.warn({ stage, key, reason, page, milliseconds: outcome.milliseconds }, 'job failed');
  return { reason, message, page };
}

export interface JobFailure {
  reason: Exclude<FailureReason, 'machine' | 'lost'>;
  message: string;
  /** The page that the job was at; null where it was at none. */
  page: number | null;
}

/** How the jobs of a flow failed; null for those that did not. */
export interface FlowFailures {
  whole: JobFailure | null;
  /** In the order of the parts. */
  parts: (JobFailure | null)[];
}

/** Runs the parts of a job and then the job itself; parts and whole that are done already are not run. */
export async function runFlow(context: RunContext, whole: Job, parts: Job[]): Promise<FlowFailures> {
  const { store, progress, queue } = context;
  const missing = parts.filter(({ stage, key }) => !store.has(stage, key));
  progress.grow('pages', parts.length);
  for (const part of parts) if (!missing.includes(part)) progress.advance(part.stage, 'kept');
  const ended = await queue.addFlow(whole, missing);
  const failures = new Map(
    missing.map((part, index) => [part, settle(context, part, ended.parts[index] as Outcome)]),
  );
  return {
    whole: settle(context, whole, ended.whole),
    parts: parts.map((part) => failures.get(part) ?? null),
  };
}

/** For the stages that no file can fail: without their result there is nothing to report. */
export async function runNeeded(context: RunContext, job: Job): Promise<void> {
  const failure = await runOnce(context, job);
  if (failure !== null) throw new RunError(`the ${job.stage} stage failed: it ${failure.message}`);
}
