/** Property ids of Outlook's messages (MS-OXPROPS), without their types. */
export const MAPI = {
  messageClass: 0x001a,
  subject: 0x0037,
  submitTime: 0x0039,
  senderForName: 0x0042,
  senderForAddress: 0x0065,
  topic: 0x0070,
  headers: 0x007d,
  senderName: 0x0c1a,
  senderAddress: 0x0c1f,
  recipientKind: 0x0c15,
  displayCc: 0x0e03,
  displayTo: 0x0e04,
  deliveryTime: 0x0e06,
  body: 0x1000,
  rtf: 0x1009,
  html: 0x1013,
  messageId: 0x1035,
  references: 0x1039,
  inReplyTo: 0x1042,
  displayName: 0x3001,
  address: 0x3003,
  creationTime: 0x3007,
  attachmentBytes: 0x3701,
  attachmentShortName: 0x3704,
  attachmentMethod: 0x3705,
  attachmentName: 0x3707,
  smtpAddress: 0x39fe,
  codePage: 0x3fde,
  messageLocale: 0x3ff1,
  messageCodePage: 0x3ffd,
  senderSmtpAddress: 0x5d01,
  senderForSmtpAddress: 0x5d02,
} as const;

/** How an attachment is kept (PidTagAttachMethod): 1 as bytes, 2 to 4 as the name of a file elsewhere. */
export const ATTACHED = { nothing: 0, lastReference: 4, message: 5, object: 6 } as const;

/** Properties of one Outlook object, by id. Each getter gives nothing for a property that is absent or of another type. */
export interface MapiProperties {
  text(id: number): string;
  bytes(id: number): Uint8Array | null;
  number(id: number): number | null;
  date(id: number): Date | null;
}

export interface MapiAttachment {
  properties: MapiProperties;
  /** The file; null where the attachment holds none. Throws where it cannot be read. */
  bytes(): Uint8Array | null;
  /** The message attached; null where it is none. Throws where it cannot be read. */
  message(): MapiMessage | null;
}

/** A message, meeting, contact or note as Outlook keeps it, whatever file it lies in. */
export interface MapiMessage {
  properties: MapiProperties;
  recipients: MapiProperties[];
  attachments: MapiAttachment[];
  /** Of meetings: when and where. */
  event: { start: Date | null; end: Date | null; location: string };
}

/** Of what is no meeting. */
export const NO_EVENT: MapiMessage['event'] = { start: null, end: null, location: '' };

/** A moment as Outlook keeps it, in UTC: `2015-01-06T11:52:09+00:00`. */
export function utcText(date: Date): string {
  return `${date.toISOString().slice(0, 19)}+00:00`;
}
