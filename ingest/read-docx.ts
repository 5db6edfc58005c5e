import { readFile } from 'node:fs/promises';
import mammoth from 'mammoth';
import { emitText } from './emit-text.ts';
import { htmlText } from './html-text.ts';
import { readOfficeZip } from './office-zip.ts';
import type { Reader } from './reader.ts';

/** Reads a Word document as its words with its tables' rows, notes and comments, and hands on what is embedded in it. */
export const readDocx: Reader = async (reading) => {
  await readOfficeZip(reading);
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
