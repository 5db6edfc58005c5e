import type { PageOffset } from './item.ts';
import type { Line } from './segment-lines.ts';

/** The text of an item's own lines as on the page, a blank line where the page has a gap, and where each page begins in it. */
export function composeBody(lines: Line[]): { body: string; page_offsets: PageOffset[] } {
  let body = '';
  const page_offsets: PageOffset[] = [];
  for (const [i, line] of lines.entries()) {
    if (i > 0) body += line.gap ? '\n\n' : '\n';
    if (page_offsets.at(-1)?.page !== line.page) page_offsets.push({ page: line.page, start: body.length });
    body += line.text;
  }
  return { body, page_offsets };
}
