import type { Verdict } from '../classify/index.ts';

/** The two readings of the dispute, and the verdicts that each counts. */
export type Reading = 'strict' | 'broad';

export const COUNTED: Readonly<Record<Reading, readonly Verdict[]>> = {
  strict: ['status-only'],
  broad: ['status-only', 'mixed'],
};
