import pino, { type Logger } from 'pino';

export type { Logger };

/**
 * Logs go to standard error as JSON lines: ids, counts and durations, never names, addresses or text of a record. On a
 * terminal the progress lines take their place unless a level is asked for.
 */
export function createLogger(level: string): Logger {
  return pino(
    { level, base: null, formatters: { level: (label) => ({ level: label }) } },
    pino.destination({ dest: 2, sync: true }),
  );
}
