import type { Evidence, Exchange, LinkedItem } from '../classify/index.ts';
import type { Party } from './writer.ts';

/** A coded exchange with its messages (copies left out, in order of date) and the people in it. */
export interface CodedExchange {
  exchange: Exchange;
  items: readonly LinkedItem[];
  parties: readonly Party[];
}

/** Exchanges with their items and people; ids that lead nowhere are left out. */
export function joinExchanges(
  exchanges: readonly Exchange[],
  items: readonly LinkedItem[],
  participants: readonly (Party & { exchange_id: string })[],
): CodedExchange[] {
  const byId = new Map(items.map((item) => [item.item_id, item]));
  const people = new Map<string, Party[]>();
  for (const one of participants) people.set(one.exchange_id, [...(people.get(one.exchange_id) ?? []), one]);
  return exchanges.map((exchange) => ({
    exchange,
    items: exchange.items.flatMap((id) => byId.get(id) ?? []),
    parties: people.get(exchange.exchange_id) ?? [],
  }));
}

/** The stretches of a message that its writer typed. */
export function newParts({ body, parts }: LinkedItem): { start: number; end: number }[] {
  return parts.length === 0 ? [{ start: 0, end: body.length }] : parts.filter(({ kind }) => kind === 'new');
}

/** A quote of an item's body with its page. */
export function evidenceAt(item: LinkedItem, start: number, end: number): Evidence {
  const { item_id, file_id, path, body, page_offsets, page_start } = item;
  const page = page_offsets.filter((offset) => offset.start <= start).at(-1)?.page ?? page_start;
  return { item_id, file_id, path, page, quote: body.slice(start, end), start, end };
}
