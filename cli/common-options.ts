import { Option as CommandOption, InvalidArgumentError, type Option } from 'commander';

export interface ConsoleOptions {
  logLevel?: string;
}

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'];

export function logLevelOption(): Option {
  return new CommandOption('--log-level <level>', 'JSON logs on standard error, also on a terminal').choices(
    LEVELS,
  );
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
