import { joinExchanges, readerSides, replyMinutes, writerSide } from '../policy/index.ts';
import type { CaseData } from './case-data.ts';

/** One message of a contact and a side that it was addressed to. */
export interface RouteRow {
  exchange_id: string;
  item_id: string;
  from_side: string;
  to_side: string;
}

/** An answer of one side to the other, and the minutes since the message that it answers. */
export interface ReplyRow {
  exchange_id: string;
  item_id: string;
  answered_by: string;
  date: string;
  minutes: number;
}

/** Who wrote to whom in the contacts, and how fast either side answered: by the rules by which the report counts them. */
export function listReplies({
  exchanges,
  items,
  participants,
}: Pick<CaseData, 'exchanges' | 'items' | 'participants'>): { routes: RouteRow[]; replies: ReplyRow[] } {
  const contacts = exchanges.filter(({ relevance }) => relevance === 'contact');
  const joined = joinExchanges(contacts, items, participants);
  const minutes = replyMinutes(joined, items);
  const routes: RouteRow[] = [];
  const replies: ReplyRow[] = [];
  for (const { exchange, items: messages, parties } of joined) {
    const { exchange_id } = exchange;
    for (const item of messages) {
      const { item_id, date } = item;
      const writer = writerSide(item, parties);
      const readers: string[] = readerSides(item, parties);
      for (const to_side of readers.length === 0 ? ['unknown'] : readers) {
        routes.push({ exchange_id, item_id, from_side: writer ?? 'unknown', to_side });
      }
      const taken = minutes.get(item_id);
      if (taken === undefined || date === null || (writer !== 'police' && writer !== 'authority')) continue;
      replies.push({ exchange_id, item_id, answered_by: writer, date, minutes: taken });
    }
  }
  return { routes, replies };
}
