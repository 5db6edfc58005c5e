import { readFile } from 'node:fs/promises';
import type { FieldsData, RawProp } from '@kenjiuno/msgreader';
import { codePageName, localeCodePage } from './code-pages.ts';
import { emitMessage } from './emit-message.ts';
import { MAPI, type MapiAttachment, type MapiMessage, type MapiProperties } from './mapi.ts';
import { openMapi } from './mapi-message.ts';
import type { Reader } from './reader.ts';

/** A recipient's kind, which the library gives in words. */
const KINDS: Record<string, number> = { to: 1, cc: 2, bcc: 3 };
const DEFAULT_PAGE = 1252;
type Library = typeof import('@kenjiuno/msgreader');

function asNumber(value: unknown): number | null {
  if (typeof value === 'string') return KINDS[value] ?? null;
  return typeof value === 'number' ? value : null;
}

function asDate(value: unknown): Date | null {
  const date = typeof value === 'string' && value !== '' ? new Date(value) : null;
  return date === null || Number.isNaN(date.getTime()) ? null : date;
}

function propertiesOf(fields: FieldsData): MapiProperties {
  const values = new Map<number, unknown>();
  for (const { propertyTag, value } of fields.rawProps ?? ([] as RawProp[])) {
    if (propertyTag !== undefined) values.set(Number.parseInt(propertyTag.slice(0, 4), 16), value);
  }
  const value = (id: number) => values.get(id);
  return {
    text: (id) => {
      const found = value(id);
      return typeof found === 'string' ? found.replaceAll('\0', '') : '';
    },
    bytes: (id) => {
      const found = value(id);
      return found instanceof Uint8Array ? found : null;
    },
    number: (id) => asNumber(value(id)),
    date: (id) => asDate(value(id)),
  };
}

/** Reads the fields of a message of the file, and those of the messages inside it. */
class MsgFile {
  private readonly reader: InstanceType<Library['default']>;

  constructor(reader: InstanceType<Library['default']>) {
    this.reader = reader;
  }

  message(fields: FieldsData): MapiMessage {
    return {
      properties: propertiesOf(fields),
      recipients: (fields.recipients ?? []).map(propertiesOf),
      attachments: (fields.attachments ?? []).map((attachment) => this.attachment(attachment)),
      event: {
        start: asDate(fields.apptStartWhole),
        end: asDate(fields.apptEndWhole),
        location: fields.apptLocation ?? fields.location ?? '',
      },
    };
  }

  private attachment(fields: FieldsData): MapiAttachment {
    const properties = propertiesOf(fields);
    const inner = fields.innerMsgContentFields;
    return {
      properties,
      // A storage without a message in it is an object of another program.
      message: () => (inner?.rawProps?.length ? this.message(inner) : null),
      bytes: () =>
        fields.dataId === undefined || fields.innerMsgContent
          ? null
          : this.reader.getAttachment(fields).content,
    };
  }
}

async function openMsg(bytes: Buffer): Promise<MapiMessage> {
  const { default: library } = await import('@kenjiuno/msgreader');
  // Under Node's rules for CommonJS packages the class is the default of the default.
  const Reader = 'default' in library ? (library.default as Library['default']) : library;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = (page: number) => {
    const reader = new Reader(view);
    reader.parserConfig = { includeRawProps: true, ansiEncoding: codePageName(page) };
    const fields = reader.getFileData();
    if (fields.error !== undefined || !fields.rawProps?.length) throw new Error('no message');
    return new MsgFile(reader).message(fields);
  };
  const message = read(DEFAULT_PAGE);
  const { number } = message.properties;
  // Texts of old messages are in the code page of the sender's Windows, which the message names, if at all, beside them.
  const page = number(MAPI.messageCodePage) ?? localeCodePage(number(MAPI.messageLocale) ?? 0);
  return page === DEFAULT_PAGE ? message : read(page);
}

/** Reads an Outlook message file (MS-OXMSG) with the messages and files attached to it. */
export const readMsg: Reader = async (reading) => {
  const { source, file_id, tally } = reading;
  const bytes = await readFile(source.location);
  const message = await openMsg(bytes);
  const { path, sha256, parent_id } = source;
  tally.promise(1);
  await emitMessage(openMapi(message), { file_id, path, sha256, part: null, parent_id }, reading);
};
