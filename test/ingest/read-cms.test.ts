import { lockedData, signedData } from './build-cms.ts';
import { codes, ingestBytes } from './ingest-bytes.ts';

const ENTITY = [
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Please hold him until Monday. '.repeat(10).trim(),
  '--b',
  'Content-Type: text/plain; name="form.txt"',
  'Content-Disposition: attachment; filename="form.txt"',
  '',
  'I-247',
  '--b--',
  '',
].join('\r\n');

function mailWith(envelope: Buffer, type: string): string {
  return [
    'From: Roe, Al <aroe@dhs.example>',
    'To: jdoe@city.example',
    'Subject: Hold',
    'Message-ID: <1@dhs.example>',
    'Date: Fri, 4 Mar 2016 09:06:07 -0600',
    'MIME-Version: 1.0',
    `Content-Type: application/pkcs7-mime; smime-type=${type}; name="smime.p7m"`,
    'Content-Transfer-Encoding: base64',
    'Content-Disposition: attachment; filename="smime.p7m"',
    '',
    envelope.toString('base64').replace(/.{76}/g, '$&\r\n'),
  ].join('\r\n');
}

test.each([
  ['in one piece', false],
  ['in pieces', true],
])('a mail signed as a whole has the text and the files that are signed, %s', async (_, pieces) => {
  const signed = signedData(Buffer.from(ENTITY), pieces);
  const { file, items, children } = await ingestBytes(mailWith(signed, 'signed-data'));
  expect(file).toMatchObject({ status: 'read', items_expected: 1, items_emitted: 1 });
  expect(items).toMatchObject([
    {
      subject: 'Hold',
      message_id: '<1@dhs.example>',
      from: 'Roe, Al <aroe@dhs.example>',
      attachments: ['form.txt'],
    },
  ]);
  expect(items[0]?.body).toMatch(/^Please hold him until Monday/);
  expect(children.map(({ path, bytes }) => [path, Buffer.from(bytes).toString().trim()])).toEqual([
    ['file.bin!/2/form.txt', 'I-247'],
  ]);
});

test('a mail signed twice is opened to its text', async () => {
  const inner = [
    'Content-Type: application/pkcs7-mime; smime-type=signed-data',
    'Content-Transfer-Encoding: base64',
    '',
    signedData(Buffer.from(ENTITY)).toString('base64'),
  ].join('\r\n');
  const { items } = await ingestBytes(mailWith(signedData(Buffer.from(inner)), 'signed-data'));
  expect(items[0]?.body).toMatch(/^Please hold him/);
});

test('a locked mail keeps its headers, says so, and hands on what is locked', async () => {
  const { file, items, children } = await ingestBytes(mailWith(lockedData(), 'enveloped-data'));
  expect(file).toMatchObject({ items_expected: 1, items_emitted: 1 });
  expect(items[0]).toMatchObject({ subject: 'Hold', body: '', issues: [{ code: 'encrypted' }] });
  const inner = await ingestBytes(children[0]!.bytes);
  expect(inner.file).toMatchObject({ status: 'unreadable', media_type: 'application/pkcs7-mime' });
  expect(codes(inner.file)).toEqual(['encrypted']);
});

test('what is signed in a file of its own is read: a mail as a mail, other bytes as a file', async () => {
  const mail = await ingestBytes(signedData(Buffer.from(ENTITY)));
  expect(mail.file).toMatchObject({ status: 'read', items_expected: 1, items_emitted: 1 });
  expect(mail.items[0]?.body).toMatch(/^Please hold/);
  const other = await ingestBytes(signedData(Buffer.from('plain words')));
  expect(other.file).toMatchObject({ status: 'read', items_expected: 0 });
  expect(other.children.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()])).toEqual([
    ['file.bin!/content', 'plain words'],
  ]);
});

test('a text form of an envelope is read like the bytes', async () => {
  const armoured = `-----BEGIN PKCS7-----\n${signedData(Buffer.from('plain words')).toString('base64')}\n-----END PKCS7-----\n`;
  const { children } = await ingestBytes(armoured);
  expect(children).toHaveLength(1);
});

test('a signature alone holds nothing to read', async () => {
  const { file } = await ingestBytes(signedData(null));
  expect(file).toMatchObject({ status: 'read', items_expected: 0 });
});

test('an envelope that is cut off is damaged', async () => {
  const { file } = await ingestBytes(signedData(Buffer.from(ENTITY)).subarray(0, 60));
  expect(file.status).toBe('unreadable');
  expect(codes(file)).toEqual(['damaged']);
});
