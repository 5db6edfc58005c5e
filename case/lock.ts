import Database from 'libsql';
import { RunError } from './errors.ts';

export interface CaseLock {
  release(): void;
}

/**
 * Takes the case for this process. The lock is an SQLite file held in an exclusive transaction: the operating system lets
 * go of it when the process ends, however it ends, so a killed run never leaves a stale lock behind.
 *
 * @throws RunError when another process holds the case.
 */
export function lockCase(path: string): CaseLock {
  const database = new Database(path, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if ((error as { code?: string }).code === 'SQLITE_BUSY') {
      throw new RunError('another run is at work on this case; wait for it or stop it first');
    }
    throw error;
  }
  return {
    release() {
      database.exec('ROLLBACK');
      database.close();
    },
  };
}
