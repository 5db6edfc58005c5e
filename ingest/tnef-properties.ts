import { decodeCodePage } from './code-pages.ts';
import type { MapiProperties } from './mapi.ts';

/** Types of properties (MS-OXCDATA, section 2.11.1). */
const TYPE = {
  short: 0x02,
  long: 0x03,
  boolean: 0x0b,
  object: 0x0d,
  text8: 0x1e,
  text: 0x1f,
  time: 0x40,
  binary: 0x102,
};
/** Bytes of a value of each fixed type, filled up to four. */
const FIXED: Record<number, number> = {
  [TYPE.short]: 4,
  [TYPE.long]: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 8,
  10: 4,
  [TYPE.boolean]: 4,
  20: 8,
  [TYPE.time]: 8,
  72: 16,
};
const VARIABLE = [TYPE.object, TYPE.text8, TYPE.text, TYPE.binary];
const MANY = 0x1000;
/** Properties from here on are named, not numbered. */
const FIRST_NAMED = 0x8000;
const GUID_BYTES = 16;
const EPOCH_1601 = 11_644_473_600_000;
const STEPS_A_MILLISECOND = 10_000n;

type Value = string | number | Date | Buffer;

/** Steps through bytes; every step past their end throws. */
export class ByteReader {
  private at = 0;
  private readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  get left(): number {
    return this.bytes.length - this.at;
  }

  take(length: number): Buffer {
    if (length < 0 || length > this.left) throw new RangeError('the bytes end');
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  short(): number {
    return this.take(2).readUInt16LE();
  }

  long(): number {
    return this.take(4).readUInt32LE();
  }

  /** Bytes with their length in front, filled up to a multiple of four. */
  counted(): Buffer {
    const value = this.take(this.long());
    this.take(Math.min(this.left, (4 - (value.length % 4)) % 4));
    return value;
  }
}

function decodeValue(type: number, bytes: Buffer, page: number): Value {
  if (type === TYPE.text) return bytes.toString('utf16le').replaceAll('\0', '');
  if (type === TYPE.text8) return decodeCodePage(bytes, page).replaceAll('\0', '');
  if (type === TYPE.short || type === TYPE.boolean) return bytes.readUInt16LE();
  if (type === TYPE.long) return bytes.readInt32LE();
  if (type !== TYPE.time) return bytes;
  return new Date(Number(bytes.readBigInt64LE() / STEPS_A_MILLISECOND) - EPOCH_1601);
}

/** The number of a named property in its set; 0 for one with a name of letters. */
function readName(reader: ByteReader): number {
  reader.take(GUID_BYTES);
  if (reader.long() === 0) return reader.long();
  reader.counted();
  return 0;
}

function readValues(type: number, reader: ByteReader): Buffer[] {
  const single = type & ~MANY;
  const variable = VARIABLE.includes(single);
  const count = variable || type !== single ? reader.long() : 1;
  const fixed = FIXED[single];
  if (!variable && fixed === undefined) throw new Error('unknown type');
  // A count larger than the bytes that follow is a lie.
  if (count > reader.left) throw new RangeError('the bytes end');
  return Array.from({ length: count }, () => (variable ? reader.counted() : reader.take(fixed ?? 0)));
}

export interface TnefProperties extends MapiProperties {
  /** A named property by its number in its set. */
  named(id: number): Value | null;
}

function makeProperties(
  numbered: ReadonlyMap<number, Value>,
  named: ReadonlyMap<number, Value>,
): TnefProperties {
  const value = (id: number) => numbered.get(id);
  return {
    text: (id) => {
      const found = value(id);
      return typeof found === 'string' ? found : '';
    },
    bytes: (id) => {
      const found = value(id);
      return Buffer.isBuffer(found) ? found : null;
    },
    number: (id) => {
      const found = value(id);
      return typeof found === 'number' ? found : null;
    },
    date: (id) => {
      const found = value(id);
      return found instanceof Date && !Number.isNaN(found.getTime()) ? found : null;
    },
    named: (id) => named.get(id) ?? null,
  };
}

/**
 * Reads a list of properties (MS-OXTNEF, section 2.1.3.4). Of a list that breaks off, those before the break are kept.
 * @param extra properties that stand elsewhere, used where the list has none
 */
export function readProperties(
  reader: ByteReader,
  page: number,
  extra: ReadonlyMap<number, Value> = new Map(),
): TnefProperties {
  const numbered = new Map(extra);
  const named = new Map<number, Value>();
  try {
    for (let count = reader.long(); count > 0; count -= 1) {
      const type = reader.short();
      const id = reader.short();
      const name = id >= FIRST_NAMED ? readName(reader) : 0;
      const [first] = readValues(type, reader);
      if (first === undefined) continue;
      const value = decodeValue(type & ~MANY, first, page);
      if (id >= FIRST_NAMED) named.set(name, value);
      else numbered.set(id, value);
    }
  } catch {
    // What stands before the break is all there is.
  }
  return makeProperties(numbered, named);
}
