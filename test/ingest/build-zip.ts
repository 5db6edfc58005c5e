import { crc32, deflateRawSync } from 'node:zlib';

/** One entry, with whatever is to be wrong with it. */
export interface ZipEntry {
  name: string | Buffer;
  content: string | Uint8Array;
  /** General purpose flags: bit 0 says that it is encrypted. */
  flags?: number;
  /** Unix mode; `0o120777` is a symbolic link. */
  mode?: number;
  /** Said in place of the true size and method. */
  size?: number;
  method?: number;
  /** Stands in place of the packed data, with an extra field in the directory. */
  raw?: { data: Buffer; extra: Buffer };
  /** Changes a byte of the packed data. */
  damaged?: boolean;
}

function record(signature: number, fields: [bytes: number, value: number][], tail: Buffer[]): Buffer {
  const head = Buffer.alloc(4 + fields.reduce((sum, [bytes]) => sum + bytes, 0));
  head.writeUInt32LE(signature, 0);
  let at = 4;
  for (const [bytes, value] of fields) {
    head.writeUIntLE(value, at, bytes);
    at += bytes;
  }
  return Buffer.concat([head, ...tail]);
}

/** A zip of these entries (APPNOTE 4.3). */
export function buildZip(entries: ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const content = Buffer.from(entry.content);
    const data = entry.raw?.data ?? deflateRawSync(content);
    const extra = entry.raw?.extra ?? Buffer.alloc(0);
    const size = entry.size ?? content.length;
    const method = entry.method ?? 8;
    const flags = entry.flags ?? 0;
    const shared: [number, number][] = [
      [2, flags],
      [2, method],
      [4, 0],
      [4, crc32(content)],
      [4, data.length],
      [4, size],
      [2, name.length],
      [2, extra.length],
    ];
    if (entry.damaged) data[0] = (data[0] ?? 0) ^ 0x06;
    const local = record(0x04034b50, [[2, 20], ...shared], [name, extra, data]);
    const attributes = ((entry.mode ?? 0o100644) << 16) >>> 0;
    const tail: [number, number][] = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, attributes],
      [4, offset],
    ];
    directory.push(record(0x02014b50, [[2, 0x031e], [2, 20], ...shared, ...tail], [name, extra]));
    locals.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = record(
    0x06054b50,
    [
      [2, 0],
      [2, 0],
      [2, entries.length],
      [2, entries.length],
      [4, listed.length],
      [4, offset],
      [2, 0],
    ],
    [],
  );
  return Buffer.concat([...locals, listed, end]);
}
