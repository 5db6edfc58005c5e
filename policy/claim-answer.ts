import type { Claim } from './claim.ts';
import type { Answer } from './claim-check.ts';
import type { Values } from './condition.ts';

/** The answer in one reading. A number that is not there leaves it open. */
export function answerOf({ supported_when, contradicted_when }: Claim, numbers: Values): Answer {
  const supported = supported_when?.test(numbers).value ?? null;
  const contradicted = contradicted_when?.test(numbers).value ?? null;
  if (supported === null || contradicted === null) return 'cannot tell';
  if (supported === contradicted) return 'partly';
  return supported ? 'supported' : 'contradicted';
}

/** One answer for both readings: where they differ the claim holds in part. */
export function joinAnswers(strict: Answer, broad: Answer): Answer {
  if (strict === broad) return strict;
  return strict === 'cannot tell' || broad === 'cannot tell' ? 'cannot tell' : 'partly';
}
