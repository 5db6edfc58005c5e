import { readFile } from 'node:fs/promises';
import { emitInserted } from './emit-inserted.ts';
import { emitText } from './emit-text.ts';
import { insertedFiles, oleStreams } from './ole-objects.ts';
import type { Reader } from './reader.ts';
import { Unreadable } from './unreadable.ts';

/** The flags of the file information block, and the one that says that the text is encrypted (MS-DOC, section 2.5.2). */
const FLAGS_AT = 0x0a;
const ENCRYPTED = 0x0100;

/** Reads an old Word document as its words, with notes, comments and text boxes, and hands on the files put into it. */
export const readDoc: Reader = async (reading) => {
  const bytes = await readFile(reading.source.location);
  const streams = oleStreams(bytes);
  const main = streams.find(({ name }) => name === 'WordDocument')?.content;
  if (main !== undefined && main.length > FLAGS_AT + 2 && (main.readUInt16LE(FLAGS_AT) & ENCRYPTED) !== 0)
    throw new Unreadable('encrypted', 'The document is locked with a password.');
  await emitInserted(insertedFiles(streams), reading);
  const { default: WordExtractor } = await import('word-extractor');
  const document = await new WordExtractor().extract(bytes);
  const texts = [
    document.getBody(),
    document.getTextboxes({ includeHeadersAndFooters: false }),
    document.getFootnotes(),
    document.getEndnotes(),
    document.getAnnotations(),
  ];
  await emitText(
    texts
      .map((text) => text.replaceAll('\0', '').trim())
      .filter((text) => text !== '')
      .join('\n\n'),
    reading,
  );
};
