import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ExchangeDraft, findLinks, type LinkedItem } from '../classify/index.ts';
import type { Item } from '../ingest/index.ts';
import { type ArtifactStore, openShelf, readJson, writeJsonLines } from '../store/index.ts';
import { type LedgerRow, readItems } from './artifacts.ts';
import { guardLinks } from './guard-links.ts';
import type { Setback } from './setbacks.ts';

/** Exchanges that one coding job takes: some tenths of a second of work, so that all cores stay busy to the end. */
const SHARD_EXCHANGES = 100;

export interface LinkJob {
  /** Key of the list of files (`rows/<key>/rows.json`) and of the result. */
  key: string;
}

/** One line of a shard: an exchange with its items, copies left out. */
export interface ShardLine {
  exchange: ExchangeDraft;
  items: LinkedItem[];
}

export interface LinkResult {
  shards: number;
  /** Items that could not be compared with the others; absent where there are none. */
  setbacks?: Setback[];
}

/** Joins copies and exchanges over the whole release, and cuts the exchanges into shards for the coder. */
export async function runLink(store: ArtifactStore, job: LinkJob, find = findLinks): Promise<null> {
  const rows = await readJson<LedgerRow[]>(join(store.path('rows', job.key), 'rows.json'));
  const shelf = openShelf();
  try {
    const items: Item[] = [];
    for (const row of rows) for await (const item of readItems(store, row, shelf)) items.push(item);
    const links = guardLinks(items, find);
    await store.write('link', job.key, (folder) => writeLinks(folder, items, links));
  } finally {
    shelf.close();
  }
  return null;
}

/** Items are made whole one by one, when they are written. */
async function writeLinks(
  folder: string,
  items: Item[],
  { exchanges, linked, setbacks }: ReturnType<typeof guardLinks>,
): Promise<void> {
  const all = writeJsonLines(join(folder, 'items.jsonl'));
  for (const item of items) await all.write(linked(item));
  await all.close();
  const byId = new Map(items.map((item) => [item.item_id, item]));
  let shards = 0;
  for (let start = 0; start < exchanges.length; start += SHARD_EXCHANGES) {
    const shard = writeJsonLines(join(folder, `shard-${shards}.jsonl`));
    for (const exchange of exchanges.slice(start, start + SHARD_EXCHANGES)) {
      const members = exchange.items.flatMap((id) => byId.get(id) ?? []);
      await shard.write({ exchange, items: members.map(linked) } satisfies ShardLine);
    }
    await shard.close();
    shards += 1;
  }
  const result: LinkResult = { shards, ...(setbacks.length > 0 ? { setbacks } : {}) };
  await writeFile(join(folder, 'result.json'), JSON.stringify(result));
}
