import type { Entry, ZipFile } from 'yauzl';
import { issue } from './issue.ts';
import type { Reader, Reading } from './reader.ts';
import { safeName } from './safe-name.ts';
import { Unreadable } from './unreadable.ts';
import { entryName, isFolder, refuseEntry, unpackEntry, withZip } from './zip-entries.ts';

/** A name that would leave the folder it is unpacked into: `../x`, `/etc/x`, `C:/x`. */
function leavesFolder(name: string): boolean {
  return name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.split('/').includes('..');
}

/** The entry's path below the zip's, made of harmless names, and of none twice. */
function childPath(name: string, zipPath: string, used: Set<string>): string {
  const segments = name.split('/').filter((segment) => segment !== '' && segment !== '.' && segment !== '..');
  const inside = segments.map((segment) => safeName(segment, '_')).join('/') || 'entry';
  let path = `${zipPath}!/${inside}`;
  for (let copy = 2; used.has(path); copy += 1) path = `${zipPath}!/${inside} (${copy})`;
  used.add(path);
  return path;
}

async function readEntry(zip: ZipFile, entry: Entry, path: string, reading: Reading): Promise<void> {
  const { tally, limits, source } = reading;
  const name = entryName(entry);
  const where = `entry ${path.slice(source.path.length + 2)}`;
  const refused = refuseEntry(entry, where, limits);
  if (refused) {
    tally.fail(refused);
    return;
  }
  const bytes = await unpackEntry(zip, entry).catch(() => null);
  if (bytes === null) {
    tally.fail(issue('unreadable-entry', 'The entry is damaged.', where));
    return;
  }
  // Nothing is written under the stated name, so the content can be read all the same.
  if (leavesFolder(name)) tally.note(issue('unsafe-path', 'The entry names a place outside the zip.', where));
  await tally.keepChild({ path, bytes, parent_id: source.parent_id });
}

async function readEntries(zip: ZipFile, reading: Reading): Promise<void> {
  const { source, tally, limits } = reading;
  const used = new Set<string>();
  let unpacked = 0;
  let seen = 0;
  for await (const entry of zip.eachEntry()) {
    seen += 1;
    if (isFolder(entry)) {
      tally.promise(-1);
      continue;
    }
    if (seen > limits.max_entries) {
      throw new Unreadable(
        'too-many-entries',
        `The zip has more than ${limits.max_entries} entries; the rest is not read.`,
      );
    }
    unpacked += entry.uncompressedSize;
    if (unpacked > limits.max_unpacked_bytes) {
      throw new Unreadable('too-large', 'The zip unpacks to more than can be read; the rest is not read.');
    }
    await readEntry(zip, entry, childPath(entryName(entry), source.path, used), reading);
  }
}

/** Reads a zip entry by entry; each is handed on as a file. It promises as many as its directory lists, less folders. */
export const readZip: Reader = async (reading) => {
  const { source, tally, limits } = reading;
  if (source.depth >= limits.max_depth)
    throw new Unreadable('too-deep', 'The zip lies in too many containers.');
  await withZip(source.location, async (zip) => {
    tally.promise(zip.entryCount);
    await readEntries(zip, reading);
  });
};
