import { findRedactions } from './find-redactions.ts';
import type { Item } from './item.ts';

/** True where the words or headers of an item carry a redaction mark. */
export function isRedacted(item: Item): boolean {
  const shown = [item.from, item.to, item.cc, item.subject, item.body];
  return shown.some((text) => findRedactions(text).length > 0);
}
