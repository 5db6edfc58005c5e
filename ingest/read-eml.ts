import { readFile } from 'node:fs/promises';
import { emitMessage } from './emit-message.ts';
import { openMail } from './parse-message.ts';
import type { Reader } from './reader.ts';

/** The message of an Apple Mail file: its length stands on the first line, a property list behind it. */
function emlxMessage(bytes: Buffer): Buffer {
  const start = bytes.indexOf(0x0a) + 1;
  const length = Number.parseInt(bytes.subarray(0, start).toString('latin1'), 10);
  return bytes.subarray(start, Math.min(bytes.length, start + length));
}

/** Reads a file that is one message. */
export const readEml: Reader = async (reading) => {
  const { source, file_id, format, tally, limits } = reading;
  const bytes = await readFile(source.location);
  const message = format.kind === 'emlx' ? emlxMessage(bytes) : bytes;
  const { path, sha256, parent_id } = source;
  tally.promise(1);
  await emitMessage(openMail(message, limits), { file_id, path, sha256, part: null, parent_id }, reading);
};
