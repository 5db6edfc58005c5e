import type { FigureKind, Unit } from './claim.ts';

export const ANSWERS = ['supported', 'partly', 'contradicted', 'cannot tell'] as const;
export type Answer = (typeof ANSWERS)[number];

/** One number of a claim in both readings, with the rows behind it. */
export interface NumberCheck {
  name: string;
  over: Unit;
  count: FigureKind;
  /** The filter as it stands in the file; empty where all rows count. */
  where: string;
  strict: number | null;
  broad: number | null;
  /** Ids of the rows behind the broad number and behind the strict one. */
  rows: string[];
  strict_rows: string[];
  /** Rows of which the records do not tell whether they count. */
  open_rows: string[];
  /** The exchanges that the rows stand for. */
  exchange_ids: string[];
}

/** A claim tested against the records. */
export interface ClaimCheck {
  claim_id: string;
  side: string;
  speaker: string;
  claim: string;
  answer: Answer;
  /** The first number, in the strict reading and in the broad one; null where there is nothing to count. */
  strict: number | null;
  broad: number | null;
  /** Ids of the rows behind it. */
  rows: string[];
  /** What the first number is: `incidents`, `percent of contacts`. */
  unit: string;
  answer_strict: Answer;
  answer_broad: Answer;
  /** Why the answer is `cannot tell`, or how the two readings differ; empty where neither is so. */
  reason: string;
  would_change: string;
  date: string | null;
  source: string;
  measure: string;
  supports_if: string;
  contradicts_if: string;
  numbers: NumberCheck[];
}
