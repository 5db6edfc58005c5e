import type { Claim, ClaimNumber } from './claim.ts';
import { answerOf, joinAnswers } from './claim-answer.ts';
import type { Answer } from './claim-check.ts';
import { type Numbers, plainName } from './measure-claim.ts';

/** How far a count is moved, in rows, before it is said that no small change matters. */
const FARTHEST = 200;

interface Change {
  number: ClaimNumber;
  by: number;
  answer: Answer;
}

/** A step of one row for what counts rows, of one percent of its own size for the rest. */
function stepOf({ count }: ClaimNumber, value: number): number {
  const whole = count === 'rows' || count === 'persons' || count === 'families' || count === 'months';
  return whole ? 1 : Math.max(Math.abs(value) / 100, 0.01);
}

function nearestChange(
  claim: Claim,
  number: ClaimNumber,
  numbers: { strict: Numbers; broad: Numbers },
  answer: Answer,
): Change | null {
  const value = numbers.broad[number.name] ?? numbers.strict[number.name] ?? 0;
  const step = stepOf(number, value);
  for (let steps = 1; steps <= FARTHEST; steps += 1) {
    for (const by of [-steps * step, steps * step]) {
      const moved = (set: Numbers) => ({ ...set, [number.name]: Math.max(0, (set[number.name] ?? 0) + by) });
      if (value + by < 0) continue;
      const changed = joinAnswers(
        answerOf(claim, moved(numbers.strict)),
        answerOf(claim, moved(numbers.broad)),
      );
      if (changed !== answer) return { number, by, answer: changed };
    }
  }
  return null;
}

function amount({ number, by }: Change): string {
  const size = Math.abs(by);
  return stepOf(number, 1) === 1 ? String(Math.round(size)) : size.toFixed(size < 10 ? 1 : 0);
}

/**
 * The smallest change of a single number that would give another answer, one sentence a number, nearest first; the others
 * are held as they are. It shows how firm an answer is, not how likely another one.
 */
export function whatWouldChange(
  claim: Claim,
  numbers: readonly ClaimNumber[],
  values: { strict: Numbers; broad: Numbers },
  answer: Answer,
): string {
  const uses = [...(claim.supported_when?.uses ?? []), ...(claim.contradicted_when?.uses ?? [])];
  const changes = numbers
    .filter(({ name }) => uses.includes(name))
    .flatMap((number) => nearestChange(claim, number, values, answer) ?? []);
  if (changes.length === 0)
    return 'No change of a single number by a small amount would give another answer.';
  return changes
    .map(
      (change) =>
        `${change.answer}, were “${plainName(change.number.name)}” ${change.by > 0 ? 'higher' : 'lower'} by ${amount(change)}`,
    )
    .join('; ');
}
