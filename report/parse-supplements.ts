import {
  checkNames,
  dateOf,
  type Entry,
  neededText,
  readEntries,
  SupplementError,
  textOf,
} from './read-entries.ts';
import type { AgencyResponse, Correction } from './supplements.ts';

const CORRECTION_NAMES = ['date', 'correction', 'raised_by', 'contacts'];
const RESPONSE_NAMES = ['contact_id', 'by', 'date', 'disputed', 'response'];

/** A list in YAML, or ids with spaces between them in CSV. */
function idsOf(name: string, entry: Entry, field: string): string[] {
  const value = entry.fields[field];
  if (!Array.isArray(value))
    return textOf(name, entry, field)
      .split(/[\s;]+/)
      .filter(Boolean);
  return value.map((id) => {
    if (typeof id !== 'string')
      throw new SupplementError(name, entry.line, `"${field}" is to be a list of ids`);
    return id;
  });
}

const TRUTHS: Readonly<Record<string, boolean>> = {
  '': false,
  true: true,
  false: false,
  yes: true,
  no: false,
};

function truthOf(name: string, entry: Entry, field: string): boolean {
  const truth = TRUTHS[textOf(name, entry, field).toLowerCase()];
  if (truth === undefined) throw new SupplementError(name, entry.line, `"${field}" is to be true or false`);
  return truth;
}

/**
 * The corrections log, oldest first.
 *
 * @throws SupplementError with one line: what is wrong, and where.
 */
export function parseCorrections(name: string, text: string): Correction[] {
  const corrections = readEntries(name, text).map((entry): Correction => {
    checkNames(name, entry, CORRECTION_NAMES);
    return {
      date: dateOf(name, entry, 'date'),
      text: neededText(name, entry, 'correction'),
      raised_by: textOf(name, entry, 'raised_by'),
      contact_ids: idsOf(name, entry, 'contacts'),
    };
  });
  return corrections.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/**
 * The agency's answers, in the order of the file.
 *
 * @throws SupplementError with one line: what is wrong, and where.
 */
export function parseResponses(name: string, text: string): AgencyResponse[] {
  return readEntries(name, text).map((entry) => {
    checkNames(name, entry, RESPONSE_NAMES);
    return {
      contact_id: neededText(name, entry, 'contact_id'),
      by: neededText(name, entry, 'by'),
      date: textOf(name, entry, 'date') === '' ? null : dateOf(name, entry, 'date'),
      disputed: truthOf(name, entry, 'disputed'),
      text: neededText(name, entry, 'response'),
    };
  });
}

/**
 * Answers and corrections speak of contacts that the case has.
 *
 * @throws SupplementError that names those it has not.
 */
export function checkContactIds(
  name: string,
  named: readonly string[],
  contactIds: ReadonlySet<string>,
): void {
  const unknown = [...new Set(named.filter((id) => !contactIds.has(id)))];
  if (unknown.length === 0) return;
  const list = unknown.slice(0, 5).join(', ');
  const more = unknown.length > 5 ? ` and ${unknown.length - 5} more` : '';
  throw new SupplementError(name, null, `no contact of this case has the id ${list}${more}`);
}
