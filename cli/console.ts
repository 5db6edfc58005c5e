import { Option as CommandOption, InvalidArgumentError, type Option } from 'commander';
import {
  createLogger,
  type Logger,
  loggedProgress,
  type Progress,
  terminalProgress,
} from '../workers/index.ts';

export interface ConsoleOptions {
  logLevel?: string;
}

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'];

export function logLevelOption(): Option {
  return new CommandOption('--log-level <level>', 'JSON logs on standard error, also on a terminal').choices(
    LEVELS,
  );
}

/** A line a stage on a terminal; elsewhere, or where a level is asked for, JSON logs. */
export function openConsole({ logLevel }: ConsoleOptions): { progress: Progress; logger: Logger } {
  const lines = process.stderr.isTTY && logLevel === undefined;
  const logger = createLogger(logLevel ?? (lines ? 'silent' : 'info'));
  return { logger, progress: lines ? terminalProgress(process.stderr) : loggedProgress(logger) };
}

/** A whole number of at least 1, for commander. */
export function parseCount(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError('a whole number from 1 on is needed.');
  return value;
}

/** A whole number of at least 0, for commander. */
export function parseJobs(text: string): number {
  return text === '0' ? 0 : parseCount(text);
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
