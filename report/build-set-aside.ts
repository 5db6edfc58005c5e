import type { Exchange, LinkedItem } from '../classify/index.ts';
import type { Participant, Place, SetAside } from './audit.ts';
import { compareExchanges } from './build-contacts.ts';

/** More rows than this nobody reads in a page; all of them are in `exchanges.jsonl`. */
export const MOST_SET_ASIDE = 5000;

/** UTF-16 units of the first message: long enough to see what an exchange is about. */
const EXCERPT_LENGTH = 600;

function newText(item: LinkedItem | undefined): string {
  if (item === undefined) return '';
  const parts = item.parts.filter((part) => part.kind === 'new');
  const text = parts.map((part) => item.body.slice(part.start, part.end).trim()).filter(Boolean);
  return text.length > 0 ? text.join('\n') : item.body.trim();
}

/** The first words of a text as a text of their own: a mere cut would hold on to all of it. */
function beginningOf(text: string): string {
  return Buffer.from(text.slice(0, EXCERPT_LENGTH), 'utf16le').toString('utf16le');
}

function placeOf({ file_id, path, page_start, page_end, part, origin }: LinkedItem): Place {
  return { file_id, path, page_start, page_end, part, origin };
}

/** The exchanges that are no contacts: those that a person should look at first, then by date. */
export function buildSetAside(
  exchanges: readonly Exchange[],
  items: ReadonlyMap<string, LinkedItem>,
  participants: Readonly<Record<string, readonly Participant[]>>,
): { rows: SetAside[]; left_out: number } {
  const sorted = [...exchanges].sort(
    (a, b) => Number(b.needs_review) - Number(a.needs_review) || compareExchanges(a, b),
  );
  const rows = sorted.slice(0, MOST_SET_ASIDE).map((exchange): SetAside => {
    const found = exchange.items.map((id) => items.get(id)).filter((item) => item !== undefined);
    const text = newText(found[0]);
    return {
      exchange,
      participants: participants[exchange.exchange_id] ?? [],
      excerpt: beginningOf(text),
      cut: text.length > EXCERPT_LENGTH,
      places: found.map(placeOf),
    };
  });
  return { rows, left_out: sorted.length - rows.length };
}
