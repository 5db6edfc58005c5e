import { readFile } from 'node:fs/promises';
import { unlockOffice } from './office-unlock.ts';
import { oleStreams } from './ole-objects.ts';
import type { Reader } from './reader.ts';
import { Unreadable } from './unreadable.ts';

/** Opens a locked office document with the first password that fits, and hands on the document in it. */
export const readLockedOffice: Reader = async ({ source, tally, limits, passwords }) => {
  const locked = new Unreadable('encrypted', 'The document is locked with a password.');
  if (passwords.length === 0) throw locked;
  if (source.depth >= limits.max_depth)
    throw new Unreadable('too-deep', 'The document lies in too many containers.');
  const streams = oleStreams(await readFile(source.location));
  const find = (wanted: string) => streams.find(({ name }) => name === wanted)?.content;
  const info = find('EncryptionInfo');
  const packed = find('EncryptedPackage');
  if (info === undefined || packed === undefined)
    throw new Unreadable('damaged', 'The document has no content.');
  for (const password of passwords) {
    const bytes = unlockOffice(info, packed, password);
    if (bytes === null) continue;
    await tally.attachment({ path: `${source.path}!/document`, bytes, parent_id: source.parent_id });
    return;
  }
  throw locked;
};
