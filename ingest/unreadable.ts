import { type Issue, type IssueCode, issue } from './issue.ts';

/** Thrown by a reader that can go no further; carries the issue for the ledger. */
export class Unreadable extends Error {
  readonly issue: Issue;

  constructor(code: IssueCode, message: string, where?: string) {
    super(message);
    this.issue = issue(code, message, where);
  }
}
