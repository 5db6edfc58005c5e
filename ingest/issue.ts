/**
 * Every reason for which a file, a page or an item was not fully read, or not linked or coded as the others are.
 *
 * An issue is a value that travels with its record to the report's list of gaps; it is final and is never retried.
 * `docs/issues.md` explains each code to a reader of the report, and a test keeps the two lists equal.
 */
export const ISSUE_CODES = [
  'empty-file',
  'unsupported-format',
  'damaged',
  'encrypted',
  'too-large',
  'too-deep',
  'too-many-entries',
  'suspicious-compression',
  'unsafe-path',
  'unreadable-entry',
  'no-text-layer',
  'no-words',
  'low-confidence',
  'poor-text-layer',
  'page-unreadable',
  'no-headers',
  'no-date',
  'unreadable-message',
  'missing-attachment',
  'missing-messages',
  'bates-gap',
  'truncated',
  'encoding-guessed',
  'redacted-header',
  'failed-redaction',
  'redactions-unchecked',
  'second-engine',
  'timeout',
  'memory',
  'crash',
  'unreadable-source',
  'unlinked',
  'uncoded',
] as const;

export type IssueCode = (typeof ISSUE_CODES)[number];

export interface Issue {
  code: IssueCode;
  /** One plain sentence for the reader of the report. Carries no text of the record and no names. */
  message: string;
  /** Where inside the file: `page 3`, `entry mail/a.eml`, `message 12`, `part 2.1`. */
  where?: string;
}

export function issue(code: IssueCode, message: string, where?: string): Issue {
  return where === undefined ? { code, message } : { code, message, where };
}
