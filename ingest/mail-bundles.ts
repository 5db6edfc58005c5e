import type { Attachment } from 'mailparser';
import type { CmsContent } from './cms-content.ts';
import { issue } from './issue.ts';
import { type Attached, openAttachments } from './mapi-attachments.ts';
import { mapiBody } from './mapi-body.ts';
import { openMapi } from './mapi-message.ts';

const SIGNED_TYPE = /^application\/(?:x-)?pkcs7-mime$/;
const BUNDLE_TYPE = /^application\/(?:vnd\.)?ms-tnef$/;
const BUNDLE_NAME = /^winmail\.dat$/i;

/** What an Outlook bundle adds to the mail it came with. */
export interface OpenedBundle extends Attached {
  body: string;
}

/**
 * Opens the envelope of a mail that is signed or locked as a whole (RFC 8551); null for any other part, and for one that is
 * damaged, which is then a file like others.
 */
export async function openEnvelope({ contentType, content }: Attachment): Promise<CmsContent | null> {
  if (!SIGNED_TYPE.test(contentType)) return null;
  const { openCms } = await import('./cms-content.ts');
  try {
    return openCms(content);
  } catch {
    return null;
  }
}

/**
 * Opens an Outlook bundle among the parts of a mail; null for any other part and for one that is no bundle. The numbers of
 * its parts begin with `part`.
 */
export async function openBundle(
  { contentType, filename = '', content }: Attachment,
  part: string,
): Promise<OpenedBundle | null> {
  if (!BUNDLE_TYPE.test(contentType) && !BUNDLE_NAME.test(filename)) return null;
  const { isTnef, readTnef } = await import('./tnef-message.ts');
  if (!isTnef(content)) return null;
  const { message, cut } = readTnef(content);
  const attached = openAttachments(message, openMapi, `${part}.`);
  if (cut) attached.lost.push(issue('damaged', 'An Outlook bundle breaks off.', `part ${part}`));
  try {
    return { ...attached, body: mapiBody(message) };
  } catch {
    return { ...attached, body: '' };
  }
}
