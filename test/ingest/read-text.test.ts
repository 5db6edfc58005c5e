import iconv from 'iconv-lite';
import { codes, ingestBytes } from './ingest-bytes.ts';

const SPANISH = 'El señor Núñez llamó ayer a la policía. Está en la cárcel del condado, según la abogada.\n';

const ENCODINGS: [string, Buffer, string, boolean][] = [
  ['UTF-8', Buffer.from(SPANISH), 'utf-8', false],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${SPANISH}`), 'utf-8', false],
  ['UTF-16 with a mark', Buffer.from(`\ufeff${SPANISH}`, 'utf16le'), 'utf-16le', false],
  ['UTF-16 without a mark', Buffer.from(SPANISH, 'utf16le'), 'utf-16le', true],
  ['big-endian UTF-16', iconv.encode(SPANISH, 'utf-16be', { addBOM: true }), 'utf-16be', false],
  ['Windows-1252', iconv.encode(SPANISH, 'windows-1252'), 'windows-1252', true],
];

test.each(ENCODINGS)('reads text in %s', async (_, bytes, _encoding, guessed) => {
  const { file, items } = await ingestBytes(bytes);
  expect(items.map((item) => item.body.replace(/\s+/g, ' ').trim())).toEqual([SPANISH.trim()]);
  expect(codes(file)).toEqual(guessed ? ['encoding-guessed'] : []);
  expect(items[0]).toMatchObject({ origin: 'document', page_start: null, page_end: null, page_offsets: [] });
});

test('finds the messages in a dump of printed mail', async () => {
  const dump = [
    'From: Rowe, Pat <pat@city.example>',
    'Sent: Tuesday, January 6, 2015 5:52 AM',
    'To: Ott, Lee',
    'Subject: Hold for pickup',
    '',
    'Can you hold him until noon?',
    '',
  ].join('\n');
  const { items } = await ingestBytes(dump);
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({
    kind: 'email',
    origin: 'printed',
    date: '2015-01-06T05:52',
    page_start: null,
  });
});

test('a text of nothing but white space is in the ledger as empty', async () => {
  const { file, items } = await ingestBytes(' \n\t\n');
  expect(file.status).toBe('unreadable');
  expect(codes(file)).toEqual(['empty-file']);
  expect(items).toEqual([]);
});

test('a text over the limit is named and not read', async () => {
  const { file } = await ingestBytes('some words of text\n'.repeat(10), { limits: { max_text_bytes: 100 } });
  expect(codes(file)).toEqual(['too-large']);
});

describe('web pages', () => {
  test('are read as their words, without scripts', async () => {
    const { items } = await ingestBytes(
      '<html><head><script>alert(1)</script></head><body><h1>Log</h1><p>Called at 5.</p></body></html>',
    );
    expect(items[0]?.body).toContain('Called at 5.');
    expect(items[0]?.body).not.toContain('alert');
  });

  test('are read in the encoding that they state', async () => {
    const page = `<html><head><meta charset="shift_jis"></head><body><p>${'連絡'.repeat(4)}</p></body></html>`;
    const { items } = await ingestBytes(iconv.encode(page, 'shift_jis'));
    expect(items[0]?.body).toContain('連絡');
  });
});
