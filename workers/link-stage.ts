import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ArtifactStore, readJson, writeJsonLines } from '../case/index.ts';
import { type ExchangeDraft, type LinkedItem, linkItems } from '../classify/index.ts';
import type { Item } from '../ingest/index.ts';
import { type LedgerRow, readItems } from './artifacts.ts';

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
}

/** Joins copies and exchanges over the whole release, and cuts the exchanges into shards for the coder. */
export async function runLink(store: ArtifactStore, job: LinkJob): Promise<null> {
  const rows = await readJson<LedgerRow[]>(join(store.path('rows', job.key), 'rows.json'));
  const items: Item[] = [];
  for (const row of rows) for await (const item of readItems(store, row)) items.push(item);
  const linked = linkItems(items);
  const byId = new Map(linked.items.map((item) => [item.item_id, item]));
  await store.write('link', job.key, async (folder) => {
    const all = writeJsonLines(join(folder, 'items.jsonl'));
    for (const item of linked.items) await all.write(item);
    await all.close();
    let shards = 0;
    for (let start = 0; start < linked.exchanges.length; start += SHARD_EXCHANGES) {
      const shard = writeJsonLines(join(folder, `shard-${shards}.jsonl`));
      for (const exchange of linked.exchanges.slice(start, start + SHARD_EXCHANGES)) {
        const members = exchange.items.map((id) => byId.get(id)).filter((item) => item !== undefined);
        await shard.write({ exchange, items: members } satisfies ShardLine);
      }
      await shard.close();
      shards += 1;
    }
    const result: LinkResult = { shards };
    await writeFile(join(folder, 'result.json'), JSON.stringify(result));
  });
  return null;
}
