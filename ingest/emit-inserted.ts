import { issue } from './issue.ts';
import type { InsertedFile } from './ole-objects.ts';
import type { Reading } from './reader.ts';
import { safeName } from './safe-name.ts';

/** Hands on files inserted into a document, beyond what it promises. */
export async function emitInserted(files: InsertedFile[], { source, tally, limits }: Reading): Promise<void> {
  const used = new Set<string>();
  for (const [index, { name, bytes }] of files.entries()) {
    if (source.depth >= limits.max_depth) {
      tally.lose(issue('too-deep', 'A file inside lies in too many containers.', `object ${index + 1}`));
      continue;
    }
    const plain = `${source.path}!/${safeName(name, `object ${index + 1}`)}`;
    const path = used.has(plain) ? `${source.path}!/${index + 1} ${safeName(name, 'object')}` : plain;
    used.add(path);
    await tally.attachment({ path, bytes, parent_id: source.parent_id });
  }
}
