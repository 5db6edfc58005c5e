import { join } from 'node:path';
import type { ParticipantRow } from '../case/index.ts';
import {
  type Coder,
  type Coding,
  codeExchange,
  codeItem,
  createCoder,
  type Exchange,
  type Knowledge,
  participantsOf,
} from '../classify/index.ts';
import { contentId } from '../ingest/index.ts';
import { type ArtifactStore, readJsonLines, writeJsonLines } from '../store/index.ts';
import type { ShardLine } from './link-stage.ts';

export interface CodeJob {
  /** Key of the linked release and the number of its shard. */
  link: string;
  shard: number;
  /** Key of the user's agencies in the store; null for none. */
  agencies: string | null;
  key: string;
}

/** One line of the result: a coded exchange and who took part in it. */
export interface CodedLine {
  exchange: Exchange;
  participants: ParticipantRow[];
}

/** Codes the exchanges of one shard. */
export async function runCode(store: ArtifactStore, knowledge: Knowledge, job: CodeJob): Promise<null> {
  const coder = createCoder(knowledge);
  await store.write('code', job.key, async (folder) => {
    const coded = writeJsonLines(join(folder, 'exchanges.jsonl'));
    const shard = join(store.path('link', job.link), `shard-${job.shard}.jsonl`);
    for await (const line of readJsonLines<ShardLine>(shard))
      await coded.write(codeLine(line, coder, knowledge));
    await coded.close();
  });
  return null;
}

function codeLine({ exchange, items }: ShardLine, coder: Coder, knowledge: Knowledge): CodedLine {
  const codings = new Map<string, Coding>(
    items.map((item) => [item.item_id, codeItem(item, coder, exchange.people)]),
  );
  const { exchange_id, items: members, first_date, last_date, subject } = exchange;
  const coding = codeExchange(items, codings, knowledge);
  const contact_id = coding.relevance === 'contact' ? contentId('c', exchange_id) : null;
  const participants = participantsOf(items, knowledge.agencies, exchange.people).map((person) => ({
    exchange_id,
    ...person,
  }));
  const dates = { first_date, last_date, subject };
  return {
    exchange: {
      exchange_id,
      contact_id,
      incident_id: null,
      items: members,
      ...dates,
      ...coding,
      coder: `model ${coder.version}`,
    },
    participants,
  };
}
