import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { extract, type Header } from 'tar-stream';
import { ArchiveEntries, refuseSize } from './archive-entries.ts';
import { utf8Name } from './entry-name.ts';
import { type Issue, issue } from './issue.ts';
import type { Reader, Reading } from './reader.ts';

/** Kinds of entries that hold a file. */
const FILES = ['file', 'contiguous-file'];
const LINKS = ['link', 'symlink'];
/** Names are read a character a byte, so that those that are not UTF-8 come whole. */
const NAME_BYTES = 'latin1';

/** The library's own settings stand beside those of a stream. */
const SETTINGS = { filenameEncoding: NAME_BYTES, allowUnknownFormat: true, highWaterMark: 1 << 16 };

function nameOf({ name, pax }: Header): string {
  // The extended header is in UTF-8 (POSIX.1-2001, pax), and the library has read it so.
  if (typeof pax === 'object' && pax !== null && 'path' in pax) return name;
  return utf8Name(Buffer.from(name, NAME_BYTES)) ?? name;
}

function refuse({ type, size }: Header, where: string, { source, limits }: Reading): Issue | null {
  if (LINKS.includes(type)) return issue('unsafe-path', 'The entry is a link to somewhere else.', where);
  if (!FILES.includes(type)) return issue('unreadable-entry', 'The entry is a device and no file.', where);
  return refuseSize(size, source.bytes, where, limits);
}

/** Reads the entries of a tar as they come. It promises each entry that it meets; folders are none. */
export async function readTarStream(open: () => Readable, reading: Reading): Promise<void> {
  const { tally } = reading;
  const entries = new ArchiveEntries(reading);
  const stream = open();
  const parser = extract(SETTINGS);
  stream.on('error', (error) => parser.destroy(error)).pipe(parser);
  try {
    for await (const entry of parser) {
      const { header } = entry;
      if (header.type === 'directory') {
        entry.resume();
        continue;
      }
      tally.promise(1);
      const place = entries.begin(nameOf(header));
      const refused = refuse(header, place.where, reading);
      if (refused) {
        tally.fail(refused);
        entry.resume();
        continue;
      }
      entries.unpack(header.size);
      await entries.keep(place, await buffer(entry));
    }
  } finally {
    stream.destroy();
  }
}

/** Reads a tar archive. */
export const readTar: Reader = (reading) =>
  readTarStream(() => createReadStream(reading.source.location), reading);
