import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { caseLayout, openDatabase, SettingsError, type StageRow } from '../case/index.ts';
import { progressLine } from '../workers/index.ts';

/** What `status --json` prints. */
interface Status {
  state: string;
  workers: number;
  stages: StageStatus[];
  failures: { stage: string; key: string; reason: string | null }[];
  /** Files that broke their worker, by the last run that came to its end. */
  files: { path: string; reason: string }[];
}

/** Reasons for which `run --retry-failed` tries a file again. */
const RETRIED = ['timeout', 'memory', 'crash'];

interface StageStatus extends StageRow {
  waiting: number;
  /** Jobs a second; null before the first has ended. */
  rate: number | null;
  /** Seconds left at this rate; null where it cannot be told. */
  seconds_left: number | null;
}

/** How far a run is, or how it ended, as lines or as JSON. */
export function showStatus(folder: string, asJson: boolean): void {
  const status = readStatus(folder);
  process.stdout.write(asJson ? `${JSON.stringify(status, null, 2)}\n` : formatStatus(status));
}

function readStatus(folder: string): Status {
  const layout = caseLayout(resolve(folder));
  if (!existsSync(layout.database)) throw new SettingsError(`no case in ${folder}: make one with \`run\``);
  const database = openDatabase(layout.database);
  try {
    const failed = database.jobs().filter(({ state }) => state === 'failed');
    return {
      state: database.state('state') ?? 'unknown',
      workers: Number(database.state('workers') ?? 0),
      stages: database.stages().map(measure),
      failures: failed.map(({ stage, key, detail }) => ({ stage, key, reason: detail })),
      files: database.unreadableFiles().flatMap(({ path, issues }) => {
        const broken = issues.find(({ code }) => RETRIED.includes(code));
        return broken === undefined ? [] : [{ path, reason: broken.code }];
      }),
    };
  } finally {
    database.close();
  }
}

function measure(row: StageRow): StageStatus {
  const worked = row.done + row.failed;
  const waiting = Math.max(0, row.total - worked - row.kept);
  const rate = worked === 0 || row.milliseconds === 0 ? null : (worked * 1000) / row.milliseconds;
  return { ...row, waiting, rate, seconds_left: rate === null ? null : waiting / rate };
}

function formatStatus({ state, workers, stages, failures, files }: Status): string {
  const lines = [`${state}, ${workers} worker${workers === 1 ? '' : 's'}`];
  for (const stage of stages) lines.push(progressLine({ ...stage, started: 0 }, stage.milliseconds));
  for (const { stage, key, reason } of failures) {
    lines.push(`failed: ${stage} ${key} (${reason}); try again with \`run --retry-failed\``);
  }
  for (const { path, reason } of files) lines.push(`not read: ${path} (${reason})`);
  return `${lines.join('\n')}\n`;
}
