const TYPE = { long: 0x0003, object: 0x000d, text: 0x001f, time: 0x0040, binary: 0x0102 } as const;
const EPOCH_1601 = 11_644_473_600_000;
/** IID_IMessage, which stands in front of a message inside. */
const IID = Buffer.from('0703020000000000c000000000000046', 'hex');

export type TnefValue = string | number | Date | Buffer | { message: Buffer };

function long(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}

function counted(bytes: Buffer): Buffer {
  return Buffer.concat([long(1), long(bytes.length), bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}

function property(id: number, value: TnefValue): Buffer {
  const tagged = (type: number, content: Buffer) => Buffer.concat([long(id * 0x10000 + type), content]);
  if (typeof value === 'number') return tagged(TYPE.long, long(value));
  if (typeof value === 'string') return tagged(TYPE.text, counted(Buffer.from(`${value}\0`, 'utf16le')));
  if (Buffer.isBuffer(value)) return tagged(TYPE.binary, counted(value));
  if (!(value instanceof Date)) return tagged(TYPE.object, counted(Buffer.concat([IID, value.message])));
  const time = Buffer.alloc(8);
  time.writeBigUInt64LE(BigInt(value.getTime() + EPOCH_1601) * 10_000n);
  return tagged(TYPE.time, time);
}

/** A list of properties by id (MS-OXTNEF, section 2.1.3.4). */
export function properties(values: Record<number, TnefValue>): Buffer {
  const list = Object.entries(values).map(([id, value]) => property(Number(id), value));
  return Buffer.concat([long(list.length), ...list]);
}

export interface TnefParts {
  properties: Record<number, TnefValue>;
  recipients?: Record<number, TnefValue>[];
  attachments?: { properties: Record<number, TnefValue>; bytes?: Buffer }[];
}

function attribute(level: number, id: number, data: Buffer): Buffer {
  const sum = Buffer.alloc(2);
  sum.writeUInt16LE(data.reduce((total, byte) => (total + byte) & 0xffff, 0));
  return Buffer.concat([Buffer.from([level]), long(id), long(data.length), data, sum]);
}

/** An Outlook bundle (`winmail.dat`) of these parts. */
export function buildTnef(parts: TnefParts): Buffer {
  const rows = (parts.recipients ?? []).map(properties);
  return Buffer.concat([
    Buffer.from('789f3e220100', 'hex'),
    attribute(1, 0x00089006, long(0x10000)),
    attribute(1, 0x00069003, properties(parts.properties)),
    ...(rows.length > 0 ? [attribute(1, 0x00069004, Buffer.concat([long(rows.length), ...rows]))] : []),
    ...(parts.attachments ?? []).flatMap((attachment) => [
      attribute(2, 0x00069002, Buffer.alloc(14)),
      ...(attachment.bytes ? [attribute(2, 0x0006800f, attachment.bytes)] : []),
      attribute(2, 0x00069005, properties(attachment.properties)),
    ]),
  ]);
}
