import type { Entry, ZipFile } from 'yauzl';
import { ArchiveEntries } from './archive-entries.ts';
import { nameEncoding } from './entry-name.ts';
import { issue } from './issue.ts';
import type { Reader, Reading } from './reader.ts';
import { entryName, isFolder, refuseEntry, unpackEntry, unpackLocked, withZip } from './zip-entries.ts';

/** Names from the beginning of the directory that tell the encoding of all. */
const SAMPLE_NAMES = 500;

async function findNameEncoding(location: string): Promise<string | null> {
  const names: Uint8Array[] = [];
  await withZip(location, async (zip) => {
    for await (const entry of zip.eachEntry()) {
      names.push(entry.fileNameRaw);
      if (names.length >= SAMPLE_NAMES) break;
    }
    // A damaged directory is told when its entries are read.
  }).catch(() => null);
  return nameEncoding(names);
}

async function readEntry(
  zip: ZipFile,
  entry: Entry,
  name: string,
  entries: ArchiveEntries,
  { tally, limits, passwords }: Reading,
): Promise<void> {
  const place = entries.begin(name);
  const refused = refuseEntry(entry, place.where, limits);
  if (refused) {
    tally.fail(refused);
    return;
  }
  entries.unpack(entry.uncompressedSize);
  const locked = entry.isEncrypted();
  const unpacking = locked ? unpackLocked(zip, entry, passwords) : unpackEntry(zip, entry);
  const bytes = await unpacking.catch(() => null);
  if (bytes !== null) await entries.keep(place, bytes);
  else if (locked) tally.fail(issue('encrypted', 'The entry is locked with a password.', place.where));
  else tally.fail(issue('unreadable-entry', 'The entry is damaged.', place.where));
}

/** Reads a zip entry by entry; each is handed on as a file. It promises as many as its directory lists, less folders. */
export const readZip: Reader = async (reading) => {
  const { source, tally } = reading;
  const entries = new ArchiveEntries(reading);
  const encoding = await findNameEncoding(source.location);
  await withZip(source.location, async (zip) => {
    tally.promise(zip.entryCount);
    for await (const entry of zip.eachEntry()) {
      const name = entryName(entry, encoding);
      if (isFolder(name)) tally.promise(-1);
      else await readEntry(zip, entry, name, entries, reading);
    }
  });
};
