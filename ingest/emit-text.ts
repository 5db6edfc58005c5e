import { findRedactions } from './find-redactions.ts';
import { issue } from './issue.ts';
import { type Page, unreadPage } from './page.ts';
import type { Reading } from './reader.ts';
import { segmentPages } from './segment-pages.ts';

/** A text without pages in the form that the segmenter takes. */
function asPage(fileId: string, text: string): Page {
  return {
    ...unreadPage(fileId, 1),
    method: 'text',
    text,
    chars: text.replace(/\s/g, '').length,
    redactions: findRedactions(text).length,
  };
}

/** Hands on the items of a file that has no pages: the messages pasted or dumped into it, the rest as documents. */
export async function emitText(text: string, { source, file_id, tally }: Reading): Promise<void> {
  if (text.trim() === '') {
    tally.lose(issue('empty-file', 'The file holds no words.'));
    return;
  }
  const { path, sha256, parent_id } = source;
  const cut = segmentPages({ file_id, path, sha256 }, [asPage(file_id, text)], { paged: false });
  for (const problem of cut.issues) tally.tell(problem);
  for (const item of cut.items) await tally.extraItem({ ...item, parent_id: item.parent_id ?? parent_id });
}
