import type { Page } from './page.ts';
import type { Reading } from './reader.ts';
import { quotedItems, segmentPages } from './seam.ts';

/** Cuts pages into items and hands on each with the messages quoted in it. */
export async function emitPages(pages: Page[], reading: Reading): Promise<void> {
  const { source, file_id, tally } = reading;
  const cut = segmentPages({ file_id, path: source.path, sha256: source.sha256 }, pages, {});
  for (const problem of cut.issues) tally.note(problem);
  for (const item of cut.items) {
    await tally.extraItem(item);
    for (const quoted of quotedItems(item)) await tally.extraItem(quoted);
  }
}
