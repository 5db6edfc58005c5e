import { issue } from './issue.ts';
import type { Reading } from './reader.ts';
import { safeName } from './safe-name.ts';
import { Unreadable } from './unreadable.ts';
import { entryName, refuseEntry, unpackEntry, withZip } from './zip-entries.ts';

/** Files put into a document by drag and drop lie here (ECMA-376 part 1, section 15.2.11), pictures that may be scans beside them. */
const INSIDE =
  /^(?:word|xl|ppt)\/(?:embeddings\/[^/]+|media\/[^/]+\.(?:png|jpe?g|tiff?))$|^Pictures\/[^/]+\.(?:png|jpe?g|tiff?)$/i;
const MARKUP = /\.(?:xml|rels|bin|vml)$/i;

/** Which parts of an office file a reader wants. */
export interface WantedParts {
  /** Parts handed back, by name. */
  keep?: RegExp;
  /** Unpack what is not kept too, to see that it is as large as it says: for readers whose library unpacks by itself. */
  check?: boolean;
}

/**
 * Goes through an office file, which is a zip: hands on the files and pictures put into it, and gives back the wanted parts
 * as text by name. Parts that are damaged are left out and told.
 * @throws Unreadable before anything is unpacked that would not fit
 */
export async function readOfficeZip(
  { source, tally, limits }: Reading,
  { keep, check = false }: WantedParts = {},
): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  await withZip(source.location, async (zip) => {
    let seen = 0;
    for await (const entry of zip.eachEntry()) {
      const name = entryName(entry);
      const where = `entry ${name}`;
      seen += 1;
      if (seen > limits.max_entries)
        throw new Unreadable('too-many-entries', 'The document has more parts than are read.');
      if (entry.isEncrypted()) throw new Unreadable('encrypted', 'The document is locked with a password.');
      const refused = refuseEntry(entry, where, limits);
      if (refused) throw new Unreadable(refused.code, refused.message, where);
      const inside = INSIDE.test(name);
      const wanted = keep?.test(name) ?? false;
      if (!inside && MARKUP.test(name) && entry.uncompressedSize > limits.max_text_bytes)
        throw new Unreadable('too-large', 'A part of the document is larger than can be read.', where);
      if (!inside && !wanted && !check) continue;
      if (inside && source.depth >= limits.max_depth) {
        tally.lose(issue('too-deep', 'A file inside lies in too many containers.', where));
        continue;
      }
      const bytes = await unpackEntry(zip, entry).catch(() => null);
      if (bytes === null) tally.lose(issue('unreadable-entry', 'A part of the document is damaged.', where));
      else if (wanted) parts.set(name, bytes.toString('utf8'));
      else if (inside) {
        const path = `${source.path}!/${safeName(name.split('/').at(-1) ?? '', 'embedded')}`;
        await tally.attachment({ path, bytes, parent_id: source.parent_id });
      }
    }
  });
  return parts;
}
