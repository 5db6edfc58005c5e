// Reads labelled items with as many threads as it is told and prints a digest of their features.
import { createHash } from 'node:crypto';
import { readInThreads } from '../../dist/classify/read-threads.js';
import { readLabelledFiles } from '../../dist/cli/labelled-files.js';
import { loadLexicons } from '../../dist/workers/index.js';

const items = await readLabelledFiles(['fixtures/labelled/items-e.jsonl', 'fixtures/labelled/items-h.jsonl']);
const set = readInThreads(items, loadLexicons(), Number(process.argv[2]));
const hash = createHash('sha256');
for (const { phrases, names, blocks, texts } of [set.items, set.clauses]) {
  hash.update(names.map((name, id) => `${blocks[id]} ${phrases.spell(name)}\n`).join(''));
  const { starts, ids, times, size } = texts;
  const end = starts[size];
  hash
    .update(starts.subarray(0, size + 1))
    .update(ids.subarray(0, end))
    .update(times.subarray(0, end));
}
for (const { facts, instructive } of set.entries) hash.update(facts).update(`${instructive}`);
hash.update(JSON.stringify(set.places));
process.stdout.write(`${hash.digest('hex')}\n`);
