import type { Attachment } from 'mailparser';
import { issue } from './issue.ts';
import { openBundle } from './mail-bundles.ts';
import type { AttachedFile, OpenMessage, ParsedMessage } from './message.ts';

/** What hangs on a mail; `body` is text that an Outlook bundle among the parts brings along. */
export interface MailParts extends Omit<ParsedMessage, 'item'> {
  body: string;
}

function isMessage(attachment: Attachment): boolean {
  return attachment.contentType === 'message/rfc822' || attachment.contentType === 'message/global';
}

/** A part that says where a file lies instead of holding it (RFC 2046, 5.2.3), also of a mail whose files were taken out. */
const EXTERNAL = 'message/external-body';

function toPart(attachment: Attachment, index: number): AttachedFile {
  return {
    part: attachment.partId ?? String(index + 1),
    name: attachment.filename ?? '',
    bytes: attachment.content,
  };
}

/** Opens the parts of a mail: files and messages, and those that Outlook has put into a bundle. */
export async function openParts(
  attachments: Attachment[],
  openMail: (bytes: Buffer) => OpenMessage,
): Promise<MailParts> {
  const found: MailParts = { messages: [], files: [], lost: [], body: '' };
  for (const [index, attachment] of attachments.entries()) {
    const file = toPart(attachment, index);
    if (attachment.contentType === EXTERNAL) {
      const text = 'An attachment is only named; its file lies elsewhere.';
      found.lost.push(issue('missing-attachment', text, `part ${file.part}`));
      continue;
    }
    const bundle = await openBundle(attachment, file.part);
    if (bundle !== null) {
      found.messages.push(...bundle.messages);
      found.files.push(...bundle.files);
      found.lost.push(...bundle.lost);
      found.body ||= bundle.body;
    } else if (isMessage(attachment)) found.messages.push({ part: file.part, open: openMail(file.bytes) });
    else found.files.push(file);
  }
  return found;
}
