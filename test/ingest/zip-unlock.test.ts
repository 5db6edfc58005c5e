import { createCipheriv, createHmac, pbkdf2Sync } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { buildZip, type ZipEntry } from './build-zip.ts';
import { codes, ingestBytes } from './ingest-bytes.ts';

const PASSWORD = 'open sesame';
const WORDS = 'words that are locked, and words again, and words again';
/** Made by Info-ZIP: `a.txt` locked by the traditional cipher, `b.txt` open. */
const TRADITIONAL = Buffer.from(
  'UEsDBBQACQAIAE6zeV2dIZ6RMwAAADcAAAAFAAAAYS50eHQe0D4OjKMDsT/g81PEeZ2EghIvhy6npVaSJXPsiR4LC77ZVbp1MziOF0lrLq5qiOHWVflQSwcI' +
    'nSGekTMAAAA3AAAAUEsDBAoAAAAAAE6zeV2egbTACgAAAAoAAAAFAAAAYi50eHRvcGVuIHdvcmRzUEsBAh4DFAAJAAgATrN5XZ0hnpEzAAAANwAAAAUAAA' +
    'AAAAAAAQAAAKSBAAAAAGEudHh0UEsBAh4DCgAAAAAATrN5XZ6BtMAKAAAACgAAAAUAAAAAAAAAAQAAAKSBZgAAAGIudHh0UEsFBgAAAAACAAIAZgAAAJMA' +
    'AAAAAA==',
  'base64',
);

/** An entry locked by AES with 128 to 256 bits (WinZip AE-2). */
function aesEntry(name: string, content: string, keyBytes: 16 | 24 | 32): ZipEntry {
  const packed = deflateRawSync(content);
  const salt = Buffer.alloc(keyBytes / 2, 7);
  const keys = pbkdf2Sync(PASSWORD, salt, 1000, 2 * keyBytes + 2, 'sha1');
  const blocks: Buffer[] = [];
  for (let at = 0; at < packed.length; at += 16) {
    // The counter of a block in the platform's order of bytes.
    const counter = Buffer.alloc(16);
    counter.writeUInt32LE(at / 16 + 1);
    const cipher = createCipheriv(`aes-${keyBytes * 8}-ctr`, keys.subarray(0, keyBytes), counter);
    blocks.push(cipher.update(packed.subarray(at, at + 16)));
  }
  const locked = Buffer.concat(blocks);
  const code = createHmac('sha1', keys.subarray(keyBytes, 2 * keyBytes))
    .update(locked)
    .digest()
    .subarray(0, 10);
  const data = Buffer.concat([salt, keys.subarray(2 * keyBytes), locked, code]);
  const extra = Buffer.from([0x01, 0x99, 7, 0, 2, 0, 0x41, 0x45, keyBytes / 8 - 1, 8, 0]);
  return { name, content, flags: 1, method: 99, raw: { data, extra } };
}

const LOCKED: [string, Buffer][] = [
  ['the traditional cipher', TRADITIONAL],
  ['AES of 128 bits', buildZip([aesEntry('a.txt', WORDS, 16), { name: 'b.txt', content: 'open words' }])],
  ['AES of 192 bits', buildZip([aesEntry('a.txt', WORDS, 24), { name: 'b.txt', content: 'open words' }])],
  ['AES of 256 bits', buildZip([aesEntry('a.txt', WORDS, 32), { name: 'b.txt', content: 'open words' }])],
];

test.each(LOCKED)('an entry locked by %s is opened with the password that fits', async (_, zip) => {
  const { file, children } = await ingestBytes(zip, { passwords: ['wrong', PASSWORD] });
  expect(file).toMatchObject({ status: 'read', items_expected: 2, items_emitted: 2, issues: [] });
  expect(children.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()])).toEqual([
    ['file.bin!/a.txt', WORDS],
    ['file.bin!/b.txt', 'open words'],
  ]);
});

test.each(LOCKED)(
  'an entry locked by %s is named where no password fits, and the others are read',
  async (_, zip) => {
    for (const passwords of [[], ['wrong', 'Open Sesame']]) {
      const { file, children } = await ingestBytes(zip, { passwords });
      expect(file).toMatchObject({ status: 'partial', items_expected: 2, items_failed: 1 });
      expect(codes(file)).toEqual(['encrypted']);
      expect(children.map(({ path }) => path)).toEqual(['file.bin!/b.txt']);
    }
  },
);

test('a locked entry that was changed is not handed on', async () => {
  const zip = buildZip([aesEntry('a.txt', WORDS, 32)]);
  const at = zip.indexOf('a.txt') + 5 + 11 + 20;
  zip[at] = (zip[at] ?? 0) ^ 1;
  const { file, children } = await ingestBytes(zip, { passwords: [PASSWORD] });
  expect(codes(file)).toEqual(['encrypted']);
  expect(children).toEqual([]);
});

test('a locked entry that unpacks to more than it says is not handed on', async () => {
  const entry = aesEntry('a.txt', 'x'.repeat(1_000_000), 32);
  const { children } = await ingestBytes(buildZip([{ ...entry, size: 100 }]), { passwords: [PASSWORD] });
  expect(children).toEqual([]);
});
