import type { Condition } from './condition.ts';
import type { Period } from './days.ts';
import type { Measure } from './measure.ts';

/** What one row is. `contacts` are exchanges with relevance contact; `messages` are those of contacts, each once. */
export const UNITS = ['contacts', 'incidents', 'messages', 'exchanges'] as const;
export type Unit = (typeof UNITS)[number];

/**
 * What is counted of the rows: the rows; the persons or families that they concern; the calendar months in which there is
 * one; their percentage of the rows that `of` names; rows a month; the median of the minutes until a reply.
 */
export const FIGURES = [
  'rows',
  'persons',
  'families',
  'months',
  'percent',
  'per_month',
  'median_reply_minutes',
] as const;
export type FigureKind = (typeof FIGURES)[number];

/** One number of a claim. */
export interface ClaimNumber {
  name: string;
  over: Unit;
  where: Condition | null;
  count: FigureKind;
  /** The rows that make 100 percent; null where all do. */
  of: Condition | null;
  period: Period;
}

/** How much may be missing before the answer is `cannot tell`; shares from 0 to 1. */
export interface CoverageLimits {
  /** Pages or files that could not be read. */
  unread: number;
  /** Rows behind the number on which the model abstains and nobody has decided. */
  undecided: number;
  /** Rows without a date, where the claim is about a period. */
  undated: number;
}

/** A public statement, and what has to be counted to test it. */
export interface Claim extends Measure {
  id: string;
  side: string;
  /** A role, or the name of who holds an office. */
  speaker: string;
  date: string | null;
  source: string;
  /** In the speaker's own words, or as it is reported. */
  claim: string;
  limits: CoverageLimits;
}
