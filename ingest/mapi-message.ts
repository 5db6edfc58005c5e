import { itemId } from './ids.ts';
import { type Issue, issue } from './issue.ts';
import type { Item, ItemKind, RawHeaders } from './item.ts';
import { isRedacted } from './item-redacted.ts';
import { mailDate } from './mail-date.ts';
import { answeredIds, messageIds, rawHeaders } from './mail-headers.ts';
import { MAPI, type MapiMessage, utcText } from './mapi.ts';
import { attachmentName, openAttachments } from './mapi-attachments.ts';
import { BrokenBody, mapiBody } from './mapi-body.ts';
import { mapiPeople } from './mapi-people.ts';
import type { MessagePlace, OpenMessage, ParsedMessage } from './message.ts';
import { splitBody } from './split-body.ts';

function kindOf(messageClass: string): ItemKind {
  const name = messageClass.toLowerCase();
  if (name.startsWith('ipm.appointment') || name.startsWith('ipm.schedule')) return 'calendar';
  return /^(?:ipm\.(?:note|post|outlook)|report\.|ipm$|$)/.test(name) ? 'email' : 'document';
}

/** The headers a message travelled with, as they stand; of one that never did, those it would have been sent with. */
function headersOf(message: MapiMessage): RawHeaders {
  const { text } = message.properties;
  const lines = text(MAPI.headers)
    .replace(/\r\n?/g, '\n')
    .split(/\n(?![ \t])/)
    .filter((line) => /^[!-9;-~]+[ \t]*:/.test(line))
    .map((line) => ({
      key: line.slice(0, line.indexOf(':')).trim().toLowerCase(),
      line: Buffer.from(line.replaceAll('\n', '\r\n')).toString('latin1'),
    }));
  if (lines.length > 0) return rawHeaders(lines);
  const stated: [string, string][] = [
    ...Object.entries(mapiPeople(message)),
    ['subject', text(MAPI.subject)],
    ['message-id', text(MAPI.messageId)],
    ['in-reply-to', text(MAPI.inReplyTo)],
    ['references', text(MAPI.references)],
  ];
  return Object.fromEntries(stated.filter(([, value]) => value !== ''));
}

function dateOf({ properties, event }: MapiMessage, headers: RawHeaders, kind: ItemKind) {
  const raw = headers.date ?? '';
  const stated = mailDate(raw);
  if (stated !== null) return { date: stated, raw };
  const sent = properties.date(MAPI.submitTime) ?? properties.date(MAPI.deliveryTime) ?? event.start;
  // A mail that was never sent has no date of its own; a note or a contact has that of its making.
  const moment = sent ?? (kind === 'email' ? null : properties.date(MAPI.creationTime));
  return moment === null ? { date: null, raw } : { date: utcText(moment), raw: utcText(moment) };
}

function bodyOf(message: MapiMessage, issues: Issue[]): string {
  try {
    return mapiBody(message);
  } catch (error) {
    if (!(error instanceof BrokenBody)) throw error;
    issues.push(issue('truncated', 'The text of the message is damaged.'));
    return '';
  }
}

/** Reads a message of an Outlook file. What is attached comes back as bytes, messages attached to it unopened. */
function parseMapiMessage(message: MapiMessage, place: MessagePlace): ParsedMessage {
  const { properties } = message;
  const headers = headersOf(message);
  const kind = kindOf(properties.text(MAPI.messageClass));
  const { date, raw } = dateOf(message, headers, kind);
  const issues: Issue[] = [];
  const body = bodyOf(message, issues);
  if (date === null) issues.push(issue('no-date', 'The message states no date.'));
  const id = properties.text(MAPI.messageId) || headers['message-id'];
  const answers: RawHeaders = {
    'in-reply-to': properties.text(MAPI.inReplyTo) || (headers['in-reply-to'] ?? ''),
    references: properties.text(MAPI.references) || (headers.references ?? ''),
  };
  const item: Item = {
    item_id: itemId(place.sha256, place.part ?? 'message'),
    file_id: place.file_id,
    path: place.path,
    sha256: place.sha256,
    kind,
    origin: 'native',
    page_start: null,
    page_end: null,
    part: place.part,
    parent_id: place.parent_id,
    message_id: messageIds(id)[0] ?? null,
    in_reply_to: answeredIds(answers),
    ...mapiPeople(message),
    date,
    date_raw: raw,
    // A bundle that travelled in a mail leaves its subject to the mail and keeps the topic.
    subject: (properties.text(MAPI.subject) || properties.text(MAPI.topic)).replace(/\s+/g, ' ').trim(),
    headers_raw: headers,
    body,
    parts: splitBody(body).parts,
    page_offsets: [],
    attachments: message.attachments.map(attachmentName).filter((name) => name !== ''),
    redacted: false,
    issues,
  };
  return { item: { ...item, redacted: isRedacted(item) }, ...openAttachments(message, openMapi) };
}

/** A message of an Outlook file, to be read when its place is known. */
export function openMapi(message: MapiMessage): OpenMessage {
  return async (place) => parseMapiMessage(message, place);
}
