import { readFile } from 'node:fs/promises';
import { emitInserted } from './emit-inserted.ts';
import { insertedFiles, oleStreams } from './ole-objects.ts';
import type { Reader } from './reader.ts';
import { Unreadable } from './unreadable.ts';

/** Reads an object inserted into a document: the file in it is handed on. */
export const readOle: Reader = async (reading) => {
  const files = insertedFiles(oleStreams(await readFile(reading.source.location)));
  if (files.length === 0)
    throw new Unreadable(
      'unsupported-format',
      'The file is a Microsoft compound file of a kind that is not read.',
    );
  await emitInserted(files, reading);
};
