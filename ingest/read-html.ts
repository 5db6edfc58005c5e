import { readFile } from 'node:fs/promises';
import iconv from 'iconv-lite';
import { decodeText } from './detect-encoding.ts';
import { emitText } from './emit-text.ts';
import type { Format } from './format.ts';
import { readWords } from './html-text.ts';
import { issue } from './issue.ts';
import { loadText } from './read-text.ts';
import type { Reader } from './reader.ts';

/** Bytes in which a page states its encoding (HTML standard, section 4.2.5.4). */
const PRESCAN_BYTES = 1024;

/** The encoding a page states for itself; null where it states none or one that is not known. */
function statedEncoding(head: string): string | null {
  const name = /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1];
  return name !== undefined && iconv.encodingExists(name) ? name : null;
}

/** What the bytes prove comes before what the page says of itself, and that before a guess. */
async function decodePage(location: string, format: Format): Promise<string | null> {
  if (!format.guessed) return null;
  const bytes = await readFile(location);
  const stated = statedEncoding(bytes.subarray(0, PRESCAN_BYTES).toString('latin1'));
  return stated === null ? null : decodeText(bytes, stated);
}

/** Reads a web page as its words. */
export const readHtml: Reader = async (reading) => {
  const page = (await decodePage(reading.source.location, reading.format)) ?? (await loadText(reading));
  const { text, tooDeep } = readWords(page);
  if (tooDeep)
    reading.tally.lose(
      issue(
        'too-deep',
        'The parts of the page are nested too deep: its words are kept without their layout.',
      ),
    );
  await emitText(text, reading);
};
