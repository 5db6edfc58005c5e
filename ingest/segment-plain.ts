import { documentItem } from './document-item.ts';
import type { Item } from './item.ts';
import { composeBody } from './segment-body.ts';
import type { Line } from './segment-lines.ts';
import type { PagedFile } from './segment-pages.ts';

/** The words of a stretch of lines as a document, headers and all: for one on which the code breaks down. */
export function plainItem(
  { file_id, path, sha256 }: PagedFile,
  lines: Line[],
  part: string,
  parent_id: string | null,
  paged: boolean,
): Item {
  const { body, page_offsets } = composeBody(lines);
  const item = documentItem({ source: { path, sha256, parent_id }, file_id }, part, body);
  if (!paged) return item;
  return {
    ...item,
    page_start: lines[0]?.page ?? null,
    page_end: lines.at(-1)?.page ?? null,
    page_offsets,
  };
}
