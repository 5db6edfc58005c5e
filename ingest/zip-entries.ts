import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import iconv from 'iconv-lite';
import { type Entry, getFileNameLowLevel, openPromise, type ZipFile } from 'yauzl';
import { refuseSize } from './archive-entries.ts';
import { utf8Name } from './entry-name.ts';
import { type Issue, issue } from './issue.ts';
import type { Limits } from './limits.ts';
import { unlockEntry } from './zip-unlock.ts';

/** Bit 0 of the general purpose flags: the entry is encrypted; bit 11: its name is UTF-8 (APPNOTE 4.4.4). */
const UTF8_NAME = 0x800;
/** Upper half of the external attributes on Unix: the file type bits, and a symbolic link's. */
const FILE_TYPE = 0o170000;
const SYMBOLIC_LINK = 0o120000;
/** The library is to hand over an entry as it stands. */
const RAW = { decodeFileData: false } as const;
const STORED = 0;
const DEFLATED = 8;

/** The name as Info-ZIP's extra field states it in UTF-8 (APPNOTE 4.6.9). */
const UNICODE_PATH = 0x7075;

/**
 * The name as the zip states it, with `/` between folders. Many writers put UTF-8 there without saying so; what is not UTF-8
 * is in `encoding`, or in the code page of the first zip programs.
 */
export function entryName(entry: Entry, encoding: string | null = null): string {
  const { fileNameRaw: raw, generalPurposeBitFlag: flags, extraFields } = entry;
  const unicode = utf8Name(raw) !== null;
  const stated = (flags & UTF8_NAME) !== 0 || extraFields.some(({ id }) => id === UNICODE_PATH);
  const name =
    encoding !== null && !unicode && !stated
      ? iconv.decode(raw, encoding)
      : getFileNameLowLevel(unicode ? flags | UTF8_NAME : flags, raw, extraFields, false);
  return name.replaceAll('\\', '/');
}

export function isFolder(name: string): boolean {
  return name.endsWith('/');
}

function isLink(entry: Entry): boolean {
  return ((entry.externalFileAttributes >>> 16) & FILE_TYPE) === SYMBOLIC_LINK;
}

/** Why an entry must not or cannot be unpacked, from the directory alone; null where it can, with a password if need be. */
export function refuseEntry(entry: Entry, where: string, limits: Limits): Issue | null {
  const { compressedSize, uncompressedSize, compressionMethod } = entry;
  if (isLink(entry)) return issue('unsafe-path', 'The entry is a link to somewhere else.', where);
  if (!entry.isEncrypted() && compressionMethod !== STORED && compressionMethod !== DEFLATED) {
    return issue('unreadable-entry', 'The entry is packed by a method that is not read.', where);
  }
  return refuseSize(uncompressedSize, compressedSize, where, limits);
}

/** Unpacks an entry. Throws where its data is damaged: cut off, of another size or checksum than the directory says. */
export async function unpackEntry(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const bytes = await buffer(await zip.openReadStreamPromise(entry));
  if (crc32(bytes) !== entry.crc32) throw new Error('checksum');
  return bytes;
}

/** Unpacks an entry that is locked; null where no password opens it. Throws where the zip is cut off. */
export async function unpackLocked(
  zip: ZipFile,
  entry: Entry,
  passwords: readonly string[],
): Promise<Buffer | null> {
  if (passwords.length === 0) return null;
  return unlockEntry(await buffer(await zip.openReadStreamPromise(entry, RAW)), entry, passwords);
}

/** Opens a zip's directory, hands it to `use` and closes it. Throws where there is none. */
export async function withZip<T>(location: string, use: (zip: ZipFile) => Promise<T>): Promise<T> {
  const zip = await openPromise(location, { lazyEntries: true, autoClose: false, decodeStrings: false });
  try {
    return await use(zip);
  } finally {
    zip.close();
  }
}
