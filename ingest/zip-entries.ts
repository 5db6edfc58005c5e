import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { type Entry, getFileNameLowLevel, openPromise, type ZipFile } from 'yauzl';
import { type Issue, issue } from './issue.ts';
import type { Limits } from './limits.ts';

/** Bit 0 of the general purpose flags: the entry is encrypted; bit 11: its name is UTF-8 (APPNOTE 4.4.4). */
const UTF8_NAME = 0x800;
/** Upper half of the external attributes on Unix: the file type bits, and a symbolic link's. */
const FILE_TYPE = 0o170000;
const SYMBOLIC_LINK = 0o120000;
const STORED = 0;
const DEFLATED = 8;

/** The name as the zip states it, with `/` between folders. Many writers put UTF-8 there without saying so. */
export function entryName(entry: Entry): string {
  const raw = entry.fileNameRaw;
  let flags = entry.generalPurposeBitFlag;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(raw);
    flags |= UTF8_NAME;
  } catch {
    // Not UTF-8: the library reads it in the code page of the first zip programs.
  }
  return getFileNameLowLevel(flags, raw, entry.extraFields, false).replaceAll('\\', '/');
}

export function isFolder(entry: Entry): boolean {
  return entryName(entry).endsWith('/');
}

function isLink(entry: Entry): boolean {
  return ((entry.externalFileAttributes >>> 16) & FILE_TYPE) === SYMBOLIC_LINK;
}

/** Why an entry must not or cannot be unpacked, from the directory alone; null where it can. */
export function refuseEntry(entry: Entry, where: string, limits: Limits): Issue | null {
  const { compressedSize, uncompressedSize, compressionMethod } = entry;
  if (isLink(entry)) return issue('unsafe-path', 'The entry is a link to somewhere else.', where);
  if (entry.isEncrypted()) return issue('encrypted', 'The entry is locked with a password.', where);
  if (compressionMethod !== STORED && compressionMethod !== DEFLATED) {
    return issue('unreadable-entry', 'The entry is packed by a method that is not read.', where);
  }
  if (uncompressedSize > limits.max_entry_bytes)
    return issue('too-large', 'The entry is larger than can be read.', where);
  const ratio = uncompressedSize / Math.max(1, compressedSize);
  if (uncompressedSize > limits.ratio_floor_bytes && ratio > limits.max_ratio) {
    return issue('suspicious-compression', 'The entry would unpack to an unlikely size.', where);
  }
  return null;
}

/** Unpacks an entry. Throws where its data is damaged: cut off, of another size or checksum than the directory says. */
export async function unpackEntry(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const bytes = await buffer(await zip.openReadStreamPromise(entry));
  if (crc32(bytes) !== entry.crc32) throw new Error('checksum');
  return bytes;
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
