import { findRedactions } from './find-redactions.ts';
import { itemId } from './ids.ts';
import { issue } from './issue.ts';
import type { Item } from './item.ts';
import { normalizeDate } from './normalize-date.ts';
import { normalizePeople } from './normalize-people.ts';
import type { ColumnRoles } from './table-columns.ts';

/** A record of a table: its cells and its number among the records that are not empty (the first, mostly the heading, is 1). */
export interface TableRow {
  number: number;
  cells: string[];
}

export interface TableFile {
  file_id: string;
  path: string;
  sha256: string;
  parent_id: string | null;
  /** Names of the columns; empty where the table states none. */
  headings: string[];
  roles: ColumnRoles;
  /** Stands in front of a row's number where the file has several tables: `sheet 2 `. */
  sheet?: string;
}

/** The first cell that holds a date; a time of day that stands in the next column belongs to it. */
function rowDate(cells: string[], columns: number[]): { date: string | null; raw: string } {
  for (const [place, column] of columns.entries()) {
    const raw = cells[column]?.trim() ?? '';
    const date = normalizeDate(raw);
    if (date === null) continue;
    const time = cells[columns[place + 1] ?? -1]?.trim() ?? '';
    const joined = date.length === 10 && /^\d{1,2}:\d{2}/.test(time) ? normalizeDate(`${raw} ${time}`) : null;
    return joined === null ? { date, raw } : { date: joined, raw: `${raw} ${time}` };
  }
  return { date: null, raw: '' };
}

function rowText(cells: string[], headings: string[]): string {
  return cells
    .flatMap((cell, column) => {
      const value = cell.trim();
      return value === '' ? [] : [`${headings[column]?.trim() || `Column ${column + 1}`}: ${value}`];
    })
    .join('\n');
}

/** A row as an item: its cells as `Heading: value` lines; a row of a mailbox export as the message it holds. */
export function rowItem({ number, cells }: TableRow, file: TableFile): Item {
  const { roles, headings, sha256 } = file;
  const cell = (column: number | null) => (column === null ? '' : (cells[column]?.trim() ?? ''));
  const isMail = roles.from !== null && roles.body !== null && roles.subject !== null;
  const body = isMail ? cell(roles.body).replace(/\r\n?/g, '\n') : rowText(cells, headings);
  const { date, raw } = rowDate(cells, roles.dates);
  const place = `${file.sheet ?? ''}row ${number}`;
  const named = headings.map((heading, column) => [heading.trim().toLowerCase(), cell(column)] as const);
  const text = `${cells.join('\n')}`;
  return {
    item_id: itemId(sha256, place),
    file_id: file.file_id,
    path: file.path,
    sha256,
    kind: isMail ? 'email' : 'log-row',
    origin: 'row',
    page_start: null,
    page_end: null,
    part: place,
    parent_id: file.parent_id,
    message_id: null,
    in_reply_to: [],
    from: normalizePeople(cell(roles.from)),
    to: normalizePeople(cell(roles.to)),
    cc: normalizePeople(cell(roles.cc)),
    date,
    date_raw: raw,
    subject: cell(roles.subject),
    headers_raw: isMail
      ? Object.fromEntries(named.filter(([, value]) => value !== '' && value !== body))
      : {},
    body,
    parts: body === '' ? [] : [{ kind: 'new', start: 0, end: body.length }],
    page_offsets: [],
    attachments: [],
    redacted: findRedactions(text).length > 0,
    issues:
      roles.dates.length > 0 && date === null ? [issue('no-date', 'No date of the row can be read.')] : [],
  };
}
