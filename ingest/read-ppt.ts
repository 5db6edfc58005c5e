import { readFile } from 'node:fs/promises';
import { emitInserted } from './emit-inserted.ts';
import { emitText } from './emit-text.ts';
import { insertedFiles, oleStreams } from './ole-objects.ts';
import { pptText } from './ppt-text.ts';
import type { Reader } from './reader.ts';
import { Unreadable } from './unreadable.ts';

/** Where the stream about the last user says whether the file is encrypted, and how it does (MS-PPT, section 2.3.2). */
const TOKEN_AT = 12;
const ENCRYPTED = 0xf3d1c4df;

/** Reads an old PowerPoint presentation as its words, and hands on the files put into it. */
export const readPpt: Reader = async (reading) => {
  const streams = oleStreams(await readFile(reading.source.location));
  const find = (wanted: string) => streams.find(({ name }) => name === wanted)?.content;
  const user = find('Current User');
  if (user !== undefined && user.length >= TOKEN_AT + 4 && user.readUInt32LE(TOKEN_AT) === ENCRYPTED)
    throw new Unreadable('encrypted', 'The presentation is locked with a password.');
  const main = find('PowerPoint Document');
  if (main === undefined) throw new Unreadable('damaged', 'The presentation has no slides.');
  await emitInserted(insertedFiles(streams), reading);
  await emitText(pptText(main), reading);
};
