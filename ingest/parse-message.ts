import { type Attachment, type ParsedMail, simpleParser } from 'mailparser';
import { calendarText } from './calendar-text.ts';
import { findRedactions } from './find-redactions.ts';
import { itemId } from './ids.ts';
import { type Issue, issue } from './issue.ts';
import type { Item } from './item.ts';
import type { Limits } from './limits.ts';
import { mailBody } from './mail-body.ts';
import { mailDate } from './mail-date.ts';
import { answeredIds, mailPeople, messageIds, rawHeaders } from './mail-headers.ts';
import type { AttachedFile, MessagePlace, OpenMessage, ParsedMessage } from './message.ts';
import { splitBody } from './split-body.ts';
import { Unreadable } from './unreadable.ts';

function isMessage(attachment: Attachment): boolean {
  return attachment.contentType === 'message/rfc822' || attachment.contentType === 'message/global';
}

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

function toPart(attachment: Attachment, index: number): AttachedFile {
  return {
    part: attachment.partId ?? String(index + 1),
    name: attachment.filename ?? '',
    bytes: attachment.content,
  };
}

function findIssues(mail: ParsedMail, headers: Record<string, string>, date: string | null): Issue[] {
  const issues: Issue[] = [];
  if (Object.keys(headers).length === 0) issues.push(issue('no-headers', 'The message has no headers.'));
  else if (date === null) {
    const reason = headers.date ? 'The date of the message cannot be read.' : 'The message states no date.';
    issues.push(issue('no-date', reason));
  }
  if (mail.textConversionError) issues.push(issue('truncated', 'Part of the text could not be converted.'));
  return issues;
}

/** True where the words or headers of an item carry a redaction mark. */
export function isRedacted(item: Item): boolean {
  const shown = [item.from, item.to, item.cc, item.subject, item.body];
  return shown.some((text) => findRedactions(text).length > 0);
}

function toItem(mail: ParsedMail, place: MessagePlace): Item {
  const headers = rawHeaders(mail.headerLines);
  const date = mailDate(headers.date ?? '');
  const invitation = mail.attachments.find(isInvitation);
  const body = mailBody(mail) || (invitation ? calendarText(invitation.content.toString('utf8')) : '');
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
    parts: splitBody(body).parts,
    page_offsets: [],
    attachments: mail.attachments
      .map((attachment) => attachment.filename ?? '')
      .filter((name) => name !== ''),
    redacted: false,
    issues: findIssues(mail, headers, date),
  };
  return { ...item, redacted: isRedacted(item) };
}

/**
 * Reads one message (RFC 5322 with MIME). Nothing it refers to is loaded. Files attached to it come back as bytes;
 * messages inside it are not opened.
 * @throws Unreadable where it is too large; another error where it has more parts or longer headers than the limits allow
 */
export async function parseMessage(
  bytes: Buffer,
  place: MessagePlace,
  limits: Limits,
): Promise<ParsedMessage> {
  if (bytes.length > limits.max_message_bytes)
    throw new Unreadable('too-large', 'The message is larger than can be read.');
  const mail = await simpleParser(withHeaderEnd(bytes), {
    ignoreEmbedded: true,
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipTextLinks: true,
    skipImageLinks: true,
    keepCidLinks: true,
    checksumAlgo: false,
    maxChildNodes: limits.max_message_parts,
  });
  const parts = mail.attachments.map(toPart);
  const messages = parts
    .filter((_, index) => isMessage(mail.attachments[index]!))
    .map(({ part, bytes: inner }) => ({ part, open: openMail(inner, limits) }));
  const files = parts.filter((_, index) => !isMessage(mail.attachments[index]!));
  return { item: toItem(mail, place), messages, files, lost: [] };
}

/** A message of these bytes, to be read when its place is known. */
export function openMail(bytes: Buffer, limits: Limits): OpenMessage {
  return (place) => parseMessage(bytes, place, limits);
}
