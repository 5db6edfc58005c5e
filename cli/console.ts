import {
  createLogger,
  type Logger,
  loggedProgress,
  type Progress,
  terminalProgress,
} from '../workers/index.ts';
import type { ConsoleOptions } from './common-options.ts';

/** A line a stage on a terminal; elsewhere, or where a level is asked for, JSON logs. */
export function openConsole({ logLevel }: ConsoleOptions): { progress: Progress; logger: Logger } {
  const lines = process.stderr.isTTY && logLevel === undefined;
  const logger = createLogger(logLevel ?? (lines ? 'silent' : 'info'));
  return { logger, progress: lines ? terminalProgress(process.stderr) : loggedProgress(logger) };
}

/** Rows of label and value, aligned. */
export function formatRows(rows: [string, string | number][]): string {
  const width = Math.max(...rows.map(([label]) => label.length));
  return rows.map(([label, value]) => `  ${label.padEnd(width)}  ${value}\n`).join('');
}

/** Said at the end where the public edition would show what is private. */
export function withheldLine(reason: string): string {
  return `No public edition: ${reason}.\n`;
}
