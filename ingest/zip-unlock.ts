import { createCipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { crc32, inflateRawSync } from 'node:zlib';
import type { Entry } from 'yauzl';

const DEFLATED = 8;
/** The method that says that an entry is encrypted by AES, and the extra field with the true one (WinZip AE-1, AE-2). */
const AES = 99;
const AES_FIELD = 0x9901;
/** The traditional header: twelve bytes, of which the last is known beforehand (APPNOTE 6.1). */
const HEADER_BYTES = 12;
/** Bit 3 of the flags: the checksum was not known when the header was written; the time stands in its place. */
const LATE_CHECKSUM = 8;
const ITERATIONS = 1000;
const CHECK_BYTES = 2;
const CODE_BYTES = 10;
const BLOCK = 16;
/** Blocks of key stream made at once. */
const STRETCH = 4096;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function nextCrc(value: number, byte: number): number {
  return (TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
}

/** The traditional cipher's three keys (APPNOTE 6.1). */
class TraditionalKeys {
  private first = 0x12345678;
  private second = 0x23456789;
  private third = 0x34567890;

  constructor(password: Buffer) {
    for (const byte of password) this.update(byte);
  }

  decrypt(byte: number): number {
    const mixed = (this.third | 2) & 0xffff;
    const plain = byte ^ ((Math.imul(mixed, mixed ^ 1) >>> 8) & 0xff);
    this.update(plain);
    return plain;
  }

  private update(byte: number): void {
    this.first = nextCrc(this.first, byte);
    this.second = (Math.imul(this.second + (this.first & 0xff), 134775813) + 1) | 0;
    this.third = nextCrc(this.third, this.second >>> 24);
  }
}

function decryptTraditional(raw: Buffer, entry: Entry, password: Buffer): Buffer | null {
  const keys = new TraditionalKeys(password);
  const plain = Buffer.alloc(raw.length);
  for (let at = 0; at < plain.length; at += 1) plain[at] = keys.decrypt(raw[at] ?? 0);
  const late = (entry.generalPurposeBitFlag & LATE_CHECKSUM) !== 0;
  const known = late ? (entry.lastModFileTime >>> 8) & 0xff : entry.crc32 >>> 24;
  return plain[HEADER_BYTES - 1] === known ? plain.subarray(HEADER_BYTES) : null;
}

interface AesField {
  version: number;
  keyBytes: number;
  method: number;
}

function aesField({ extraFields }: Entry): AesField | null {
  const data = extraFields.find(({ id }) => id === AES_FIELD)?.data;
  if (data === undefined || data.length < 7) return null;
  const keyBytes = [16, 24, 32][data.readUInt8(4) - 1];
  return keyBytes === undefined
    ? null
    : { version: data.readUInt16LE(0), keyBytes, method: data.readUInt16LE(5) };
}

/** AES in counter mode with the counter's low byte first, which the platform's own counter mode is not. */
function decryptCounter(data: Buffer, key: Buffer): Buffer {
  const cipher = createCipheriv(`aes-${key.length * 8}-ecb`, key, null).setAutoPadding(false);
  const plain = Buffer.alloc(data.length);
  for (let start = 0; start < data.length; start += STRETCH * BLOCK) {
    const blocks = Math.min(STRETCH, Math.ceil((data.length - start) / BLOCK));
    const counters = Buffer.alloc(blocks * BLOCK);
    for (let block = 0; block < blocks; block += 1)
      counters.writeBigUInt64LE(BigInt(start / BLOCK + block + 1), block * BLOCK);
    const stream = cipher.update(counters);
    for (let at = 0; at < stream.length && start + at < data.length; at += 1)
      plain[start + at] = (data[start + at] ?? 0) ^ (stream[at] ?? 0);
  }
  return plain;
}

function decryptAes(raw: Buffer, { keyBytes }: AesField, password: Buffer): Buffer | null {
  const salt = raw.subarray(0, keyBytes / 2);
  const check = raw.subarray(salt.length, salt.length + CHECK_BYTES);
  const data = raw.subarray(salt.length + CHECK_BYTES, -CODE_BYTES);
  const keys = pbkdf2Sync(password, salt, ITERATIONS, 2 * keyBytes + CHECK_BYTES, 'sha1');
  if (!keys.subarray(2 * keyBytes).equals(check)) return null;
  const code = createHmac('sha1', keys.subarray(keyBytes, 2 * keyBytes))
    .update(data)
    .digest();
  const stated = raw.subarray(-CODE_BYTES);
  if (stated.length !== CODE_BYTES || !timingSafeEqual(code.subarray(0, CODE_BYTES), stated)) return null;
  return decryptCounter(data, keys.subarray(0, keyBytes));
}

/**
 * Opens an entry locked by the traditional cipher or by AES with the first of the passwords that fits; null where none does.
 * @param raw the entry as it stands in the zip
 */
export function unlockEntry(raw: Buffer, entry: Entry, passwords: readonly string[]): Buffer | null {
  const field = entry.compressionMethod === AES ? aesField(entry) : null;
  if (entry.compressionMethod === AES && field === null) return null;
  for (const password of passwords) {
    const key = Buffer.from(password, 'utf8');
    const packed = field === null ? decryptTraditional(raw, entry, key) : decryptAes(raw, field, key);
    const plain = packed === null ? null : unpack(packed, field?.method ?? entry.compressionMethod, entry);
    // The second form of AES leaves the checksum out: its code has proved the content.
    const proved = field?.version === 2 || (plain !== null && crc32(plain) === entry.crc32);
    if (plain !== null && proved) return plain;
  }
  return null;
}

function unpack(packed: Buffer, method: number, { uncompressedSize }: Entry): Buffer | null {
  if (method !== DEFLATED) return method === 0 ? packed : null;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, uncompressedSize) });
  } catch {
    // A wrong password that passed the check of one byte.
    return null;
  }
}
