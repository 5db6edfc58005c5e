import { buildIncidents, type Exchange, findLinks, type LinkedItem, type Links } from '../classify/index.ts';
import { contentId, type Item } from '../ingest/index.ts';
import { leaveOutBreakers } from './leave-out-breakers.ts';
import type { Setback } from './setbacks.ts';

/** An item that cannot be compared with the others: it stands in an exchange of its own and is a copy of none. */
function linkAlone(item: Item): LinkedItem {
  const { item_id, file_id, path, page_start, page_end, part, origin } = item;
  return {
    ...item,
    exchange_id: contentId('x', item_id),
    duplicate_of: null,
    witnesses: [{ item_id, file_id, path, page_start, page_end, part, origin }],
  };
}

function exchangeAlone({ item_id, date, subject }: Item): Links['exchanges'][number] {
  return {
    exchange_id: contentId('x', item_id),
    items: [item_id],
    first_date: date,
    last_date: date,
    subject,
    people: [],
    links: [],
  };
}

/** Joins copies and exchanges; an item on which that breaks down is named and left by itself. */
export function guardLinks(
  items: readonly Item[],
  find: (items: readonly Item[]) => Links = findLinks,
): Links & { setbacks: Setback[] } {
  const { result, breakers } = leaveOutBreakers(items, find);
  const alone = new Set(breakers.map(({ piece }) => piece.item_id));
  return {
    exchanges: [...result.exchanges, ...breakers.map(({ piece }) => exchangeAlone(piece))],
    linked: (item) => (alone.has(item.item_id) ? linkAlone(item) : result.linked(item)),
    setbacks: breakers.map(({ piece, error, at }) => ({ step: 'links', item_id: piece.item_id, error, at })),
  };
}

function byExchange(items: readonly LinkedItem[]): Map<string | null, LinkedItem[]> {
  const groups = new Map<string | null, LinkedItem[]>();
  for (const item of items) {
    const group = groups.get(item.exchange_id);
    if (group === undefined) groups.set(item.exchange_id, [item]);
    else group.push(item);
  }
  return groups;
}

/** Gives each contact its incident; one on which that breaks down is named and is an incident of its own. */
export function guardIncidents(
  exchanges: readonly Exchange[],
  items: readonly LinkedItem[],
  build: typeof buildIncidents = buildIncidents,
): Setback[] {
  let grouped: Map<string | null, LinkedItem[]> | null = null;
  const { result, breakers } = leaveOutBreakers(exchanges, (some) => {
    if (some.length === exchanges.length) return build(exchanges, items);
    grouped ??= byExchange(items);
    const [only] = some;
    if (some.length === 1 && only !== undefined) return build(some, grouped.get(only.exchange_id) ?? []);
    const kept = new Set<string | null>(some.map(({ exchange_id }) => exchange_id));
    return build(
      some,
      items.filter(({ exchange_id }) => kept.has(exchange_id)),
    );
  });
  for (const exchange of exchanges)
    exchange.incident_id = result.get(exchange.exchange_id)?.incident_id ?? null;
  return breakers.map(({ piece, error, at }) => ({
    step: 'incident',
    item_id: piece.items[0] ?? '',
    error,
    at,
  }));
}
