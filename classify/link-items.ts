import type { Item } from '../ingest/index.ts';
import { buildExchanges, type ExchangeDraft } from './build-exchanges.ts';
import type { LinkedItem, Witness } from './exchange.ts';
import { findCopies } from './find-copies.ts';
import { type Message, readMessage } from './link-messages.ts';

export interface LinkedItems {
  /** In the order of the input. */
  items: LinkedItem[];
  /** In order of their first dates. */
  exchanges: ExchangeDraft[];
}

export interface Links {
  /** In order of their first dates. */
  exchanges: ExchangeDraft[];
  /** One of the items that were joined, with what was found of it. */
  linked(item: Item): LinkedItem;
}

/**
 * Joins the copies of each message into one item with witnesses, and the items that answer one another into exchanges.
 * Pure; what is joined does not depend on the order of `items`. O(n log n) for n items of bounded length.
 */
export function findLinks(items: readonly Item[]): Links {
  const messages = findCopies(items).map(readMessage);
  const exchanges = buildExchanges(messages);
  const exchangeOf = new Map(exchanges.flatMap((draft) => draft.items.map((id) => [id, draft.exchange_id])));
  const messageOf = new Map(
    messages.flatMap((message) => message.copies.map((copy) => [copy.item.item_id, message])),
  );
  return { exchanges, linked: (item) => linkItem(item, messageOf.get(item.item_id)!, exchangeOf) };
}

/** The same for items that are all wanted at once. */
export function linkItems(items: readonly Item[]): LinkedItems {
  const { exchanges, linked } = findLinks(items);
  return { items: items.map(linked), exchanges };
}

function linkItem(item: Item, message: Message, exchangeOf: ReadonlyMap<string, string>): LinkedItem {
  const counts = message.canonical.item_id === item.item_id;
  return {
    ...item,
    exchange_id: exchangeOf.get(message.canonical.item_id) ?? null,
    duplicate_of: counts ? null : message.canonical.item_id,
    witnesses: counts ? message.copies.map((copy) => witnessOf(copy.item)) : [],
  };
}

function witnessOf(item: Item): Witness {
  const { item_id, file_id, path, page_start, page_end, part, origin } = item;
  return { item_id, file_id, path, page_start, page_end, part, origin };
}
