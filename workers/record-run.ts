import type { CaseDatabase } from '../case/index.ts';
import { counted, type Progress } from './progress.ts';
import type { Queue } from './queue.ts';

/** How often the case is told how far the run is, in milliseconds: `status` need not be newer. */
const RECORD_MS = 500;
const WORKERS_MS = 2000;

export interface RunRecorder {
  progress: Progress;
  /** Writes down how the run ended; the first end is the one that counts. */
  end(state: 'done' | 'stopped'): void;
}

/** Keeps the counts of each stage and the number of workers in the case, for `status` in another terminal. */
export function recordRun(database: CaseDatabase, queue: Queue): RunRecorder {
  let ended = false;
  database.recordState('state', 'running');
  const countWorkers = async () => {
    const workers = await queue.workers().catch(() => null);
    if (!ended && workers !== null) database.recordState('workers', String(workers));
  };
  void countWorkers();
  const timer = setInterval(() => void countWorkers(), WORKERS_MS);
  timer.unref();
  return {
    progress: counted(RECORD_MS, ({ stage, total, done, kept, failed, started }, now) => {
      if (ended) return;
      database.recordStage({ stage, total, done, kept, failed, milliseconds: Math.round(now - started) });
    }),
    end(state) {
      if (ended) return;
      ended = true;
      clearInterval(timer);
      database.recordState('state', state);
      database.recordState('workers', '0');
    },
  };
}
