import { decodeCodePage } from './code-pages.ts';
import { ATTACHED, MAPI, type MapiAttachment, type MapiMessage } from './mapi.ts';
import { ByteReader, readProperties, type TnefProperties } from './tnef-properties.ts';

const SIGNATURE = 0x223e9f78;
/** Ids of the attributes that are read (MS-OXTNEF, section 2.1.3.3). */
const ATTRIBUTE = {
  subject: 0x00018004,
  sent: 0x00038005,
  messageId: 0x00018009,
  body: 0x0002800c,
  messageClass: 0x00078008,
  codePage: 0x00069007,
  properties: 0x00069003,
  recipients: 0x00069004,
  attachment: 0x00069002,
  attachmentBytes: 0x0006800f,
  attachmentTitle: 0x00018010,
  attachmentProperties: 0x00069005,
} as const;
/** Named properties of meetings, by number. */
const EVENT = { start: 0x820d, end: 0x820e, location: 0x8208 } as const;
const IID_BYTES = 16;
const DEFAULT_PAGE = 1252;
/** Bundles in bundles in bundles. */
const MAX_DEPTH = 16;

interface Attribute {
  id: number;
  data: Buffer;
}

/** A bundle's message; `cut` where the bundle breaks off. */
export interface TnefMessage {
  message: MapiMessage;
  cut: boolean;
}

export function isTnef(bytes: Buffer): boolean {
  return bytes.length > 6 && bytes.readUInt32LE() === SIGNATURE;
}

function readAttributes(bytes: Buffer): { attributes: Attribute[]; cut: boolean } {
  const reader = new ByteReader(bytes);
  const attributes: Attribute[] = [];
  if (reader.long() !== SIGNATURE) throw new Error('no bundle');
  reader.short();
  try {
    while (reader.left > 0) {
      reader.take(1);
      const id = reader.long();
      const data = reader.take(reader.long());
      reader.short();
      attributes.push({ id, data });
    }
    return { attributes, cut: false };
  } catch {
    return { attributes, cut: true };
  }
}

/** A time as its parts: year, month, day, hour, minute, second. It states no zone; Outlook writes UTC. */
function dateOf(data: Buffer): Date | null {
  if (data.length < 12) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = Array.from(
    { length: 6 },
    (_, index) => data.readUInt16LE(index * 2),
  );
  return year > 0 && month > 0 ? new Date(Date.UTC(year, month - 1, day, hour, minute, second)) : null;
}

class Bundle {
  private readonly attributes: Attribute[];
  private readonly page: number;
  private readonly depth: number;

  constructor(attributes: Attribute[], depth: number) {
    this.attributes = attributes;
    this.depth = depth;
    const page = attributes.find(({ id }) => id === ATTRIBUTE.codePage)?.data;
    this.page = page !== undefined && page.length >= 4 ? page.readUInt32LE() : DEFAULT_PAGE;
  }

  message(): MapiMessage {
    const properties = this.properties();
    const named = (id: number) => properties.named(id);
    const moment = (id: number) => {
      const value = named(id);
      return value instanceof Date ? value : null;
    };
    const location = named(EVENT.location);
    return {
      properties,
      recipients: this.recipients(),
      attachments: this.attachments(),
      event: {
        start: moment(EVENT.start),
        end: moment(EVENT.end),
        location: typeof location === 'string' ? location : '',
      },
    };
  }

  private text(data: Buffer): string {
    return decodeCodePage(data, this.page).replace(/\0[\s\S]*$/, '');
  }

  private properties(): TnefProperties {
    const own = new Map<number, string | Date>();
    let list: Buffer = Buffer.alloc(4);
    for (const { id, data } of this.attributes) {
      if (id === ATTRIBUTE.subject) own.set(MAPI.subject, this.text(data));
      else if (id === ATTRIBUTE.body) own.set(MAPI.body, this.text(data));
      else if (id === ATTRIBUTE.messageClass)
        own.set(MAPI.messageClass, this.text(data).replace(/^IPM\.Microsoft Mail\./i, 'IPM.'));
      else if (id === ATTRIBUTE.properties) list = data;
      else if (id === ATTRIBUTE.sent) {
        const date = dateOf(data);
        if (date !== null) own.set(MAPI.submitTime, date);
      }
    }
    return readProperties(new ByteReader(list), this.page, own);
  }

  private recipients(): TnefProperties[] {
    const table = this.attributes.find(({ id }) => id === ATTRIBUTE.recipients)?.data;
    if (table === undefined || table.length < 4) return [];
    const reader = new ByteReader(table);
    const rows: TnefProperties[] = [];
    for (let count = reader.long(); count > 0 && reader.left > 4; count -= 1)
      rows.push(readProperties(reader, this.page));
    return rows;
  }

  private attachments(): MapiAttachment[] {
    const groups: Attribute[][] = [];
    for (const attribute of this.attributes) {
      if (attribute.id === ATTRIBUTE.attachment) groups.push([]);
      groups.at(-1)?.push(attribute);
    }
    return groups.map((group) => this.attachment(group));
  }

  private attachment(group: Attribute[]): MapiAttachment {
    const find = (id: number) => group.find((attribute) => attribute.id === id)?.data;
    const title = find(ATTRIBUTE.attachmentTitle);
    const list = find(ATTRIBUTE.attachmentProperties);
    const own = new Map<number, string>();
    if (title !== undefined) own.set(MAPI.attachmentShortName, this.text(title));
    const properties = readProperties(new ByteReader(list ?? Buffer.alloc(4)), this.page, own);
    const inner = properties.bytes(MAPI.attachmentBytes);
    return {
      properties,
      message: () => {
        if (properties.number(MAPI.attachmentMethod) !== ATTACHED.message) return null;
        if (inner === null || this.depth >= MAX_DEPTH) throw new Error('no message');
        const { attributes } = readAttributes(Buffer.from(inner.subarray(IID_BYTES)));
        return new Bundle(attributes, this.depth + 1).message();
      },
      bytes: () => find(ATTRIBUTE.attachmentBytes) ?? inner,
    };
  }
}

/**
 * Reads an Outlook bundle (`winmail.dat`, MS-OXTNEF).
 * @throws where the bytes are none
 */
export function readTnef(bytes: Buffer): TnefMessage {
  const { attributes, cut } = readAttributes(bytes);
  return { message: new Bundle(attributes, 0).message(), cut };
}
