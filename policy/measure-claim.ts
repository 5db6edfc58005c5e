import type { Claim, ClaimNumber, Unit } from './claim.ts';
import { answerOf, joinAnswers } from './claim-answer.ts';
import type { Answer } from './claim-check.ts';
import type { ClaimRow } from './claim-rows.ts';
import { type Counted, countRows } from './count-rows.ts';
import { monthsWithin, type RecordCoverage } from './coverage.ts';
import { MONTHS } from './parse-measures.ts';
import type { Reading } from './reading.ts';

export type RowsOf = (unit: Unit) => readonly ClaimRow[];
export type Numbers = Record<string, number | null>;

/** One number of a claim, counted in both readings. */
export interface Measured {
  number: ClaimNumber;
  strict: Counted;
  broad: Counted;
}

/** A claim's numbers and what follows from them, whether the records are good enough or not. */
export interface Measurement {
  measured: Measured[];
  strict: Numbers;
  broad: Numbers;
  answer_strict: Answer;
  answer_broad: Answer;
  answer: Answer;
}

function valuesIn(measured: readonly Measured[], reading: Reading, months: number): Numbers {
  const entries = measured.map((one) => [one.number.name, one[reading].value] as const);
  return { ...Object.fromEntries(entries), [MONTHS]: months };
}

export function measureClaim(claim: Claim, rowsOf: RowsOf, coverage: RecordCoverage): Measurement {
  const measured = claim.numbers.map((number): Measured => {
    const months = monthsWithin(number.period, coverage);
    const count = (reading: Reading) => countRows(number, rowsOf(number.over), reading, months);
    const broad = count('broad');
    // Without `in_reading` both readings count the same rows.
    const uses = [...(number.where?.uses ?? []), ...(number.of?.uses ?? [])];
    return { number, strict: uses.includes('in_reading') ? count('strict') : broad, broad };
  });
  const main = claim.numbers.find(({ name }) => name === claim.main);
  const months = main === undefined ? 0 : monthsWithin(main.period, coverage);
  const [strict, broad] = [valuesIn(measured, 'strict', months), valuesIn(measured, 'broad', months)];
  const [answer_strict, answer_broad] = [answerOf(claim, strict), answerOf(claim, broad)];
  return {
    measured,
    strict,
    broad,
    answer_strict,
    answer_broad,
    answer: joinAnswers(answer_strict, answer_broad),
  };
}

/** The numbers on which the answer turns. */
export function telling(claim: Claim, measured: readonly Measured[]): Measured[] {
  const uses = [...(claim.supported_when?.uses ?? []), ...(claim.contradicted_when?.uses ?? [])];
  return measured.filter(({ number }) => uses.includes(number.name));
}

/** A number's name for a sentence. */
export function plainName(name: string): string {
  return name.replaceAll('_', ' ');
}
