import { createReadStream } from 'node:fs';
import { type Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ArchiveEntries } from './archive-entries.ts';
import { issue } from './issue.ts';
import { readTarStream } from './read-tar.ts';
import type { Reader, Reading } from './reader.ts';
import { Unreadable } from './unreadable.ts';

/** A tar's first block, and where it says that it is one (POSIX.1-1988, ustar). */
const BLOCK_BYTES = 512;
const MAGIC_AT = 257;
const MAGIC = 'ustar';
/** The header: its length, its flags and the flag of a name (RFC 1952). */
const HEADER_BYTES = 10;
const FLAGS_AT = 3;
const HAS_EXTRA = 4;
const HAS_NAME = 8;
/** Bytes in which the name is looked for. */
const NAME_WITHIN = 2048;

/** Lets bytes through up to the size at which unpacking them is no longer honest or no longer fits. */
function guard({ source, limits }: Reading, limit: number): Transform {
  let total = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      total += chunk.length;
      const ratio = total / Math.max(1, source.bytes);
      if (total > limits.ratio_floor_bytes && ratio > limits.max_ratio)
        done(new Unreadable('suspicious-compression', 'The file would unpack to an unlikely size.'));
      else if (total > limit) done(new Unreadable('too-large', 'The file unpacks to more than can be read.'));
      else done(null, chunk);
    },
  });
}

function unpacked(reading: Reading, limit: number): Readable {
  const packed = createReadStream(reading.source.location);
  const plain = createGunzip();
  const guarded = guard(reading, limit);
  packed.on('error', (error) => plain.destroy(error)).pipe(plain);
  plain.on('error', (error) => guarded.destroy(error)).pipe(guarded);
  guarded.on('close', () => {
    packed.destroy();
    plain.destroy();
  });
  return guarded;
}

async function firstBytes(stream: Readable, length: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let total = 0;
  try {
    for await (const chunk of stream) {
      chunks.push(chunk as Buffer);
      total += (chunk as Buffer).length;
      if (total >= length) break;
    }
  } catch {
    // What is damaged from the first is told by the one who reads it all.
  }
  return Buffer.concat(chunks).subarray(0, length);
}

/** The name that the file had before it was packed; empty where it is not stated. */
function statedName(head: Buffer): string {
  const flags = head[FLAGS_AT] ?? 0;
  if ((flags & HAS_NAME) === 0 || head.length < HEADER_BYTES + 2) return '';
  const start = (flags & HAS_EXTRA) === 0 ? HEADER_BYTES : HEADER_BYTES + 2 + head.readUInt16LE(HEADER_BYTES);
  const end = head.indexOf(0, start);
  return end < 0 ? '' : head.toString('latin1', start, end);
}

/** Hands on the one file of a gzip; of one that breaks off, what stands before the break. */
async function readSingle(reading: Reading, name: string): Promise<void> {
  const { tally, limits } = reading;
  const entries = new ArchiveEntries(reading);
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of unpacked(reading, limits.max_entry_bytes)) chunks.push(chunk as Buffer);
  } catch (error) {
    if (error instanceof Unreadable || chunks.length === 0) throw error;
    tally.lose(issue('damaged', 'The file breaks off; what stands before the break is read.'));
  }
  const bytes = Buffer.concat(chunks);
  tally.promise(1);
  await entries.keep(entries.begin(name || 'content'), bytes);
}

/** Reads a gzip file: the entries of the tar in it, or the one file it holds. */
export const readGzip: Reader = async (reading) => {
  const { source, limits } = reading;
  const first = await firstBytes(unpacked(reading, limits.max_unpacked_bytes), BLOCK_BYTES);
  if (first.toString('latin1', MAGIC_AT, MAGIC_AT + MAGIC.length) === MAGIC) {
    await readTarStream(() => unpacked(reading, limits.max_unpacked_bytes), reading);
    return;
  }
  const head = await firstBytes(createReadStream(source.location, { end: NAME_WITHIN - 1 }), NAME_WITHIN);
  await readSingle(reading, statedName(head));
};
