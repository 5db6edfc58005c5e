/** What the columns of a table mean, by position; null where no heading says so. */
export interface ColumnRoles {
  from: number | null;
  to: number | null;
  cc: number | null;
  subject: number | null;
  body: number | null;
  /** Columns with a date or time in their name, in order. */
  dates: number[];
}

/** Headings of the columns that mail programs and audit systems export, without case, signs and brackets. */
const HEADINGS: Record<Exclude<keyof ColumnRoles, 'dates'>, RegExp> = {
  from: /^(?:from|sender|from name|from address|sender name|sender address|sender email|email from)$/,
  to: /^(?:to|recipients?|to name|to address|recipient name|email to|sent to)$/,
  cc: /^(?:cc|cc name|cc address|email cc)$/,
  subject: /^(?:subject|subject line|email subject|title)$/,
  body: /^(?:body|message|message body|email body|content|text|body text)$/,
};
const DATE = /\b(?:date|time|datetime|timestamp|when|sent|received|created|day)\b/;

/** Dates of persons and papers, not of what the row records. */
const OTHER_DATE = /\b(?:birth|born|dob|expir\w*|due|renew\w*|hire)\b/;

function plainName(heading: string): string {
  return heading
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The roles that a table's headings name. The first column that fits a role has it. */
export function columnRoles(headings: string[]): ColumnRoles {
  const names = headings.map(plainName);
  const find = (role: keyof typeof HEADINGS) => {
    const index = names.findIndex((name) => HEADINGS[role].test(name));
    return index < 0 ? null : index;
  };
  return {
    from: find('from'),
    to: find('to'),
    cc: find('cc'),
    subject: find('subject'),
    body: find('body'),
    dates: names.flatMap((name, index) => (DATE.test(name) && !OTHER_DATE.test(name) ? [index] : [])),
  };
}

/** Cells that are values and not names: numbers, dates, addresses, identifiers. */
const VALUE = /^\s*(?:[\d\s.,:/+-]+(?:[ap]m)?|\S+@\S+|[0-9a-f]{8}-[0-9a-f-]{27}|\d{4}-\d\d-\d\d[T ].*)\s*$/i;
const LONGEST_NAME = 60;

/** True where a record names columns: short cells that end as names do, none of them a value, none twice. */
export function isHeading(record: string[]): boolean {
  const filled = record.filter((cell) => cell.trim() !== '');
  return (
    filled.length >= 2 &&
    new Set(filled).size === filled.length &&
    filled.every((cell) => cell.length <= LONGEST_NAME && !/[.!?]\s*$/.test(cell) && !VALUE.test(cell))
  );
}
