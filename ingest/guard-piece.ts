import { describeError } from './describe-error.ts';
import { type Issue, issue } from './issue.ts';

/** What is said of a piece on which the project's own code broke down. */
export interface Trouble {
  /** A clause without its full stop: `The row could not be read`. */
  says: string;
  /** Where the piece stands in its file. */
  where: string;
}

/**
 * Does one step on one of a file's pieces. Where the code breaks down on it the piece is named as `crash`, with the error,
 * and `instead` stands for it: the pieces behind it are read all the same.
 *
 * @throws what the machine is to blame for, see `describeError`.
 */
export function guardPiece<T>(
  work: () => T,
  instead: () => T,
  { says, where }: Trouble,
  tell: (problem: Issue) => void,
): T {
  try {
    return work();
  } catch (thrown) {
    tell(issue('crash', `${says} (${describeError(thrown).error}).`, where));
    return instead();
  }
}
