import type { PSTAttachment, PSTMessage } from 'pst-extractor';
import { decodeCodePage, localeCodePage } from './code-pages.ts';
import { ATTACHED, MAPI, type MapiAttachment, type MapiMessage, type MapiProperties } from './mapi.ts';
import type { PstMailbox } from './pst-file.ts';
import { quietly } from './quietly.ts';

/** Types of properties (MS-OXCDATA, section 2.11.1). */
const TYPE = { short: 0x02, long: 0x03, boolean: 0x0b, text8: 0x1e, text: 0x1f, time: 0x40 } as const;
/** Named properties of meetings and the library's number of their set (PSETID_Appointment). */
const EVENT = { set: 4, start: 0x820d, end: 0x820e, location: 0x8208 } as const;
/** FILETIME counts steps of 100 nanoseconds from 1601; this many milliseconds before 1970. */
const EPOCH_1601 = 11_644_473_600_000;
const STEPS_A_MILLISECOND = 10_000n;

/** What the library knows of one property. */
interface Entry {
  data: Buffer;
  entryValueType: number;
  entryValueReference: number;
  isExternalValueReference: boolean;
}
type Entries = ReadonlyMap<number, Entry> | null;
type Blocks = ReadonlyMap<number, { getData(): Buffer }> | null;

function fileTime(bytes: Buffer): Date | null {
  if (bytes.length < 8) return null;
  const steps = bytes.readBigInt64LE(0);
  const date = new Date(Number(steps / STEPS_A_MILLISECOND) - EPOCH_1601);
  // Outlook writes the year 4501 where it means none.
  return steps <= 0n || date.getUTCFullYear() >= 4500 ? null : date;
}

function makeProperties(entries: Entries, blocks: Blocks, page: number): MapiProperties {
  const bytesOf = (entry: Entry): Buffer | null =>
    entry.isExternalValueReference ? (blocks?.get(entry.entryValueReference)?.getData() ?? null) : entry.data;
  return {
    text(id) {
      const entry = entries?.get(id);
      const bytes = entry === undefined ? null : bytesOf(entry);
      if (bytes === null || entry === undefined) return '';
      if (entry.entryValueType === TYPE.text) return bytes.toString('utf16le').replaceAll('\0', '');
      return entry.entryValueType === TYPE.text8 ? decodeCodePage(bytes, page).replaceAll('\0', '') : '';
    },
    bytes(id) {
      const entry = entries?.get(id);
      const isText = entry?.entryValueType === TYPE.text || entry?.entryValueType === TYPE.text8;
      return entry === undefined || isText ? null : bytesOf(entry);
    },
    number(id) {
      const entry = entries?.get(id);
      const whole: number[] = [TYPE.short, TYPE.long, TYPE.boolean];
      return entry !== undefined && whole.includes(entry.entryValueType) ? entry.entryValueReference : null;
    },
    date(id) {
      const entry = entries?.get(id);
      return entry?.entryValueType === TYPE.time ? fileTime(bytesOf(entry) ?? Buffer.alloc(0)) : null;
    },
  };
}

/** The library keeps properties from its users; they are read as they lie, since its own getters swallow errors. */
function propertiesOf(object: object, page: number): MapiProperties {
  return makeProperties(
    Reflect.get(object, 'pstTableItems'),
    Reflect.get(object, 'localDescriptorItems'),
    page,
  );
}

function recipientsOf(message: PSTMessage, page: number): MapiProperties[] {
  if (quietly(() => message.numberOfRecipients) === 0) return [];
  const table = Reflect.get(message, 'recipientTable') as { getItems(): Entries[] } | null;
  return (table?.getItems() ?? []).map((entries) => makeProperties(entries, null, page));
}

function attachmentOf(message: PSTMessage, index: number, mailbox: PstMailbox, page: number): MapiAttachment {
  let opened: PSTAttachment | null = null;
  const open = (): PSTAttachment => {
    opened ??= quietly(() => message.getAttachment(index));
    return opened;
  };
  let properties: MapiProperties;
  try {
    properties = propertiesOf(open(), page);
  } catch {
    // Its entry is damaged: opening it below says so.
    properties = makeProperties(null, null, page);
  }
  return {
    properties,
    message() {
      const attachment = open();
      if (properties.number(MAPI.attachmentMethod) !== ATTACHED.message) return null;
      // The library builds the inner message only where it knows the node it hangs on, which it does not pass on.
      Reflect.set(attachment, 'descriptorIndexNode', Reflect.get(message, 'descriptorIndexNode'));
      const inner = quietly(() => attachment.embeddedPSTMessage);
      if (inner === null) throw new Error('no message');
      return pstMessage(inner, mailbox);
    },
    bytes() {
      if (properties.number(MAPI.attachmentMethod) === ATTACHED.object) return null;
      const stream = quietly(() => open().fileInputStream);
      if (stream === null) return null;
      const bytes = Buffer.alloc(stream.length.toNumber());
      quietly(() => stream.readCompletely(bytes));
      return bytes;
    },
  };
}

/** A message of a mailbox. Attachments are opened when they are asked for. */
export function pstMessage(message: PSTMessage, mailbox: PstMailbox): MapiMessage {
  const { number } = propertiesOf(message, 0);
  const page = number(MAPI.messageCodePage) ?? localeCodePage(number(MAPI.messageLocale) ?? 0);
  const properties = propertiesOf(message, page);
  const event = (key: number) => mailbox.named(key, EVENT.set);
  // Read before the count: the library takes a list it cannot read for an empty one.
  quietly(() => Reflect.apply(Reflect.get(message, 'processAttachments'), message, []));
  const count = quietly(() => message.numberOfAttachments);
  return {
    properties,
    recipients: recipientsOf(message, page),
    attachments: Array.from({ length: count }, (_, index) => attachmentOf(message, index, mailbox, page)),
    event: {
      start: properties.date(event(EVENT.start)),
      end: properties.date(event(EVENT.end)),
      location: properties.text(event(EVENT.location)),
    },
  };
}
