import type { Logger } from './logger.ts';

/** What the coordinator tells while it runs. */
export interface Progress {
  /** A stage begins; `total` is what is known so far and may grow. */
  begin(stage: string, total: number): void;
  grow(stage: string, more: number): void;
  /** One piece of work ended; `kept` where it was already done in an earlier run. */
  advance(stage: string, outcome: 'done' | 'kept' | 'failed'): void;
  end(stage: string): void;
}

export interface StageCount {
  stage: string;
  total: number;
  done: number;
  kept: number;
  failed: number;
  started: number;
}

/** `ingest     12/40  3 kept  1 failed  8.2/s  about 4 s left` */
export function progressLine(count: StageCount, now: number): string {
  const { stage, total, done, kept, failed } = count;
  const seconds = (now - count.started) / 1000;
  const worked = done + failed;
  const left = total - worked - kept;
  const rate = seconds > 0 ? worked / seconds : 0;
  const parts = [`${stage.padEnd(8)} ${String(worked + kept).padStart(6)}/${total}`];
  if (kept > 0) parts.push(`${kept} kept`);
  if (failed > 0) parts.push(`${failed} failed`);
  if (worked > 0 && rate > 0) parts.push(`${rate >= 10 ? rate.toFixed(0) : rate.toFixed(1)}/s`);
  if (left > 0 && rate > 0) parts.push(`about ${formatSeconds(left / rate)} left`);
  else if (left === 0) parts.push(formatSeconds(seconds));
  return parts.join('  ');
}

function formatSeconds(seconds: number): string {
  if (seconds < 90) return `${seconds < 10 ? seconds.toFixed(1) : seconds.toFixed(0)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Least time between two redraws or log lines of a stage, in milliseconds. */
const REDRAW_MS = 100;
const LOG_MS = 5000;

/** A line a stage, redrawn in place. */
export function terminalProgress(stream: NodeJS.WriteStream): Progress {
  return counted(REDRAW_MS, (count, now, ended) => {
    const line = progressLine(count, now).slice(0, (stream.columns || 80) - 1);
    stream.write(`\r\u001b[2K${line}${ended ? '\n' : ''}`);
  });
}

/** Both at once. */
export function bothProgress(first: Progress, second: Progress): Progress {
  const each = (tell: (one: Progress) => void) => {
    tell(first);
    tell(second);
  };
  return {
    begin: (stage, total) => each((one) => one.begin(stage, total)),
    grow: (stage, more) => each((one) => one.grow(stage, more)),
    advance: (stage, outcome) => each((one) => one.advance(stage, outcome)),
    end: (stage) => each((one) => one.end(stage)),
  };
}

/** A log line when a stage begins and ends, and every few seconds between. */
export function loggedProgress(logger: Logger): Progress {
  return counted(LOG_MS, ({ stage, total, done, kept, failed, started }, now, ended) => {
    const message = ended ? 'stage done' : 'stage';
    logger.info({ stage, total, done, kept, failed, milliseconds: Math.round(now - started) }, message);
  });
}

/** Counts what is told, and shows it when a stage begins and ends and every `interval` milliseconds between. */
export function counted(
  interval: number,
  show: (count: StageCount, now: number, ended: boolean) => void,
): Progress {
  const counts = new Map<string, StageCount>();
  const shown = new Map<string, number>();
  const update = (stage: string, change: (count: StageCount) => void, force: boolean, ended = false) => {
    const count = counts.get(stage);
    if (count === undefined) return;
    change(count);
    const now = performance.now();
    if (!force && now - (shown.get(stage) ?? 0) < interval) return;
    shown.set(stage, now);
    show(count, now, ended);
  };
  return {
    begin(stage, total) {
      counts.set(stage, { stage, total, done: 0, kept: 0, failed: 0, started: performance.now() });
      update(stage, () => {}, true);
    },
    grow: (stage, more) => update(stage, (count) => (count.total += more), false),
    advance: (stage, outcome) => update(stage, (count) => (count[outcome] += 1), false),
    end: (stage) => update(stage, () => {}, true, true),
  };
}
