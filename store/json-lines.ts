import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { finished } from 'node:stream/promises';

export async function readJson<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(path, 'utf8')) as T;
}

/** A line of a JSON Lines file and where it lies in it, in bytes. */
export interface PlacedLine {
  text: string;
  start: number;
  length: number;
}

/**
 * The lines of a JSON Lines file that are not empty, one at a time. Only `\n` ends a line: node:readline also splits at
 * U+2028, which may stand in the text of a record.
 */
export async function* readPlacedLines(path: string): AsyncGenerator<PlacedLine> {
  /** The beginning of a line whose end is not read yet. */
  let begun: Buffer[] = [];
  let start = 0;
  function* line(last: Buffer): Generator<PlacedLine> {
    const bytes = begun.length === 0 ? last : Buffer.concat([...begun, last]);
    begun = [];
    if (bytes.length > 0) yield { text: bytes.toString('utf8'), start, length: bytes.length };
    start += bytes.length + 1;
  }
  const chunks: AsyncIterable<Buffer> = createReadStream(path);
  for await (const chunk of chunks) {
    let done = 0;
    for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, done)) {
      yield* line(chunk.subarray(done, end));
      done = end + 1;
    }
    if (done < chunk.length) begun.push(chunk.subarray(done));
  }
  yield* line(Buffer.alloc(0));
}

/** The records of a JSON Lines file, one at a time. */
export async function* readJsonLines<T>(path: string): AsyncGenerator<T> {
  for await (const { text } of readPlacedLines(path)) yield JSON.parse(text) as T;
}

export interface JsonLinesWriter {
  write(record: unknown): Promise<void>;
  close(): Promise<void>;
}

/** Writes records as JSON Lines, waiting where the disk is slower than the reader. */
export function writeJsonLines(path: string): JsonLinesWriter {
  const stream = createWriteStream(path);
  let failure: Error | null = null;
  stream.on('error', (error) => {
    failure = error;
  });
  return {
    async write(record) {
      if (failure !== null) throw failure;
      if (!stream.write(`${JSON.stringify(record)}\n`)) {
        await once(stream, 'drain');
      }
    },
    async close() {
      stream.end();
      await finished(stream);
    },
  };
}
