import type { ClaimNumber } from './claim.ts';
import type { Condition } from './condition.ts';

/** What is counted for a claim, and what supports and contradicts it: in words for the reader, in numbers for the engine. */
export interface Measure {
  /** The words; empty where a claim leaves them out. */
  measure: string;
  supports_if: string;
  contradicts_if: string;
  /** Empty where the measure is given in words only: then nothing can be computed. */
  numbers: ClaimNumber[];
  /** The number that is shown first. */
  main: string;
  supported_when: Condition | null;
  contradicted_when: Condition | null;
}

/** A measure that is ready to use, by its id or by its words. */
export interface ReadyMeasure extends Measure {
  id: string;
}

/** As a border of a ready measure's period: the day that the claim's own words name. */
export const FROM_CLAIM = 'claim';

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[.\s]+$/, '')
    .trim();
}

/**
 * The ready measure that a claim means: by id, or where all three of its sentences are the same. The same measure with other
 * thresholds is another test, so that it is not taken.
 */
export function findMeasure(
  measures: readonly ReadyMeasure[],
  words: Omit<Measure, 'numbers' | 'main' | 'supported_when' | 'contradicted_when'>,
): ReadyMeasure | null {
  const byId = measures.find(({ id }) => id === words.measure);
  if (byId !== undefined) return byId;
  const same = (one: ReadyMeasure, key: 'measure' | 'supports_if' | 'contradicts_if') =>
    fold(one[key]) === fold(words[key]);
  return (
    measures.find((one) => same(one, 'measure') && same(one, 'supports_if') && same(one, 'contradicts_if')) ??
    null
  );
}
