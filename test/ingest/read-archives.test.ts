import { gzipSync } from 'node:zlib';
import { type ArchiveFile, buildRar, buildSevenZip, buildTar } from './build-archives.ts';
import { buildZip } from './build-zip.ts';
import { codes, type Ingested, ingestBytes } from './ingest-bytes.ts';

const MAIL: ArchiveFile = { name: 'mail/a.eml', content: 'From: a@x.example\nSubject: x\n\ny' };
const NOTE: ArchiveFile = { name: 'b.txt', content: 'words' };
/** A tar of `mail/a.eml` and `b.txt`, packed by bzip2 and by xz, which this platform only unpacks. */
const PACKED = {
  bzip2:
    'QlpoOTFBWSZTWZtxUl8AAJ//hMuQACBAA/+VRSIJCH623uAABAgIIACSDVEZGmNTRjQBoEwAmNqCSVPTSaADT0gNDQMgNGh+q9YRzDWMAFcaSESy1kC8E02' +
    'MvlwQhgNdnbM9bE6l9UNJdBSDAjpS4RuiGohRFAeTxTyEb1bNqPf12K4rIwYC31U202CTNXN/4x0VOKjcJTqbyYmO48bkdh0HJYfEkESEGZUICigHQu5Ip' +
    'woSE24qS+A=',
  xz:
    '/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4Cf/AKldADaYSXJZ4deS94XUVbsrRo9UDhghivhBinWyzcT+puX9iX1qW26EyaSowCV4q6r+Tj/eZRun4HEO3c7' +
    'QP+rljaJgzXWPWUdo+hVGJvTd8lQAIpupiZ1JmamheQIxys/SEonpXOOyVi2Rw3pBG3jLcDEv1lcqf2vV2Tipe2m2xQ6Zu7cwcmZL4Hzv84hPV0U07LMgaM' +
    '89srgZSzRPwMxNyL0y0FIQmfYA/gAAAAAA8oTkKJodBl0AAcUBgFAAAOHq9T6xxGf7AgAAAAAEWVo=',
};
/** One text packed by bzip2, no archive in it. */
const SINGLE_BZIP2 =
  'QlpoOTFBWSZTWaiuQroAAMeXgEABAAJAACZnjiAgAIAUqp6mnqNBsoUNNMAHKLCLKLyi9otoskXdFwiyi+oukWEXgi0i/IukWkXSLCLCLaLhFpFtF8RcosI' +
  'v4u5IpwoSFRXIV0A=';

function inside({ children }: Ingested): [string, string][] {
  return children.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()]);
}

const ARCHIVES: [string, string, () => Buffer | Promise<Buffer>][] = [
  [
    'tar',
    'application/x-tar',
    () => buildTar([{ header: { name: 'mail/', type: 'directory' } }, MAIL, NOTE]),
  ],
  ['tar packed by gzip', 'application/gzip', async () => gzipSync(await buildTar([MAIL, NOTE]))],
  ['7-Zip', 'application/x-7z-compressed', () => buildSevenZip([MAIL, NOTE])],
  ['RAR', 'application/vnd.rar', () => buildRar([MAIL, NOTE])],
];

test.each(ARCHIVES)('a %s hands on every entry as a file and counts them', async (_, mediaType, build) => {
  const found = await ingestBytes(await build());
  expect(found.file).toMatchObject({
    media_type: mediaType,
    status: 'read',
    items_expected: 2,
    items_emitted: 2,
    items_failed: 0,
    issues: [],
  });
  expect(inside(found)).toEqual([
    ['file.bin!/mail/a.eml', MAIL.content],
    ['file.bin!/b.txt', 'words'],
  ]);
});

test.each(Object.entries(PACKED))('a tar packed by %s is read', async (_, packed) => {
  const { file, children } = await ingestBytes(Buffer.from(packed, 'base64'));
  expect(file).toMatchObject({ status: 'read', items_expected: 2 });
  expect(children.map(({ path }) => path)).toEqual(['file.bin!/mail/a.eml', 'file.bin!/b.txt']);
});

test('a single file packed by gzip is handed on under the name it had', async () => {
  const named = Buffer.concat([
    Buffer.from('1f8b0808000000000003', 'hex'),
    Buffer.from('log.txt\0'),
    gzipSync('words').subarray(10),
  ]);
  expect(inside(await ingestBytes(named))).toEqual([['file.bin!/log.txt', 'words']]);
  expect(inside(await ingestBytes(gzipSync('words')))).toEqual([['file.bin!/content', 'words']]);
});

test('a packed form that is not read is named with what to do', async () => {
  const { file } = await ingestBytes(Buffer.from(SINGLE_BZIP2, 'base64'));
  expect(file.status).toBe('unreadable');
  expect(file.issues).toEqual([
    expect.objectContaining({
      code: 'unsupported-format',
      message: expect.stringContaining('Unpack it with 7-Zip'),
    }),
  ]);
});

const HOSTILE: [string, () => Buffer | Promise<Buffer>, string, number][] = [
  [
    'a symbolic link in a tar',
    () => buildTar([{ header: { name: 'x', type: 'symlink', linkname: '/etc/passwd' } }, NOTE]),
    'unsafe-path',
    1,
  ],
  [
    'a hard link in a tar',
    () => buildTar([{ header: { name: 'x', type: 'link', linkname: '../../etc/passwd' } }, NOTE]),
    'unsafe-path',
    1,
  ],
  [
    'a device in a tar',
    () => buildTar([{ header: { name: 'x', type: 'character-device' } }, NOTE]),
    'unreadable-entry',
    1,
  ],
  ['a symbolic link in a 7-Zip archive', () => buildSevenZip([MAIL, NOTE], [0o120777]), 'unsafe-path', 1],
  ['an entry locked with a password', () => buildRar([{ ...MAIL, locked: true }, NOTE]), 'encrypted', 1],
  [
    'an entry larger than is read',
    () => buildTar([{ name: 'x', content: Buffer.alloc(5000) }, NOTE]),
    'too-large',
    1,
  ],
  ['an entry of another checksum', () => damaged(buildSevenZip([MAIL, NOTE])), 'unreadable-entry', 1],
];

function damaged(archive: Buffer): Buffer {
  const at = archive.indexOf('From: a@x');
  archive[at] = 0x47;
  return archive;
}

test.each(HOSTILE)(
  '%s is named, counted as failed, and the others are read',
  async (_, build, code, failed) => {
    const found = await ingestBytes(await build(), { limits: { max_entry_bytes: 4000 } });
    expect(codes(found.file)).toEqual([code]);
    expect(found.file).toMatchObject({ status: 'partial', items_expected: 2, items_failed: failed });
    expect(inside(found)).toEqual([['file.bin!/b.txt', 'words']]);
  },
);

const OUTSIDE = { name: '../../../etc/cron.d/x', content: 'words' };

test.each([
  ['tar', () => buildTar([OUTSIDE])],
  ['7-Zip', () => buildSevenZip([OUTSIDE])],
  ['RAR', () => buildRar([OUTSIDE])],
] as [string, () => Buffer | Promise<Buffer>][])(
  'a name in a %s that leads outside is made harmless',
  async (_, build) => {
    const found = await ingestBytes(await build());
    expect(codes(found.file)).toEqual(['unsafe-path']);
    expect(inside(found)).toEqual([['file.bin!/etc/cron.d/x', 'words']]);
  },
);

describe('an archive made to do harm', () => {
  test('is not unpacked where it grows out of all proportion', async () => {
    const limits = { ratio_floor_bytes: 1_000_000 };
    const single = await ingestBytes(gzipSync(Buffer.alloc(3_000_000)), { limits });
    expect(single.file.status).toBe('unreadable');
    expect(codes(single.file)).toEqual(['suspicious-compression']);
    const tar = await buildTar([NOTE, { name: 'bomb', content: Buffer.alloc(3_000_000) }, MAIL]);
    const packed = await ingestBytes(gzipSync(tar), { limits });
    expect(codes(packed.file)).toContain('suspicious-compression');
    expect(packed.children.map(({ path }) => path)).not.toContain('file.bin!/bomb');
  });

  test('is read no further than the limits of entries and of unpacked bytes', async () => {
    const files = Array.from({ length: 5 }, (_, index) => ({
      name: `${index}.txt`,
      content: 'x'.repeat(100),
    }));
    const many = await ingestBytes(await buildTar(files), { limits: { max_entries: 3 } });
    expect(many.children).toHaveLength(3);
    expect(codes(many.file)).toContain('too-many-entries');
    const large = await ingestBytes(buildSevenZip(files), { limits: { max_unpacked_bytes: 250 } });
    expect(large.children).toHaveLength(2);
    expect(codes(large.file)).toContain('too-large');
    for (const { file } of [many, large]) {
      expect(file.status).toBe('partial');
      expect(file.items_expected).toBe(file.items_emitted + file.items_failed);
    }
  });

  test('is not opened in too many containers', async () => {
    for (const bytes of [await buildTar([NOTE]), gzipSync('x'), buildSevenZip([NOTE])]) {
      const { file, children } = await ingestBytes(bytes, { depth: 2, limits: { max_depth: 2 } });
      expect(codes(file)).toEqual(['too-deep']);
      expect(children).toEqual([]);
    }
  });

  test('that states a size beyond its own end fails at that entry', async () => {
    const tar = await buildTar([NOTE, MAIL]);
    const { file, children } = await ingestBytes(tar.subarray(0, 1024 + 520));
    expect(file.status).toBe('partial');
    expect(codes(file)).toContain('damaged');
    expect(children).toHaveLength(1);
    const seven = buildSevenZip([NOTE, MAIL]);
    const cut = await ingestBytes(seven.subarray(0, seven.length - 5));
    expect(cut.file.status).toBe('unreadable');
  });
});

describe('names that say nothing of their encoding', () => {
  const GBK = Buffer.from('c9f3bcc6d1b9cbf5b0fcbcecb2e2cad42f312e747874', 'hex');

  test('in an East Asian encoding are found out by all the names', async () => {
    const { children } = await ingestBytes(buildZip([{ name: GBK, content: 'words' }]));
    expect(children.map(({ path }) => path)).toEqual(['file.bin!/审计压缩包检测试/1.txt']);
  });

  test('in the code page of the first zip programs are read in it', async () => {
    const { children } = await ingestBytes(
      buildZip([{ name: Buffer.from('\x82t\x82.txt', 'latin1'), content: 'x' }]),
    );
    expect(children.map(({ path }) => path)).toEqual(['file.bin!/été.txt']);
  });
});
