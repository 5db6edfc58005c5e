import { readFile } from 'node:fs/promises';
import { ArchiveReader, libarchiveWasm } from 'libarchive-wasm';
import { ArchiveEntries, refuseSize } from './archive-entries.ts';
import { issue } from './issue.ts';
import type { Reader, Reading } from './reader.ts';
import { Unreadable } from './unreadable.ts';

const REMEDY = 'Unpack it with 7-Zip and give the folder.';

type ArchiveReaderEntry = NonNullable<ReturnType<ArchiveReader['nextEntry']>>;
type Libarchive = Awaited<ReturnType<typeof libarchiveWasm>>;

/** @throws Unreadable where the library finds no entries to read */
function openArchive(library: Libarchive, bytes: Buffer, name: string): ArchiveReader {
  try {
    return new ArchiveReader(library, new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length));
  } catch {
    // A single packed file, or a form of the format that the library does not know.
    throw new Unreadable('unsupported-format', `The file is ${name} of a form that is not read. ${REMEDY}`);
  }
}

function unpack(entry: ArchiveReaderEntry, archive: ArchiveReader, size: number): Buffer | null {
  try {
    const bytes = Buffer.from(entry.readData() ?? []);
    // The checksum is looked at when the end is met, one step behind the last byte.
    return bytes.length === size && archive.readData(1).length === 0 ? bytes : null;
  } catch {
    return null;
  }
}

async function readEntry(
  entry: ArchiveReaderEntry,
  archive: ArchiveReader,
  entries: ArchiveEntries,
  reading: Reading,
): Promise<void> {
  const { tally, source, limits } = reading;
  const size = entry.getSize();
  tally.promise(1);
  const place = entries.begin(entry.getPathname());
  const { where } = place;
  const link = entry.getFiletype() === 'SymbolicLink' || Boolean(entry.getHardlinkTarget());
  const refused = link
    ? issue('unsafe-path', 'The entry is a link to somewhere else.', where)
    : entry.isEncrypted()
      ? issue('encrypted', `The entry is locked with a password. ${REMEDY}`, where)
      : refuseSize(size, source.bytes, where, limits);
  if (refused) {
    tally.fail(refused);
    return;
  }
  entries.unpack(size);
  const bytes = unpack(entry, archive, size);
  if (bytes !== null) await entries.keep(place, bytes);
  else
    tally.fail(
      issue(
        'unreadable-entry',
        `The entry is damaged or packed by a method that is not read. ${REMEDY}`,
        where,
      ),
    );
}

function explain(fault: string): Error {
  if (/encrypt|passphrase|password/i.test(fault))
    return new Unreadable(
      'encrypted',
      `The archive is locked with a password, its list of files too. ${REMEDY}`,
    );
  return new Unreadable('damaged', 'The archive breaks off or is damaged; what was read before is kept.');
}

/**
 * Reads a 7-Zip, RAR, or other archive that libarchive knows, also a tar packed by bzip2 or xz. Such an archive has no list that
 * can be trusted before it is unpacked: it promises each entry that is met.
 */
export const readArchive: Reader = async (reading) => {
  const { source, format } = reading;
  const entries = new ArchiveEntries(reading);
  const library = await libarchiveWasm();
  const archive = openArchive(library, await readFile(source.location), format.name);
  try {
    let seen = 0;
    for (let entry = archive.nextEntry(); entry !== null; entry = archive.nextEntry()) {
      seen += 1;
      if (entry.getFiletype() !== 'Directory') await readEntry(entry, archive, entries, reading);
      entry.free();
    }
    const fault: unknown = library.error_string(Reflect.get(archive, 'archive'));
    if (typeof fault === 'string' && fault !== '') throw explain(fault);
    if (seen === 0 && archive.hasEncryptedData()) throw explain('encrypted');
  } finally {
    archive.free();
  }
};
