import { type Attachment, type ParsedMail, simpleParser } from 'mailparser';
import { calendarText } from './calendar-text.ts';
import { itemId } from './ids.ts';
import { type Issue, issue } from './issue.ts';
import type { Item } from './item.ts';
import { isRedacted } from './item-redacted.ts';
import type { Limits } from './limits.ts';
import { mailBody } from './mail-body.ts';
import { openEnvelope } from './mail-bundles.ts';
import { mailDate } from './mail-date.ts';
import { answeredIds, mailPeople, messageIds, rawHeaders } from './mail-headers.ts';
import { openParts } from './mail-parts.ts';
import { decodeUtf7, rewordUtf7 } from './mail-utf7.ts';
import type { MessagePlace, OpenMessage, ParsedMessage } from './message.ts';
import { splitBody } from './split-body.ts';
import { Unreadable } from './unreadable.ts';

function isInvitation(attachment: Attachment): boolean {
  return attachment.contentType === 'text/calendar' && attachment.contentDisposition !== 'attachment';
}

/** A text that does not begin with a header would be taken for one up to its first empty line, and lost. */
function withHeaderEnd(bytes: Buffer): Buffer {
  const line = bytes.subarray(0, 1000).toString('latin1').split(/\r?\n/)[0] ?? '';
  return line === '' || /^(?:[!-9;-~]+[ \t]*:|>?From )/.test(line)
    ? bytes
    : Buffer.concat([Buffer.from('\n'), bytes]);
}

/** The mark that mail programs leave in the text for a file: `<<list.xlsx>>`, `<< File: list.xlsx >>`. */
const FILE_MARK = /<<[^<>\n]{1,100}\.[a-z0-9]{2,5} {0,2}>>/i;

/** True where a mail says that it has files; what it quotes came without them. */
function promisesFiles(headers: Record<string, string>, body: string, parts: Item['parts']): boolean {
  // Exchange counts what it sent; a mail exported without its files still says so.
  if (/^yes$/i.test(headers['x-ms-has-attach'] ?? '')) return true;
  return parts.some(({ kind, start, end }) => kind === 'new' && FILE_MARK.test(body.slice(start, end)));
}

function findIssues(
  mail: ParsedMail,
  headers: Record<string, string>,
  date: string | null,
  lacksFiles: boolean,
): Issue[] {
  const issues: Issue[] = [];
  if (Object.keys(headers).length === 0) issues.push(issue('no-headers', 'The message has no headers.'));
  else if (date === null) {
    const reason = headers.date ? 'The date of the message cannot be read.' : 'The message states no date.';
    issues.push(issue('no-date', reason));
  }
  if (lacksFiles)
    issues.push(issue('missing-attachment', 'The message says that files are attached; none is in it.'));
  if (mail.textConversionError) issues.push(issue('truncated', 'Part of the text could not be converted.'));
  return issues;
}

/** The headers are those of `mail`, text and attachments those of what is signed in it; `spare` is text that stands elsewhere. */
function toItem(mail: ParsedMail, content: ParsedMail, place: MessagePlace, spare: string): Item {
  const headers = rawHeaders(mail.headerLines);
  const date = mailDate(headers.date ?? '');
  const invitation = content.attachments.find(isInvitation);
  const body =
    mailBody(content) || (invitation ? calendarText(invitation.content.toString('utf8')) : '') || spare;
  const { parts } = splitBody(body);
  const lacksFiles = content.attachments.length === 0 && promisesFiles(headers, body, parts);
  const item: Item = {
    item_id: itemId(place.sha256, place.part ?? 'message'),
    file_id: place.file_id,
    path: place.path,
    sha256: place.sha256,
    kind: invitation ? 'calendar' : 'email',
    origin: 'native',
    page_start: null,
    page_end: null,
    part: place.part,
    parent_id: place.parent_id,
    message_id: messageIds(headers['message-id'])[0] ?? null,
    in_reply_to: answeredIds(headers),
    from: mailPeople(mail.from, headers.from ?? ''),
    to: mailPeople(mail.to, headers.to ?? ''),
    cc: mailPeople(mail.cc, headers.cc ?? ''),
    date,
    date_raw: headers.date ?? '',
    subject: (mail.subject ?? '').replace(/\s+/g, ' ').trim(),
    headers_raw: headers,
    body,
    parts,
    page_offsets: [],
    attachments: content.attachments
      .map((attachment) => attachment.filename ?? '')
      .filter((name) => name !== ''),
    redacted: false,
    issues: findIssues(mail, headers, date, lacksFiles),
  };
  return { ...item, redacted: isRedacted(item) };
}

/** Bytes up to the first empty line; all of them where there is none. */
function headerBytes(bytes: Buffer): number {
  const ends = [bytes.indexOf('\n\n'), bytes.indexOf('\n\r\n')].filter((end) => end >= 0);
  return ends.length === 0 ? bytes.length : Math.min(...ends);
}

async function parse(bytes: Buffer, limits: Limits): Promise<ParsedMail> {
  const mail = await simpleParser(withHeaderEnd(rewordUtf7(bytes)), {
    ignoreEmbedded: true,
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipTextLinks: true,
    skipImageLinks: true,
    keepCidLinks: true,
    checksumAlgo: false,
    maxChildNodes: limits.max_message_parts,
  });
  return Object.assign(mail, decodeUtf7(mail, bytes));
}

/** What a mail signed as a whole holds, which may be signed again; the mail itself where it is not. */
async function openSigned(
  mail: ParsedMail,
  limits: Limits,
): Promise<{ content: ParsedMail; locked: boolean }> {
  let content = mail;
  for (let layer = 0; layer < limits.max_nested_messages; layer += 1) {
    const [only, more] = content.attachments;
    const envelope = only && !more && !content.text && !content.html ? await openEnvelope(only) : null;
    if (envelope?.kind !== 'signed') return { content, locked: envelope?.kind === 'locked' };
    content = await parse(envelope.bytes, limits);
  }
  return { content, locked: false };
}

/**
 * Reads one message (RFC 5322 with MIME), also one that is signed as a whole or carries an Outlook bundle. Nothing it refers
 * to is loaded. Files attached to it come back as bytes; messages inside it are not opened.
 * @throws Unreadable where it is too large; another error where it has more parts or longer headers than the limits allow
 */
export async function parseMessage(
  bytes: Buffer,
  place: MessagePlace,
  limits: Limits,
): Promise<ParsedMessage> {
  if (bytes.length > limits.max_message_bytes)
    throw new Unreadable('too-large', 'The message is larger than can be read.');
  if (headerBytes(withHeaderEnd(bytes)) > limits.max_header_bytes)
    throw new Unreadable('too-large', 'The headers of the message are larger than can be read.');
  const mail = await parse(bytes, limits);
  const { content, locked } = await openSigned(mail, limits);
  const parts = await openParts(content.attachments, (inner) => openMail(inner, limits));
  const item = toItem(mail, content, place, parts.body);
  if (locked) item.issues.push(issue('encrypted', 'The text of the message is locked with a key.'));
  const { messages, files, lost } = parts;
  return { item, messages, files, lost };
}

/** A message of these bytes, to be read when its place is known. */
export function openMail(bytes: Buffer, limits: Limits): OpenMessage {
  return (place) => parseMessage(bytes, place, limits);
}
