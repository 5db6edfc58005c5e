import { readFile } from 'node:fs/promises';
import { emitText } from './emit-text.ts';
import { htmlText } from './html-text.ts';
import type { Reader } from './reader.ts';
import { readRtf } from './rtf-text.ts';

/** Reads a rich text document as its words. */
export const readRtfFile: Reader = async (reading) => {
  const { text, html } = readRtf(await readFile(reading.source.location));
  await emitText(html ? htmlText(text) : text.replace(/[ \t\u00a0]+$/gm, ''), reading);
};
