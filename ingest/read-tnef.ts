import { readFile } from 'node:fs/promises';
import { emitMessage } from './emit-message.ts';
import { issue } from './issue.ts';
import { openMapi } from './mapi-message.ts';
import type { Reader } from './reader.ts';
import { readTnef } from './tnef-message.ts';

/** Reads an Outlook bundle that lies by itself; one that is part of a mail is read with the mail. */
export const readTnefFile: Reader = async (reading) => {
  const { source, file_id, tally } = reading;
  const { message, cut } = readTnef(await readFile(source.location));
  const { path, sha256, parent_id } = source;
  tally.promise(1);
  await emitMessage(openMapi(message), { file_id, path, sha256, part: null, parent_id }, reading);
  if (cut) tally.lose(issue('damaged', 'The bundle breaks off; what stands before the break is read.'));
};
