import { open } from 'node:fs/promises';
import { decodeText, detectEncoding } from './detect-encoding.ts';
import { datEncoding, isOpticon } from './detect-load-file.ts';
import { looksLikeEmlx, looksLikeMbox, looksLikeMessage } from './detect-mail.ts';
import { detectTable } from './detect-table.ts';
import { detectZip } from './detect-zip.ts';
import type { Format, FormatKind } from './format.ts';
import { formatKind } from './format-kinds.ts';
import { formatName } from './format-names.ts';
import { isLoadFile } from './load-file-columns.ts';
import { LOAD_FILE, OPTICON } from './load-file-types.ts';

/** Bytes from the beginning that the rules look at. */
const HEAD_BYTES = 256 * 1024;
/** Readers accept junk in front of the header; so do we (Adobe, implementation notes to ISO 32000). */
const PDF_HEADER_WITHIN = 1024;
/** A compound file's names are looked for in this many bytes. */
const COMPOUND_BYTES = 16 * 1024 * 1024;

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const READ_AS_DOCX = [
  DOCX,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.template',
  'application/vnd.ms-word.document.macroenabled.12',
  'application/vnd.ms-word.template.macroenabled.12',
];

/** Formats whose beginning is text of a fixed form. */
const TEXT_FORMS: [RegExp, string][] = [
  [/^\{\\rtf/, 'application/rtf'],
  [/^%!PS/, 'application/postscript'],
  [/^BEGIN:VCALENDAR/i, 'text/calendar'],
  [/^BEGIN:VCARD/i, 'text/vcard'],
  [/^-----BEGIN (?:PKCS7|CMS)-----/, 'application/pkcs7-mime'],
];
const HTML = /<(?:!doctype\s+html|html|head|body|table|div|p|meta|title|font|span)[\s>]/i;

/** Streams of a compound file that tell what it is, in the order in which they decide. */
const COMPOUND_STREAMS: [string, string][] = [
  ['EncryptedPackage', 'application/encrypted'],
  ['__properties_version1.0', 'application/vnd.ms-outlook'],
  ['WordDocument', 'application/msword'],
  ['PowerPoint Document', 'application/vnd.ms-powerpoint'],
  ['Workbook', 'application/vnd.ms-excel'],
  ['Book', 'application/vnd.ms-excel'],
];

/** Signatures that the library does not know or names otherwise. */
const SIGNATURES: [number[], string][] = [
  [[0x21, 0x42, 0x44, 0x4e], 'application/vnd.ms-outlook-pst'],
  [[0x78, 0x9f, 0x3e, 0x22], 'application/vnd.ms-tnef'],
];
/** DER of a CMS ContentInfo (RFC 5652): its object identifier 1.2.840.113549.1.7, and the last number of enveloped data. */
const CMS_OID = Buffer.from([0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07]);
const CMS_ENVELOPED = 3;
/** Bytes in front of the identifier: the tag and length of the outer sequence. */
const CMS_OID_WITHIN = 32;

const SAME_AS: Record<string, string> = {
  'application/x-rar-compressed': 'application/vnd.rar',
  'application/xml': 'text/xml',
};
/** Zips under another name that hold nothing but files. */
const READ_AS_ZIP = ['application/zip', 'application/java-archive', 'application/x-xpinstall'];

function format(kind: FormatKind, mediaType: string, name: string): Format {
  return { kind, media_type: mediaType, name };
}

function named(mediaType: string): Format {
  return format(formatKind(mediaType), mediaType, formatName(mediaType));
}

async function readHead(location: string, length: number): Promise<Buffer> {
  const file = await open(location);
  try {
    const head = Buffer.alloc(length);
    const { bytesRead } = await file.read(head, 0, length, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function detectMailFile(head: Buffer): Format | null {
  const text = head.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '');
  if (looksLikeMbox(text)) return format('mbox', 'application/mbox', 'a mailbox (mbox)');
  if (looksLikeEmlx(text)) return format('emlx', 'message/x-emlx', 'an Apple Mail message');
  if (looksLikeMessage(text)) return format('eml', 'message/rfc822', 'an e-mail message');
  return null;
}

function detectText(text: string, cut: boolean): Format {
  const start = text.trimStart();
  const form = TEXT_FORMS.find(([shape]) => shape.test(start));
  if (form) return named(form[1]);
  if (start.startsWith('<') && HTML.test(start.slice(0, 4096)))
    return format('html', 'text/html', 'a web page');
  if (start.startsWith('<?xml')) return named('text/xml');
  if (isOpticon(start)) return format('opticon', OPTICON, 'a list of page images (OPT)');
  const table = detectTable(text, cut);
  if (table && isLoadFile(table.headings)) return format('load-file', LOAD_FILE, 'a load file');
  if (table) return format('csv', 'text/csv', 'a table');
  return format('text', 'text/plain', 'a plain text');
}

async function detectCompound(location: string): Promise<Format> {
  const bytes = await readHead(location, COMPOUND_BYTES);
  const stream = COMPOUND_STREAMS.find(([name]) => bytes.includes(Buffer.from(`${name}\0`, 'utf16le')));
  return named(stream?.[1] ?? 'application/x-cfb');
}

function detectCms(contentType: number): Format {
  const locked = contentType === CMS_ENVELOPED;
  const name = locked ? 'an encrypted message (S/MIME)' : 'a signed message or a signature (S/MIME)';
  return { ...format('cms', 'application/pkcs7-mime', name), locked };
}

function detectedAs(mediaType: string): Format {
  return READ_AS_DOCX.includes(mediaType)
    ? format('docx', mediaType, 'a Word document (.docx)')
    : named(mediaType);
}

async function detectBinary(location: string, head: Buffer): Promise<Format> {
  const signature = SIGNATURES.find(([bytes]) => bytes.every((byte, index) => head[index] === byte));
  if (signature) return named(signature[1]);
  const oid = head[0] === 0x30 ? head.subarray(0, CMS_OID_WITHIN).indexOf(CMS_OID) : -1;
  if (oid > 0) return detectCms(head[oid + CMS_OID.length] ?? 0);
  const { fileTypeFromFile } = await import('file-type');
  const found = (await fileTypeFromFile(location).catch(() => undefined))?.mime;
  if (found === undefined) return format('none', 'application/octet-stream', 'a file of an unknown kind');
  if (found === 'application/x-cfb') return detectCompound(location);
  const office = READ_AS_ZIP.includes(found) ? await detectZip(location) : null;
  if (office !== null) return detectedAs(office);
  if (READ_AS_ZIP.includes(found)) return format('zip', 'application/zip', 'a zip archive');
  return detectedAs(SAME_AS[found] ?? found);
}

/** What a file is, from its bytes alone; its name may say anything. Throws where the file cannot be opened. */
export async function detectFormat(location: string): Promise<Format> {
  const head = await readHead(location, HEAD_BYTES);
  const cut = head.length === HEAD_BYTES;
  if (head.length === 0) return format('empty', 'application/x-empty', 'an empty file');
  if (head.subarray(0, PDF_HEADER_WITHIN).includes('%PDF-')) {
    return format('pdf', 'application/pdf', 'a PDF');
  }
  const mail = detectMailFile(head);
  if (mail) return mail;
  const dat = datEncoding(head);
  if (dat !== null) return { ...format('load-file', LOAD_FILE, 'a load file (DAT)'), encoding: dat };
  const encoding = detectEncoding(head, cut);
  if (!encoding) return detectBinary(location, head);
  const text = detectText(decodeText(head, encoding.name), cut);
  return { ...text, encoding: encoding.name, guessed: encoding.guessed };
}
