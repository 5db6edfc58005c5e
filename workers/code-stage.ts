import { join } from 'node:path';
import type { Knowledge } from '../classify/index.ts';
import { type ArtifactStore, readJsonLines, writeJsonLines } from '../store/index.ts';
import { codeExchangeLine, codingSteps } from './code-exchange-line.ts';
import type { ShardLine } from './link-stage.ts';

export interface CodeJob {
  /** Key of the linked release and the number of its shard. */
  link: string;
  shard: number;
  /** Key of the user's agencies in the store; null for none. */
  agencies: string | null;
  key: string;
}

/** Codes the exchanges of one shard. */
export async function runCode(
  store: ArtifactStore,
  knowledge: Knowledge,
  job: CodeJob,
  steps = codingSteps(knowledge),
): Promise<null> {
  await store.write('code', job.key, async (folder) => {
    const coded = writeJsonLines(join(folder, 'exchanges.jsonl'));
    const shard = join(store.path('link', job.link), `shard-${job.shard}.jsonl`);
    for await (const line of readJsonLines<ShardLine>(shard))
      await coded.write(codeExchangeLine(line, steps));
    await coded.close();
  });
  return null;
}
