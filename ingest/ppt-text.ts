import { decodeCodePage } from './code-pages.ts';

/** Types of records (MS-PPT, section 2.13.24). */
const SLIDE = 0x03ee;
const NOTES = 0x03f0;
const LIST = 0x0ff0;
const TEXT_WIDE = 0x0fa0;
const TEXT_NARROW = 0x0fa8;
/** The instance of a list that holds the master slides' prompts. */
const MASTERS = 1;
const HEADER_BYTES = 8;
const CONTAINER = 0x0f;
const WINDOWS_LATIN = 1252;
const MAX_DEPTH = 64;

function clean(text: string): string {
  return text
    .replace(/[\r\v]/g, '\n')
    .replaceAll('\0', '')
    .trim();
}

/**
 * The words of an old presentation's main stream: of its slides, notes and outline, in the order in which they were saved,
 * without the masters' prompts. Text that a later save repeats stands once. A stream that breaks off gives what stands before.
 */
export function pptText(stream: Buffer): string {
  const texts = new Set<string>();
  const walk = (start: number, end: number, shown: boolean, depth: number): void => {
    for (let at = start; at + HEADER_BYTES <= end; ) {
      const version = stream.readUInt16LE(at);
      const type = stream.readUInt16LE(at + 2);
      const next = at + HEADER_BYTES + stream.readUInt32LE(at + 4);
      const stop = Math.min(next, end);
      const content = stream.subarray(at + HEADER_BYTES, stop);
      if (shown && type === TEXT_WIDE) texts.add(clean(content.toString('utf16le')));
      else if (shown && type === TEXT_NARROW) texts.add(clean(decodeCodePage(content, WINDOWS_LATIN)));
      else if ((version & 0x0f) === CONTAINER && depth < MAX_DEPTH) {
        const opens = type === SLIDE || type === NOTES || (type === LIST && version >> 4 !== MASTERS);
        walk(at + HEADER_BYTES, stop, shown || opens, depth + 1);
      }
      at = next;
    }
  };
  walk(0, stream.length, false, 0);
  texts.delete('');
  return [...texts].join('\n\n');
}
