import type { Claim } from './claim.ts';
import { monthsWithin, type RecordCoverage, unreadShare } from './coverage.ts';
import { type Measured, type Measurement, plainName, telling } from './measure-claim.ts';

function percentText(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function gapInTime({ number, broad }: Measured, { limits }: Claim, coverage: RecordCoverage): string {
  const { from, to } = number.period;
  if (monthsWithin(number.period, coverage) === 0) {
    const whole = from === null && to === null;
    return `The records do not cover it: ${whole ? 'no item of the records has a date' : 'no dated item lies in the period that the claim is about'}.`;
  }
  if (broad.looked_at > 0 && broad.undated / broad.looked_at > limits.undated) {
    return `${broad.undated} of ${broad.looked_at} ${number.over} have no date that tells whether they lie in the period.`;
  }
  return '';
}

function undecidedRows({ number, broad }: Measured, { limits }: Claim): string {
  const behind = [...broad.rows, ...broad.open];
  const undecided = behind.filter((row) => row.undecided).length;
  if (undecided <= limits.undecided * behind.length) return '';
  return `On ${undecided} of the ${behind.length} ${number.over} behind “${plainName(number.name)}” the model abstains and nobody has decided, and the answer turns on them.`;
}

function firstOf(reasons: readonly string[]): string {
  return reasons.find((reason) => reason !== '') ?? '';
}

/**
 * Why the records are too poor for an answer; empty where they are not. `without` is the claim measured without the rows that
 * nobody has decided: where it has the same answer, they do not matter.
 */
export function poorCoverage(
  claim: Claim,
  whole: Measurement,
  without: Measurement,
  coverage: RecordCoverage,
): string {
  if (claim.numbers.length === 0) {
    return 'The claim gives its measure in words only. Write it as numbers, and it can be computed.';
  }
  const unread = unreadShare(coverage);
  if (unread > claim.limits.unread) {
    return `${percentText(unread)} of the release could not be read; the limit for an answer is ${percentText(claim.limits.unread)}.`;
  }
  const numbers = telling(claim, whole.measured);
  const time = firstOf(numbers.map((one) => gapInTime(one, claim, coverage)));
  if (time !== '') return time;
  const empty = numbers.find(({ strict, broad }) => strict.value === null || broad.value === null);
  if (empty !== undefined) return `There is nothing to count for “${plainName(empty.number.name)}”.`;
  if (whole.answer === 'cannot tell') return 'A threshold cannot be worked out from these numbers.';
  return whole.answer === without.answer ? '' : firstOf(numbers.map((one) => undecidedRows(one, claim)));
}
