import { readFile } from 'node:fs/promises';
import mammoth from 'mammoth';
import { emitText } from './emit-text.ts';
import { htmlText } from './html-text.ts';
import { issue } from './issue.ts';
import type { Reader, Reading } from './reader.ts';
import { safeName } from './safe-name.ts';
import { Unreadable } from './unreadable.ts';
import { entryName, refuseEntry, unpackEntry, withZip } from './zip-entries.ts';

/** Files put into a document by drag and drop lie here (ECMA-376 part 1, section 15.2.11). */
const EMBEDDED = /^word\/embeddings\/[^/]+$/;

/** Hands on the embedded files; throws before anything is unpacked that would not fit. */
async function readEmbedded({ source, tally, limits }: Reading): Promise<void> {
  await withZip(source.location, async (zip) => {
    for await (const entry of zip.eachEntry()) {
      const name = entryName(entry);
      const where = `entry ${name}`;
      const refused = refuseEntry(entry, where, limits);
      if (refused) throw new Unreadable(refused.code, refused.message, where);
      if (!EMBEDDED.test(name)) continue;
      if (source.depth >= limits.max_depth) {
        tally.lose(issue('too-deep', 'An embedded file lies in too many containers.', where));
        continue;
      }
      const bytes = await unpackEntry(zip, entry).catch(() => null);
      const path = `${source.path}!/${safeName(name.split('/').at(-1) ?? '', 'embedded')}`;
      if (bytes === null) tally.lose(issue('unreadable-entry', 'An embedded file is damaged.', where));
      else await tally.attachment({ path, bytes, parent_id: source.parent_id });
    }
  });
}

/** Reads a Word document as its words with its tables' rows, notes and comments, and hands on what is embedded in it. */
export const readDocx: Reader = async (reading) => {
  await readEmbedded(reading);
  const { value } = await mammoth.convertToHtml(
    { buffer: await readFile(reading.source.location) },
    {
      styleMap: ['comment-reference => sup'],
      ignoreEmptyParagraphs: false,
      externalFileAccess: false,
      // Pictures would be written into the text as base64.
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    },
  );
  await emitText(htmlText(value, { tight: true }), reading);
};
