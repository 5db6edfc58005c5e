import chardet from 'chardet';
import iconv from 'iconv-lite';

export interface Encoding {
  /** A name that iconv-lite knows. */
  name: string;
  /** Found by the frequency of bytes and not by a mark or by being valid UTF-8. */
  guessed: boolean;
}

const MARKS: [string, number[]][] = [
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** Share of NUL bytes on one side of the pairs from which on a file without a mark is UTF-16. */
const NUL_SHARE = 0.3;
/** A text may hold a stray control byte, a binary file holds many: the share of bytes that separates them. */
const CONTROL_SHARE = 0.02;
/** How sure (0–100) the frequency count must be to overrule the encoding that Windows mail and office programs write. */
const SURE = 60;
const DEFAULT_EIGHT_BIT = 'windows-1252';

function hasMark(bytes: Uint8Array, mark: number[]): boolean {
  return mark.every((value, index) => bytes[index] === value);
}

function nulShares(bytes: Uint8Array): { even: number; odd: number } {
  const pairs = Math.max(1, Math.floor(bytes.length / 2));
  let even = 0;
  let odd = 0;
  for (let index = 0; index < pairs * 2 && index < bytes.length; index += 1) {
    if (bytes[index] !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  return { even: even / pairs, odd: odd / pairs };
}

function isControl(byte: number): boolean {
  return byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1b].includes(byte);
}

function isValidUtf8(bytes: Uint8Array, cut: boolean): boolean {
  try {
    // `stream` forgives a character that the end of the sample cuts in two.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut });
    return true;
  } catch {
    return false;
  }
}

function guessEightBit(bytes: Uint8Array): string {
  const best = chardet.analyse(bytes)[0];
  if (!best || best.confidence < SURE || best.name.startsWith('ISO-8859-1')) return DEFAULT_EIGHT_BIT;
  return iconv.encodingExists(best.name) ? best.name.toLowerCase() : DEFAULT_EIGHT_BIT;
}

/**
 * The encoding of a text from its first bytes; null where they are not text.
 * @param cut the bytes are the beginning of something longer
 */
export function detectEncoding(bytes: Uint8Array, cut: boolean): Encoding | null {
  const mark = MARKS.find(([, values]) => hasMark(bytes, values));
  if (mark) return { name: mark[0], guessed: false };
  const { even, odd } = nulShares(bytes);
  if (odd > NUL_SHARE && even < 0.05) return { name: 'utf-16le', guessed: true };
  if (even > NUL_SHARE && odd < 0.05) return { name: 'utf-16be', guessed: true };
  if (even + odd > 0) return null;
  const controls = bytes.reduce((sum, byte) => sum + (isControl(byte) ? 1 : 0), 0);
  if (controls > CONTROL_SHARE * bytes.length) return null;
  if (isValidUtf8(bytes, cut)) return { name: 'utf-8', guessed: false };
  return { name: guessEightBit(bytes), guessed: true };
}

/** Bytes as text, without a byte order mark and with `\n` at line ends. */
export function decodeText(bytes: Uint8Array, encoding: string): string {
  return iconv
    .decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding)
    .replace(/\r\n?/g, '\n');
}
