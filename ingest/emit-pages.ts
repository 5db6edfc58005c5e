import type { Page } from './page.ts';
import type { Reading } from './reader.ts';
import { segmentPages } from './segment-pages.ts';

/** Cuts pages into items and hands them on, each followed by the messages quoted in it. */
export async function emitPages(pages: Page[], { source, file_id, tally }: Reading): Promise<void> {
  const { path, sha256, parent_id } = source;
  const cut = segmentPages({ file_id, path, sha256 }, pages);
  for (const problem of cut.issues) tally.tell(problem);
  for (const item of cut.items) await tally.extraItem({ ...item, parent_id: item.parent_id ?? parent_id });
}
