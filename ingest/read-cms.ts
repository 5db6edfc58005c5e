import { readFile } from 'node:fs/promises';
import { openCms } from './cms-content.ts';
import { emitMessage } from './emit-message.ts';
import { openMail } from './parse-message.ts';
import type { Reader } from './reader.ts';
import { Unreadable } from './unreadable.ts';

/** What is signed in a mail begins with its own headers (RFC 8551). */
const HEADER = /^\s*[!-9;-~]+[ \t]*:/;

/** Reads what an S/MIME envelope has signed: a mail, or a file of its own. A signature alone holds nothing to read. */
export const readCms: Reader = async (reading) => {
  const { source, file_id, tally, limits } = reading;
  const content = openCms(await readFile(source.location));
  if (content.kind === 'locked') throw new Unreadable('encrypted', 'The message is locked with a key.');
  if (content.kind === 'signature') return;
  const { path, sha256, parent_id } = source;
  if (HEADER.test(content.bytes.subarray(0, 200).toString('latin1'))) {
    tally.promise(1);
    const place = { file_id, path, sha256, part: null, parent_id };
    await emitMessage(openMail(content.bytes, limits), place, reading);
    return;
  }
  if (source.depth >= limits.max_depth)
    throw new Unreadable('too-deep', 'What is signed lies in too many containers.');
  await tally.attachment({ path: `${path}!/content`, bytes: content.bytes, parent_id });
};
