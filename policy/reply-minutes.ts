import type { LinkedItem } from '../classify/index.ts';
import type { CodedExchange } from './coded-contact.ts';
import { writerSide } from './writer.ts';

const MINUTE = 60_000;

/** Milliseconds since 1970 of a date with a time of day; without a zone the clock is read as it stands. Null without a time. */
function instant(date: string | null): { at: number; zoned: boolean } | null {
  const found = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/.exec(date ?? '');
  if (found === null || date === null) return null;
  const zoned = found[1] !== undefined;
  const at = Date.parse(zoned ? date : `${date}Z`);
  return Number.isNaN(at) ? null : { at, zoned };
}

/** The message that each message answers: by its Message-ID, else by what it quotes first. Ids of the copies that count. */
function answered(items: readonly LinkedItem[]): Map<string, string> {
  const counted = ({ item_id, duplicate_of }: LinkedItem) => duplicate_of ?? item_id;
  const byMessageId = new Map<string, string>();
  const byId = new Map(items.map((item) => [item.item_id, item]));
  for (const item of items) if (item.message_id !== null) byMessageId.set(item.message_id, counted(item));
  const links = new Map<string, string>();
  for (const item of items) {
    const target = item.in_reply_to.map((id) => byMessageId.get(id)).find((id) => id !== undefined);
    if (target !== undefined && target !== counted(item)) links.set(counted(item), target);
  }
  for (const quoted of items) {
    const parent = quoted.origin === 'quoted' ? byId.get(quoted.parent_id ?? '') : undefined;
    if (parent === undefined || links.has(counted(parent)) || counted(quoted) === counted(parent)) continue;
    links.set(counted(parent), counted(quoted));
  }
  return links;
}

/**
 * Minutes between a message and the one that it answers, where one is by police and the other by the authority, by item id.
 * Messages whose link, writer or time of day the records do not show are left out, and so are clocks in two zones of which
 * one is not written.
 */
export function replyMinutes(
  exchanges: readonly CodedExchange[],
  items: readonly LinkedItem[],
): Map<string, number> {
  const links = answered(items);
  const placed = new Map(
    exchanges.flatMap((one) => one.items.map((item) => [item.item_id, { item, one }] as const)),
  );
  const minutes = new Map<string, number>();
  for (const [id, { item, one }] of placed) {
    const target = placed.get(links.get(id) ?? '');
    if (target === undefined) continue;
    const sides = [writerSide(item, one.parties), writerSide(target.item, target.one.parties)];
    if (!sides.includes('police') || !sides.includes('authority')) continue;
    const [sent, received] = [instant(item.date), instant(target.item.date)];
    if (sent === null || received === null || sent.zoned !== received.zoned || sent.at < received.at)
      continue;
    minutes.set(id, (sent.at - received.at) / MINUTE);
  }
  return minutes;
}
