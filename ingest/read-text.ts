import { readFile } from 'node:fs/promises';
import { decodeText } from './detect-encoding.ts';
import { emitText } from './emit-text.ts';
import { issue } from './issue.ts';
import type { Reader, Reading } from './reader.ts';

/** The text of a file in the encoding found for it; a guess is told to the reader of the ledger. */
export async function loadText({ source, format, tally }: Reading): Promise<string> {
  const encoding = format.encoding ?? 'utf-8';
  if (format.guessed)
    tally.note(issue('encoding-guessed', `The text was taken to be ${encoding}; nothing in it says so.`));
  return decodeText(await readFile(source.location), encoding).replaceAll('\0', '');
}

/** Reads plain text, which may be a dump of messages. A form feed parts pages that have no numbers: it counts as a gap. */
export const readText: Reader = async (reading) => {
  const text = await loadText(reading);
  await emitText(text.replaceAll('\f', '\n\n'), reading);
};
