import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Item, ingestSource, sha256Hex } from '../ingest/index.ts';
import type { GoldMessage } from './simulate-items.ts';

interface GoldPrint {
  message: string;
  file: string;
  page_start: number;
  quotes: string[];
}

/** Reads all files of the sample release; the message that each item is a copy of is found by its place in the file, never by its text. */
export async function readRelease(
  folder: string,
  messages: ReadonlyMap<string, GoldMessage>,
): Promise<{ items: Item[]; gold: Map<string, string> }> {
  const items: Item[] = [];
  for (const name of readdirSync(join(folder, 'release')).sort()) {
    const location = join(folder, 'release', name);
    const bytes = readFileSync(location);
    const source = {
      location,
      path: name,
      sha256: sha256Hex(bytes),
      bytes: bytes.length,
      depth: 0,
      parent_id: null,
    };
    await ingestSource(source, {
      page: () => undefined,
      item: (item) => {
        items.push(item);
      },
      child: () => undefined,
    });
  }
  return { items, gold: placesOf(items, folder, messages) };
}

function placesOf(
  items: readonly Item[],
  folder: string,
  messages: ReadonlyMap<string, GoldMessage>,
): Map<string, string> {
  const prints = JSON.parse(readFileSync(join(folder, 'release-gold.json'), 'utf8')) as GoldPrint[];
  const byPage = new Map(prints.map((print) => [`${print.file} ${print.page_start}`, print]));
  const byMessageId = new Map(
    [...messages.values()].map((message) => [message.headers.message_id, message.id]),
  );
  const gold = new Map<string, string>();
  // An item comes after the one that it is quoted in.
  for (const item of items) {
    if (item.origin === 'native') {
      const id = byMessageId.get(bracketed(item.message_id ?? ''));
      if (id !== undefined) gold.set(item.item_id, id);
    } else if (item.origin === 'printed') {
      const print = byPage.get(`${item.path} ${item.page_start}`);
      if (print !== undefined) gold.set(item.item_id, print.message);
    } else if (item.origin === 'quoted') {
      const parent = messages.get(gold.get(item.parent_id ?? '') ?? '');
      if (parent?.quotes != null) gold.set(item.item_id, parent.quotes);
    }
  }
  return gold;
}

function bracketed(id: string): string {
  return id.startsWith('<') ? id : `<${id}>`;
}
