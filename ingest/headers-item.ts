import { type Issue, issue } from './issue.ts';
import type { Item, RawHeaders } from './item.ts';
import { normalizeDate } from './normalize-date.ts';
import { formatPeople, parsePeople, REDACTED } from './normalize-people.ts';

/** The part of an Item that comes from its headers. */
export type ItemHeaders = Pick<
  Item,
  | 'message_id'
  | 'in_reply_to'
  | 'from'
  | 'to'
  | 'cc'
  | 'date'
  | 'date_raw'
  | 'subject'
  | 'headers_raw'
  | 'attachments'
  | 'redacted'
  | 'issues'
>;

/** Names of attachments as a header lists them: parted by semicolons, else by commas behind an extension. */
export function attachmentNames(raw: string): string[] {
  const pieces = raw.includes(';')
    ? raw.split(';')
    : raw.split(
        /(?<=\.[A-Za-z0-9]{2,5})\s*,\s*|(?<=\.(?:pdf|docx?|xlsx?|jpe?g|png|txt|csv|msg|zip|pptx?|gif|tiff?|ics|htm))\s+(?=\S+\.[a-z]{3,4}\b)/i,
      );
  return pieces
    .map((name) => name.replace(/\s*\(\d[\d.,]*\s*[KM]?B?\)\s*$/i, '').trim())
    .filter((name) => name !== '' && !/^\d+$/.test(name));
}

/** Message-IDs in a value, angle brackets kept as in the record. */
function messageIds(raw: string): string[] {
  return raw.match(/<[^<>\s]+@[^<>\s]+>/g) ?? [];
}

/** Normalises the headers of a message that was read from text. `languages` are those of its labels. */
export function makeHeaders(raw: RawHeaders, languages: string[] = []): ItemHeaders {
  const issues: Issue[] = [];
  const date_raw = raw.date ?? '';
  const date = normalizeDate(date_raw, languages.length === 1 || !languages.includes('en') ? languages : []);
  if (date === null) issues.push(issue('no-date', 'The message states no date that could be read.'));
  const people = [raw.from, raw.to, raw.cc].map((value) => parsePeople(value ?? ''));
  const redacted = people.some((list) =>
    list.some(({ name, address }) => `${name}${address}`.includes(REDACTED)),
  );
  if (redacted) issues.push(issue('redacted-header', 'A sender or recipient is blacked out.'));
  const [from = [], to = [], cc = []] = people;
  return {
    message_id: messageIds(raw['message-id'] ?? '')[0] ?? null,
    in_reply_to: [...messageIds(raw['in-reply-to'] ?? ''), ...messageIds(raw.references ?? '').reverse()],
    from: formatPeople(from),
    to: formatPeople(to),
    cc: formatPeople(cc),
    date,
    date_raw,
    subject: (raw.subject ?? '').trim(),
    headers_raw: raw,
    attachments: attachmentNames(raw.attachments ?? ''),
    redacted,
    issues,
  };
}
