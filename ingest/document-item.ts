import { findRedactions } from './find-redactions.ts';
import { itemId } from './ids.ts';
import type { Item } from './item.ts';
import type { Source } from './source.ts';

/** An item without people or date, to be filled in, of a file that has no pages. `part` names its place. */
export function documentItem(
  { source, file_id }: { source: Pick<Source, 'path' | 'sha256' | 'parent_id'>; file_id: string },
  part: string,
  body: string,
): Item {
  return {
    item_id: itemId(source.sha256, part),
    file_id,
    path: source.path,
    sha256: source.sha256,
    kind: 'document',
    origin: 'document',
    page_start: null,
    page_end: null,
    part,
    parent_id: source.parent_id,
    message_id: null,
    in_reply_to: [],
    from: '',
    to: '',
    cc: '',
    date: null,
    date_raw: '',
    subject: '',
    headers_raw: {},
    body,
    parts: body === '' ? [] : [{ kind: 'new', start: 0, end: body.length }],
    page_offsets: [],
    attachments: [],
    redacted: findRedactions(body).length > 0,
    issues: [],
  };
}
