import { createCipheriv, createHash } from 'node:crypto';
import { buildOle } from './build-ole.ts';

const SALT = Buffer.alloc(16, 3);

function hash(name: string, ...parts: Buffer[]): Buffer {
  return createHash(name).update(Buffer.concat(parts)).digest();
}

function long(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function encrypt(data: Buffer, key: Buffer, iv: Buffer | null): Buffer {
  const filled = Buffer.concat([data, Buffer.alloc((16 - (data.length % 16)) % 16)]);
  const cipher = createCipheriv(`aes-${key.length * 8}-${iv ? 'cbc' : 'ecb'}`, key, iv).setAutoPadding(false);
  return cipher.update(filled);
}

function spin(name: string, password: string, count: number): Buffer {
  let value = hash(name, SALT, Buffer.from(password, 'utf16le'));
  for (let round = 0; round < count; round += 1) value = hash(name, long(round), value);
  return value;
}

function packed(document: Buffer, content: Buffer): Buffer {
  const size = Buffer.alloc(8);
  size.writeBigUInt64LE(BigInt(document.length));
  return Buffer.concat([size, content]);
}

/** A document locked as Office 2010 and later do (MS-OFFCRYPTO, agile encryption). */
export function lockAgile(document: Buffer, password: string, rounds = 1000): Buffer {
  const secret = Buffer.alloc(32, 9);
  const spun = spin('sha512', password, Math.min(rounds, 1000));
  const stepKey = (step: string) => hash('sha512', spun, Buffer.from(step, 'hex')).subarray(0, 32);
  const input = Buffer.alloc(16, 5);
  const value = (step: string, data: Buffer) => encrypt(data, stepKey(step), SALT).toString('base64');
  const common = `saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512" saltValue="${SALT.toString('base64')}"`;
  const xml =
    `<?xml version="1.0"?><encryption><keyData ${common}/><keyEncryptors><keyEncryptor><p:encryptedKey spinCount="${rounds}" ${common} ` +
    `encryptedVerifierHashInput="${value('fea7d2763b4b9e79', input)}" ` +
    `encryptedVerifierHashValue="${value('d7aa0f6d3061344e', hash('sha512', input))}" ` +
    `encryptedKeyValue="${value('146e0be7abacd0d6', secret)}"/></keyEncryptor></keyEncryptors></encryption>`;
  const pieces: Buffer[] = [];
  for (let at = 0; at < document.length; at += 4096) {
    const iv = hash('sha512', SALT, long(at / 4096)).subarray(0, 16);
    pieces.push(encrypt(document.subarray(at, at + 4096), secret, iv));
  }
  const info = Buffer.concat([Buffer.from('0400040040000000', 'hex'), Buffer.from(xml)]);
  return buildOle({ EncryptionInfo: info, EncryptedPackage: packed(document, Buffer.concat(pieces)) });
}

/** A document locked as Office 2007 does (standard encryption). */
export function lockStandard(document: Buffer, password: string): Buffer {
  const spun = hash('sha1', spin('sha1', password, 50_000), long(0));
  const half = (mark: number) =>
    hash('sha1', Buffer.alloc(64, mark).map((byte, index) => byte ^ (spun[index] ?? 0)) as Buffer);
  const key = Buffer.concat([half(0x36), half(0x5c)]).subarray(0, 16);
  const verifier = Buffer.alloc(16, 5);
  const header = Buffer.concat([
    long(0x24),
    long(0),
    long(0x660e),
    long(0x8004),
    long(128),
    long(0x18),
    long(0),
    long(0),
  ]);
  const info = Buffer.concat([
    Buffer.from('0300020024000000', 'hex'),
    long(header.length),
    header,
    long(16),
    SALT,
    encrypt(verifier, key, null),
    long(20),
    encrypt(hash('sha1', verifier), key, null),
  ]);
  return buildOle({ EncryptionInfo: info, EncryptedPackage: packed(document, encrypt(document, key, null)) });
}
