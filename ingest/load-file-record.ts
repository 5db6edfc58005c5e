import { documentItem } from './document-item.ts';
import { issue } from './issue.ts';
import type { Item, RawHeaders } from './item.ts';
import { isRedacted } from './item-redacted.ts';
import type { LoadColumns, LoadRole } from './load-file-columns.ts';
import { answeredIds, messageIds } from './mail-headers.ts';
import { normalizeDate } from './normalize-date.ts';
import { normalizePeople } from './normalize-people.ts';
import type { Reading } from './reader.ts';
import { splitBody } from './split-body.ts';

/** How the fields of a record are called among the headers of its item. */
export const LOAD_HEADERS: Partial<Record<LoadRole, string>> = {
  begin: 'bates-begin',
  end: 'bates-end',
  native: 'native-path',
  text: 'text-path',
  custodian: 'custodian',
  family: 'family',
  fileName: 'file-name',
};
/** A text longer than a path, or of several lines, is the text itself. */
const LONGEST_PATH = 400;

/** True for a value that names a file. */
function isPath(value: string): boolean {
  return (
    value.length <= LONGEST_PATH &&
    !value.includes('\n') &&
    /[\\/][^\\/]+\.\w{1,5}$|^[^\s]+\.\w{1,5}$/.test(value)
  );
}

function withSigns(day: string): string {
  return day.replace(/^(\d{4})(\d\d)(\d\d)(?!\d)/, '$1-$2-$3');
}

function dateOf(value: (role: LoadRole) => string): { date: string | null; raw: string } {
  const sent = value('sentDate');
  const time = value('sentTime');
  const raw = [sent, time].filter((part) => part !== '').join(' ') || value('otherDate');
  const forms = sent === '' ? [withSigns(raw)] : [withSigns(`${sent} ${time}`.trim()), withSigns(sent)];
  const date = forms.map((form) => normalizeDate(form)).find((found) => found !== null) ?? null;
  return { date, raw };
}

/**
 * A record of a load file as an item. Its text may stand in the record itself; where only its place does, the body is empty
 * until the file is bound to it.
 */
export function recordItem(cells: string[], number: number, columns: LoadColumns, reading: Reading): Item {
  const value = (role: LoadRole) => cells[columns[role] ?? -1]?.replaceAll('\u00ae', '\n').trim() ?? '';
  const text = value('text');
  const body = isPath(text) ? '' : text;
  const { date, raw } = dateOf(value);
  const headers: RawHeaders = {};
  for (const [role, name] of Object.entries(LOAD_HEADERS)) {
    const found = value(role as LoadRole);
    if (found !== '' && (role !== 'text' || body === '')) headers[name] = found;
  }
  const stated = {
    from: value('from'),
    to: value('to'),
    cc: value('cc'),
    subject: value('subject'),
    date: raw,
  };
  for (const [name, found] of Object.entries(stated)) if (found !== '') headers[name] = found;
  const isMail = stated.from !== '' || stated.to !== '';
  const item: Item = {
    ...documentItem(reading, `record ${number}`, body),
    kind: isMail ? 'email' : 'document',
    origin: isMail ? 'native' : 'document',
    message_id: messageIds(value('messageId'))[0] ?? null,
    in_reply_to: answeredIds({ 'in-reply-to': value('inReplyTo'), references: value('references') }),
    from: normalizePeople(stated.from),
    to: normalizePeople(stated.to),
    cc: normalizePeople(stated.cc),
    date,
    date_raw: raw,
    subject: stated.subject.replace(/\s+/g, ' '),
    headers_raw: headers,
    parts: splitBody(body).parts,
    issues: date === null ? [issue('no-date', 'No date of the record can be read.')] : [],
  };
  return { ...item, redacted: isRedacted(item) };
}

/** The item of the file that holds a record's words, with the numbers and fields of the record where it has none itself. */
export function withRecord(item: Item, record: Item): Item {
  const { from, to, cc, subject } = record;
  const isMail = record.kind === 'email' && item.kind === 'document';
  return {
    ...item,
    kind: isMail ? 'email' : item.kind,
    from: item.from || from,
    to: item.to || to,
    cc: item.cc || cc,
    subject: item.subject || subject,
    date: item.date ?? record.date,
    date_raw: item.date === null && record.date !== null ? record.date_raw : item.date_raw,
    message_id: item.message_id ?? record.message_id,
    in_reply_to: item.in_reply_to.length > 0 ? item.in_reply_to : record.in_reply_to,
    headers_raw: { ...record.headers_raw, ...item.headers_raw },
    issues: record.date === null ? item.issues : item.issues.filter(({ code }) => code !== 'no-date'),
  };
}
