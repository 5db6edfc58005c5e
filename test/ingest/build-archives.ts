import { crc32 } from 'node:zlib';
import { type Header, pack } from 'tar-stream';

export interface ArchiveFile {
  name: string;
  content: string | Buffer;
}

/** A tar of these entries; a header of its own kind (a link, a device) may be given in place of a file. */
export async function buildTar(
  entries: (ArchiveFile | { header: Partial<Header> & Pick<Header, 'name'> })[],
): Promise<Buffer> {
  const tar = pack();
  for (const entry of entries) {
    if ('header' in entry) tar.entry(entry.header, '');
    else tar.entry({ name: entry.name }, entry.content);
  }
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function little(value: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64LE(BigInt(value));
  return buffer.subarray(0, bytes);
}

/** A number as 7-Zip writes it: below 16,384 in one or two bytes, else in five. */
function number(value: number): Buffer {
  if (value < 0x80) return Buffer.from([value]);
  if (value < 0x4000) return Buffer.from([0x80 | (value >> 8), value & 0xff]);
  return Buffer.concat([Buffer.from([0xf0]), little(value, 4)]);
}

/**
 * A 7-Zip archive of these files, not compressed (7zFormat.txt).
 */
export function buildSevenZip(files: ArchiveFile[], modes: number[] = []): Buffer {
  const contents = files.map(({ content }) => Buffer.from(content));
  const data = Buffer.concat(contents);
  const names = Buffer.concat(files.map(({ name }) => Buffer.from(`${name}\0`, 'utf16le')));
  const attributes = files.map((_, index) => little((((modes[index] ?? 0o100644) << 16) | 0x8000) >>> 0, 4));
  const bytes = (...list: number[]) => Buffer.from(list);
  const header = Buffer.concat([
    bytes(0x01, 0x04, 0x06, 0, 1, 0x09),
    number(data.length),
    bytes(0, 0x07, 0x0b, 1, 0, 1, 0x01, 0x00, 0x0c),
    number(data.length),
    bytes(0, 0x08, 0x0d),
    number(files.length),
    ...(files.length > 1 ? [bytes(0x09), ...contents.slice(0, -1).map(({ length }) => number(length))] : []),
    bytes(0x0a, 1),
    ...contents.map((content) => little(crc32(content), 4)),
    bytes(0, 0, 0x05),
    number(files.length),
    bytes(0x11),
    number(names.length + 1),
    bytes(0),
    names,
    bytes(0x15),
    number(2 + attributes.length * 4),
    bytes(1, 0),
    ...attributes,
    bytes(0, 0),
  ]);
  const start = Buffer.concat([little(data.length, 8), little(header.length, 8), little(crc32(header), 4)]);
  const signature = Buffer.from('377abcaf271c0004', 'hex');
  return Buffer.concat([signature, little(crc32(start), 4), start, data, header]);
}

function rarBlock(type: number, flags: number, fields: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from([type]), little(flags, 2), little(fields.length + 7, 2), fields]);
  return Buffer.concat([little(crc32(body) & 0xffff, 2), body]);
}

/** A RAR archive (version 4) of these files, not compressed. A locked one says that it takes a password. */
export function buildRar(files: (ArchiveFile & { locked?: boolean })[]): Buffer {
  const blocks = files.flatMap(({ name, content, locked = false }) => {
    const bytes = Buffer.from(content);
    const title = Buffer.from(name);
    const fields = Buffer.concat([
      little(bytes.length, 4),
      little(bytes.length, 4),
      Buffer.from([3]),
      little(crc32(bytes), 4),
      little(0x48647000, 4),
      Buffer.from([20, 0x30]),
      little(title.length, 2),
      little(0o100644, 4),
      title,
    ]);
    return [rarBlock(0x74, locked ? 0x8004 : 0x8000, fields), bytes];
  });
  return Buffer.concat([
    Buffer.from('526172211a0700', 'hex'),
    rarBlock(0x73, 0, Buffer.alloc(6)),
    ...blocks,
    rarBlock(0x7b, 0x4000, Buffer.alloc(0)),
  ]);
}
