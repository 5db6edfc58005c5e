import { type Issue, issue } from './issue.ts';
import { ATTACHED, MAPI, type MapiAttachment, type MapiMessage } from './mapi.ts';
import type { AttachedFile, AttachedMessage, OpenMessage } from './message.ts';

export function attachmentName({ properties }: MapiAttachment): string {
  const { text } = properties;
  return text(MAPI.attachmentName) || text(MAPI.attachmentShortName) || text(MAPI.displayName);
}

/** What hangs on a message; `lost` names what could not be opened. */
export interface Attached {
  messages: AttachedMessage[];
  files: AttachedFile[];
  lost: Issue[];
}

/** Makes a message inside another one ready to be opened. */
export type OpenInner = (message: MapiMessage) => OpenMessage;

function openAttachment(attachment: MapiAttachment, part: string, open: OpenInner, found: Attached): void {
  const method = attachment.properties.number(MAPI.attachmentMethod) ?? 1;
  const where = `part ${part}`;
  if (method > ATTACHED.nothing && method <= ATTACHED.lastReference && method !== 1) {
    found.lost.push(
      issue('missing-attachment', 'An attachment is only named; its file lies elsewhere.', where),
    );
    return;
  }
  try {
    const message = attachment.message();
    if (message !== null) {
      found.messages.push({ part, open: open(message) });
      return;
    }
    const bytes = attachment.bytes();
    const name = attachmentName(attachment);
    if (bytes !== null) found.files.push({ part, name, bytes: Buffer.from(bytes) });
    else if (method === ATTACHED.object)
      found.lost.push(issue('unreadable-entry', 'An object inserted into the text is not read.', where));
    else found.lost.push(issue('missing-attachment', 'An attachment is named, but nothing is there.', where));
  } catch {
    found.lost.push(issue('unreadable-entry', 'An attachment is damaged.', where));
  }
}

/** Opens what is attached to a message of an Outlook file. The number of each part is given `prefix` in front. */
export function openAttachments(message: MapiMessage, open: OpenInner, prefix = ''): Attached {
  const found: Attached = { messages: [], files: [], lost: [] };
  for (const [index, attachment] of message.attachments.entries())
    openAttachment(attachment, `${prefix}${index + 1}`, open, found);
  return found;
}
