import XLSX from '@e965/xlsx';

/** Streams that hold a whole file as it was inserted into a document. */
const WHOLE = /^(?:Package|CONTENTS)$/;
const WRAPPED = /Ole10Native$/;

export interface InsertedFile {
  /** Empty where the object does not say. */
  name: string;
  bytes: Buffer;
}

/** A stream of a compound file. */
export interface OleStream {
  name: string;
  content: Buffer;
}

interface Entry {
  name: string;
  size: number;
  content?: unknown;
}

/** The streams of a compound file (MS-CFB) in their order. Throws where it is none or is damaged. */
export function oleStreams(bytes: Buffer): OleStream[] {
  const entries = XLSX.CFB.read(bytes, { type: 'buffer' }).FileIndex as Entry[];
  return entries
    .filter(({ size, content }) => size > 0 && content !== undefined)
    .map(({ name, content }) => ({ name, content: Buffer.from(content as Uint8Array) }));
}

/** The file in an object packager's stream: its size, names and paths that end with a zero, its length and its bytes. */
function unwrap(stream: Buffer): InsertedFile[] {
  let at = 6;
  const text = () => {
    const end = stream.indexOf(0, at);
    if (end < 0) throw new RangeError('the stream ends');
    const value = stream.toString('latin1', at, end);
    at = end + 1;
    return value;
  };
  try {
    const name = text();
    text();
    at += 4;
    at += 4 + stream.readUInt32LE(at);
    const length = stream.readUInt32LE(at);
    return [{ name: name.split(/[\\/]/).at(-1) ?? '', bytes: stream.subarray(at + 4, at + 4 + length) }];
  } catch {
    // A link or an object of another form.
    return [];
  }
}

/** The files inserted into a document or object as whole files. */
export function insertedFiles(streams: OleStream[]): InsertedFile[] {
  return streams.flatMap(({ name, content }) => {
    if (WHOLE.test(name)) return [{ name: '', bytes: content }];
    return WRAPPED.test(name) ? unwrap(content) : [];
  });
}
