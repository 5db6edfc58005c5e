import { decodeCodePage } from './code-pages.ts';
import { mailBody } from './mail-body.ts';
import type { MapiMessage } from './mapi.ts';
import { MAPI, type MapiProperties, utcText } from './mapi.ts';
import { unpackRtf } from './rtf-compressed.ts';
import { type RtfText, readRtf } from './rtf-text.ts';

/** Where a message states no code page for its web part. */
const UTF8_PAGE = 65001;

/** Thrown where the one form of the body a message has cannot be read. */
export class BrokenBody extends Error {}

function webPart(properties: MapiProperties): string {
  const bytes = properties.bytes(MAPI.html);
  if (bytes === null || bytes.length === 0) return properties.text(MAPI.html);
  return decodeCodePage(bytes, properties.number(MAPI.codePage) ?? UTF8_PAGE);
}

function richPart(properties: MapiProperties): RtfText | null {
  const packed = properties.bytes(MAPI.rtf);
  return packed === null || packed.length === 0 ? null : readRtf(unpackRtf(packed));
}

function eventLines({ event, properties }: MapiMessage): string {
  const lines = [
    event.start === null ? '' : `Start: ${utcText(event.start)}`,
    event.end === null ? '' : `End: ${utcText(event.end)}`,
    event.location === '' ? '' : `Location: ${event.location}`,
  ].filter((line) => line !== '');
  return lines.length > 0 ? [`Subject: ${properties.text(MAPI.subject)}`, ...lines].join('\n') : '';
}

/**
 * The words of an Outlook message: its plain and web part, and its rich text where it has no other.
 * @throws BrokenBody where the only form it has is damaged
 */
export function mapiBody(message: MapiMessage): string {
  const { properties } = message;
  const plain = properties.text(MAPI.body);
  const web = webPart(properties);
  let rich: RtfText | null = null;
  if (plain.trim() === '' && web === '') {
    try {
      rich = richPart(properties);
    } catch {
      throw new BrokenBody();
    }
  }
  const body = mailBody({
    text: rich !== null && !rich.html ? rich.text : plain,
    html: rich?.html ? rich.text : web,
  });
  return [eventLines(message), body].filter((text) => text !== '').join('\n\n');
}
