import XLSX from '@e965/xlsx';

/** A property by its id; its type follows from the value. */
export type MsgProperties = Record<number, string | number | Date | Buffer>;

export interface MsgParts {
  properties: MsgProperties;
  recipients?: MsgProperties[];
  /** A file by its properties (0x3701 holds the bytes), or a message. */
  attachments?: { properties: MsgProperties; message?: MsgParts }[];
}

const TYPE = { long: 0x0003, text: 0x001f, time: 0x0040, binary: 0x0102 } as const;
const EPOCH_1601 = 11_644_473_600_000;

type Streams = [path: string, content: Buffer][];

function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}

function entry(tag: number, value: Buffer): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32LE(tag, 0);
  bytes.writeUInt32LE(6, 4);
  value.copy(bytes, 8);
  return bytes;
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function propertyStreams(folder: string, properties: MsgProperties, header: number): Streams {
  const streams: Streams = [];
  const entries: Buffer[] = [Buffer.alloc(header)];
  for (const [name, value] of Object.entries(properties)) {
    const id = Number(name) * 0x10000;
    if (typeof value === 'number') entries.push(entry(id + TYPE.long, number(value)));
    else if (value instanceof Date) {
      const time = Buffer.alloc(8);
      time.writeBigUInt64LE(BigInt(value.getTime() + EPOCH_1601) * 10_000n);
      entries.push(entry(id + TYPE.time, time));
    } else {
      const type = typeof value === 'string' ? TYPE.text : TYPE.binary;
      const content = typeof value === 'string' ? Buffer.from(value, 'utf16le') : value;
      entries.push(entry(id + type, number(content.length)));
      streams.push([`${folder}__substg1.0_${hex(Number(name), 4)}${hex(type, 4)}`, content]);
    }
  }
  return [...streams, [`${folder}__properties_version1.0`, Buffer.concat(entries)]];
}

function messageStreams(folder: string, message: MsgParts, header: number): Streams {
  const { properties, recipients = [], attachments = [] } = message;
  return [
    ...propertyStreams(folder, properties, header),
    ...recipients.flatMap((recipient, index) =>
      propertyStreams(`${folder}__recip_version1.0_#${hex(index, 8)}/`, recipient, 8),
    ),
    ...attachments.flatMap(({ properties: own, message: inner }, index) => {
      const place = `${folder}__attach_version1.0_#${hex(index, 8)}/`;
      const below = inner ? messageStreams(`${place}__substg1.0_3701000D/`, inner, 24) : [];
      return [...propertyStreams(place, own, 8), ...below];
    }),
  ];
}

/** An Outlook message file of these parts (MS-OXMSG). */
export function buildMsg(message: MsgParts): Buffer {
  const file = XLSX.CFB.utils.cfb_new();
  const named: Streams = ['00020102', '00030102', '00040102'].map((tag) => [
    `__nameid_version1.0/__substg1.0_${tag}`,
    Buffer.alloc(0),
  ]);
  for (const [path, content] of [...named, ...messageStreams('', message, 32)])
    XLSX.CFB.utils.cfb_add(file, `/${path}`, content);
  return Buffer.from(XLSX.CFB.write(file, { type: 'buffer' }) as Buffer);
}
