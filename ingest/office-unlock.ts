import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';
import { Parser } from 'htmlparser2';

/** How an office document is locked (MS-OFFCRYPTO, sections 2.3.4.5 to 2.3.4.15). */
const AGILE = 4;
const AGILE_MINOR = 4;
const AGILE_XML_AT = 8;
/** Keys of the steps of agile encryption (section 2.3.4.13). */
const STEP = {
  input: Buffer.from('fea7d2763b4b9e79', 'hex'),
  value: Buffer.from('d7aa0f6d3061344e', 'hex'),
  key: Buffer.from('146e0be7abacd0d6', 'hex'),
};
const SEGMENT = 4096;
const SIZE_BYTES = 8;
const FILLER = 0x36;
/** The rounds of standard encryption, and the most that a file may ask for: each costs a hash. */
const STANDARD_ROUNDS = 50_000;
const MAX_ROUNDS = 1_000_000;
const SHA1_BYTES = 20;

function hash(name: string, ...parts: Buffer[]): Buffer {
  return createHash(name.toLowerCase().replace('-', '')).update(Buffer.concat(parts)).digest();
}

function little(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function fitted(bytes: Buffer, length: number): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(Math.max(0, length - bytes.length), FILLER)]).subarray(0, length);
}

function rounds(name: string, salt: Buffer, password: string, count: number): Buffer {
  if (!(count >= 0 && count <= MAX_ROUNDS)) throw new RangeError('too many rounds');
  let value = hash(name, salt, Buffer.from(password, 'utf16le'));
  for (let round = 0; round < count; round += 1) value = hash(name, little(round), value);
  return value;
}

function decrypt(data: Buffer, key: Buffer, iv: Buffer | null): Buffer {
  const cipher = createDecipheriv(`aes-${key.length * 8}-${iv === null ? 'ecb' : 'cbc'}`, key, iv);
  const whole = data.subarray(0, data.length - (data.length % 16));
  return cipher.setAutoPadding(false).update(whole);
}

type Attributes = Record<string, string>;

/** The attributes of the two elements that matter: of the data, and of the key that a password locks. */
function agileSettings(xml: string): { data: Attributes; key: Attributes } {
  const found: { data: Attributes; key: Attributes } = { data: {}, key: {} };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'keyData') found.data = attributes;
        else if (name.endsWith(':encryptedKey')) found.key = attributes;
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return found;
}

function base64(attributes: Attributes, name: string): Buffer {
  return Buffer.from(attributes[name] ?? '', 'base64');
}

function unlockAgile(info: Buffer, content: Buffer, password: string): Buffer | null {
  const { data, key } = agileSettings(info.subarray(AGILE_XML_AT).toString('utf8'));
  const name = key.hashAlgorithm ?? '';
  const salt = base64(key, 'saltValue');
  const keyBytes = Number(key.keyBits) / 8;
  const spun = rounds(name, salt, password, Number(key.spinCount));
  const open = (step: Buffer, attribute: string) =>
    decrypt(
      base64(key, attribute),
      fitted(hash(name, spun, step), keyBytes),
      fitted(salt, Number(key.blockSize)),
    );
  const input = open(STEP.input, 'encryptedVerifierHashInput').subarray(0, Number(key.saltSize));
  const expected = hash(name, input);
  const stated = open(STEP.value, 'encryptedVerifierHashValue').subarray(0, expected.length);
  if (stated.length !== expected.length || !timingSafeEqual(stated, expected)) return null;
  const secret = open(STEP.key, 'encryptedKeyValue').subarray(0, keyBytes);
  const dataSalt = base64(data, 'saltValue');
  const pieces: Buffer[] = [];
  for (let at = 0; at < content.length; at += SEGMENT) {
    const iv = hash(data.hashAlgorithm ?? '', dataSalt, little(at / SEGMENT));
    pieces.push(decrypt(content.subarray(at, at + SEGMENT), secret, fitted(iv, Number(data.blockSize))));
  }
  return Buffer.concat(pieces);
}

function unlockStandard(info: Buffer, content: Buffer, password: string): Buffer | null {
  const header = info.readUInt32LE(8);
  const keyBytes = info.readUInt32LE(12 + 16) / 8;
  const verifier = 12 + header;
  const salt = info.subarray(verifier + 4, verifier + 20);
  const spun = hash('sha1', rounds('sha1', salt, password, STANDARD_ROUNDS), little(0));
  const half = (mark: number) =>
    hash('sha1', Buffer.from(Buffer.alloc(64, mark).map((byte, index) => byte ^ (spun[index] ?? 0))));
  const key = Buffer.concat([half(FILLER), half(0x5c)]).subarray(0, keyBytes);
  const expected = hash('sha1', decrypt(info.subarray(verifier + 20, verifier + 36), key, null));
  const stated = decrypt(info.subarray(verifier + 40, verifier + 72), key, null).subarray(0, SHA1_BYTES);
  if (stated.length !== SHA1_BYTES || !timingSafeEqual(stated, expected)) return null;
  return decrypt(content, key, null);
}

/**
 * Opens a locked office document with a password; null where it does not fit.
 * @param info the stream that says how it is locked
 * @param packed the stream with the document
 * @throws where it is locked in a way that is not known
 */
export function unlockOffice(info: Buffer, packed: Buffer, password: string): Buffer | null {
  const agile = info.readUInt16LE(0) === AGILE && info.readUInt16LE(2) === AGILE_MINOR;
  const content = packed.subarray(SIZE_BYTES);
  const plain = agile ? unlockAgile(info, content, password) : unlockStandard(info, content, password);
  return plain?.subarray(0, Number(packed.readBigUInt64LE(0))) ?? null;
}
