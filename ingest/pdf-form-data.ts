import type { PdfiumCalls } from './pdfium-engine.ts';
import { withScratch } from './pdfium-memory.ts';

/** A form that only its own program can draw: its pages say "please wait", its values stand in a packet of XML. */
const DYNAMIC = 2;
const VALUES = 'datasets';
/** Longest packet that is looked at, in bytes: filled forms have some hundred kilobytes. */
const MAX_PACKET = 16 * 1024 * 1024;
/** Longest name of a packet that is looked at, in bytes. */
const NAME = 64;

function packetName(calls: PdfiumCalls, doc: number, index: number): string {
  const buffer = calls.wasmExports.malloc(NAME);
  if (buffer === 0) return '';
  try {
    const length = calls._FPDF_GetXFAPacketName(doc, index, buffer, NAME);
    return Buffer.from(calls.HEAPU8.slice(buffer, buffer + Math.max(0, Math.min(length, NAME) - 1))).toString(
      'utf8',
    );
  } finally {
    calls.wasmExports.free(buffer);
  }
}

function packetContent(calls: PdfiumCalls, doc: number, index: number): string {
  return withScratch(calls, (scratch) => {
    if (calls._FPDF_GetXFAPacketContent(doc, index, 0, 0, scratch.at(0)) === 0) return '';
    const length = (scratch.ints(1)[0] ?? 0) >>> 0;
    const buffer = length > 0 && length <= MAX_PACKET ? calls.wasmExports.malloc(length) : 0;
    if (buffer === 0) return '';
    try {
      calls._FPDF_GetXFAPacketContent(doc, index, buffer, length, scratch.at(0));
      return Buffer.from(calls.HEAPU8.slice(buffer, buffer + length)).toString('utf8');
    } finally {
      calls.wasmExports.free(buffer);
    }
  });
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi,
    (whole: string, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** Fields of the XML that have a value, a line each: `Officer: Pat Rowe`. Nothing outside the text is loaded. */
export function formLines(xml: string): string[] {
  return [...xml.matchAll(/<(?:[\w-]+:)?([\w.-]+)(?:\s[^<>]*)?>([^<>]+)<\//g)]
    .map(([, name = '', value = '']) => ({ name, value: decode(value).replace(/\s+/g, ' ').trim() }))
    .filter(({ value }) => value !== '')
    .map(({ name, value }) => `${name}: ${value}`);
}

/** What was filled into a form whose pages do not show it; empty for any other file. */
export function readFormData(calls: PdfiumCalls, doc: number): string[] {
  if (calls._FPDF_GetFormType(doc) !== DYNAMIC) return [];
  const count = calls._FPDF_GetXFAPacketCount(doc);
  for (let index = 0; index < count; index += 1) {
    if (packetName(calls, doc, index) === VALUES) return formLines(packetContent(calls, doc, index));
  }
  return [];
}
