import { constants, crc32, createDeflateRaw } from 'node:zlib';
import { Zip } from 'fflate';

/** A file inside an archive, its text in pieces. */
export interface ZipPart {
  name: string;
  text: Iterable<string>;
}

/** The first moment that the format can hold: the same parts have to give the same bytes whenever they are written. */
const FIXED_TIME = new Date(1980, 0, 1);
/** The number of the deflate method (APPNOTE 4.4.5). */
const DEFLATE = 8;
/** Pieces are compressed in stretches of about so many UTF-16 units. */
const STRETCH = 1 << 18;

interface Packed {
  chunks: Buffer<ArrayBuffer>[];
  /** Bytes before compression. */
  size: number;
  crc: number;
}

/** Compresses beside the thread that makes the pieces, so that both go on at the same time. */
async function pack(text: Iterable<string>): Promise<Packed> {
  const chunks: Buffer<ArrayBuffer>[] = [];
  const deflater = createDeflateRaw({ level: constants.Z_DEFAULT_COMPRESSION });
  const ended = new Promise<void>((resolve, reject) => {
    deflater.on('data', (chunk: Buffer<ArrayBuffer>) => chunks.push(chunk));
    deflater.on('end', resolve);
    deflater.on('error', reject);
  });
  let [size, crc] = [0, 0];
  for (const stretch of stretches(text)) {
    const bytes = Buffer.from(stretch, 'utf8');
    size += bytes.length;
    crc = crc32(bytes, crc);
    if (!deflater.write(bytes)) await new Promise<void>((resolve) => deflater.once('drain', resolve));
  }
  deflater.end();
  await ended;
  return { chunks, size, crc };
}

function* stretches(text: Iterable<string>): Generator<string> {
  let stretch = '';
  for (const piece of text) {
    stretch += piece;
    if (stretch.length < STRETCH) continue;
    yield stretch;
    stretch = '';
  }
  if (stretch !== '') yield stretch;
}

/**
 * The parts as a zip archive, in their order. The text of a part is asked for when all before it are packed, so a part may
 * tell what those before it have gathered.
 */
export async function zipParts(parts: Iterable<ZipPart>): Promise<Uint8Array> {
  const written: Uint8Array[] = [];
  const archive = new Zip((error, chunk) => {
    if (error !== null) throw error;
    written.push(chunk);
  });
  for (const { name, text } of parts) {
    const { chunks, size, crc } = await pack(text);
    const file = { filename: name, size, crc, compression: DEFLATE, mtime: FIXED_TIME };
    const stream: Parameters<Zip['add']>[0] = file;
    archive.add(stream);
    for (const chunk of chunks) stream.ondata?.(null, chunk, false);
    stream.ondata?.(null, new Uint8Array(), true);
  }
  archive.end();
  return Buffer.concat(written);
}
