import type { Item } from '../ingest/index.ts';
import { AS_PRINTED, type GoldMessage, printMessage, seeded, type Wear } from './simulate-items.ts';

interface Simulated {
  items: Item[];
  /** The message of each item. */
  gold: Map<string, string>;
}

const SCAN: Wear = { noise: 0.02, redaction: 0, shift: 0 };
const HOUR = 3_600_000;

/**
 * The release printed twice, the second time as a scan, and every message sent again word for word: on the next day, an
 * hour later, on the next day in the scan, and in the same minute to somebody else. All of these are other messages.
 */
export function simulateDecoys(messages: ReadonlyMap<string, GoldMessage>): Simulated {
  const made: Simulated = { items: [], gold: new Map() };
  const random = seeded(9);
  const print = (file: string, wear: Wear, change: (item: Item) => Partial<Item>, mark: string) => {
    let page = 0;
    for (const message of messages.values()) {
      page++;
      const { items, gold } = printMessage(message, messages, { file, page }, wear, random);
      for (const item of items) {
        const changed = item.origin === 'printed' && mark !== '';
        made.items.push(changed ? { ...item, ...change(item) } : item);
        made.gold.set(item.item_id, `${gold.get(item.item_id)}${changed ? mark : ''}`);
      }
    }
  };
  print('A', AS_PRINTED, () => ({}), '');
  print('B', SCAN, () => ({}), '');
  print('A next day', AS_PRINTED, (item) => ({ file_id: 'f_A', date: later(item.date, 24) }), ' next day');
  print('A next hour', AS_PRINTED, (item) => ({ file_id: 'f_A', date: later(item.date, 1) }), ' next hour');
  print('B next day', SCAN, (item) => ({ date: later(item.date, 24) }), ' next day');
  print('B other', SCAN, () => ({ to: 'Wexler, Dana' }), ' to another');
  return made;
}

/** Two prints in which dates are unread in one of twenty items and have a wrong digit of the minute in three of a hundred. */
export function simulateMisreadDates(messages: ReadonlyMap<string, GoldMessage>): Simulated {
  const made: Simulated = { items: [], gold: new Map() };
  const random = seeded(9);
  for (const [file, wear] of [['A', AS_PRINTED] as const, ['B', SCAN] as const]) {
    let page = 0;
    for (const message of messages.values()) {
      page++;
      const { items, gold } = printMessage(message, messages, { file, page }, wear, random);
      for (const item of items) made.items.push({ ...item, date: misreadDate(item.date, random) });
      for (const [id, found] of gold) made.gold.set(id, found);
    }
  }
  return made;
}

function misreadDate(date: string | null, random: () => number): string | null {
  const fate = random();
  if (fate < 0.05) return null;
  return fate < 0.08 && date !== null ? `${date.slice(0, 15)}${Math.floor(random() * 10)}` : date;
}

function later(date: string | null, hours: number): string | null {
  return date === null ? null : new Date(Date.parse(`${date}Z`) + hours * HOUR).toISOString().slice(0, 16);
}
