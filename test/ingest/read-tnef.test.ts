import { buildTnef, type TnefParts } from './build-tnef.ts';
import { codes, ingestBytes } from './ingest-bytes.ts';

const ID = { subject: 0x37, submitTime: 0x39, from: 0xc1a, fromAddress: 0xc1f, body: 0x1000, name: 0x3001 };
const FILE = { method: 0x3705, name: 0x3707, bytes: 0x3701 };

const BUNDLE: TnefParts = {
  properties: {
    26: 'IPM.Note',
    [ID.subject]: 'Holds',
    [ID.submitTime]: new Date('2016-03-04T15:06:07Z'),
    [ID.from]: 'Doe, Jane',
    [ID.fromAddress]: 'jdoe@city.example',
    [ID.body]: 'See the list.',
  },
  recipients: [{ 3093: 1, [ID.name]: 'Roe, Al', 12291: 'aroe@dhs.example' }],
  attachments: [
    { properties: { [FILE.method]: 1, [FILE.name]: 'list.txt' }, bytes: Buffer.from('two names') },
    {
      properties: {
        [FILE.method]: 5,
        [ID.name]: 'earlier',
        [FILE.bytes]: {
          message: buildTnef({ properties: { [ID.subject]: 'Earlier', [ID.body]: 'Before.' } }),
        },
      },
    },
  ],
};

test('reads the message of an Outlook bundle, the message in it and its files', async () => {
  const { file, items, children } = await ingestBytes(buildTnef(BUNDLE));
  expect(file).toMatchObject({
    media_type: 'application/vnd.ms-tnef',
    status: 'read',
    items_expected: 2,
    items_emitted: 2,
  });
  expect(items).toMatchObject([
    {
      subject: 'Holds',
      from: 'Doe, Jane <jdoe@city.example>',
      to: 'Roe, Al <aroe@dhs.example>',
      date: '2016-03-04T15:06:07+00:00',
      body: 'See the list.',
    },
    { subject: 'Earlier', body: 'Before.', part: '2', parent_id: items[0]?.item_id },
  ]);
  expect(children.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()])).toEqual([
    ['file.bin!/1/list.txt', 'two names'],
  ]);
});

function mailWith(bundle: Buffer, text: string): string {
  return [
    'From: jdoe@city.example',
    'To: aroe@dhs.example',
    'Subject: Holds',
    'Date: Fri, 4 Mar 2016 09:06:07 -0600',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    text,
    '--b',
    'Content-Type: application/ms-tnef; name="winmail.dat"',
    'Content-Transfer-Encoding: base64',
    '',
    bundle.toString('base64'),
    '--b--',
  ].join('\r\n');
}

test('a bundle that is part of a mail gives the mail its files and messages and no second copy of its text', async () => {
  const { file, items, children } = await ingestBytes(mailWith(buildTnef(BUNDLE), 'See the list.'));
  expect(file).toMatchObject({ status: 'read', items_expected: 2, items_emitted: 2 });
  expect(items.map(({ subject, body, part }) => [subject, body, part])).toEqual([
    ['Holds', 'See the list.', null],
    ['Earlier', 'Before.', '2.2'],
  ]);
  expect(children.map(({ path, parent_id }) => [path, parent_id])).toEqual([
    ['file.bin!/2.1/list.txt', items[0]?.item_id],
  ]);
});

test('a mail whose only text is in its bundle has that text', async () => {
  const { items } = await ingestBytes(mailWith(buildTnef(BUNDLE), ''));
  expect(items[0]?.body).toBe('See the list.');
});

test('a bundle that breaks off is read up to the break and said to be partial', async () => {
  const whole = buildTnef(BUNDLE);
  const { file, items } = await ingestBytes(whole.subarray(0, whole.length - 300));
  expect(file).toMatchObject({ status: 'partial', items_emitted: 1 });
  expect(codes(file)).toEqual(['damaged']);
  expect(items[0]?.subject).toBe('Holds');
});

test('a count that promises more than there is costs nothing and breaks nothing', async () => {
  const bundle = buildTnef({ properties: { [ID.subject]: 'Holds' } });
  // The number of values of the subject.
  bundle.writeUInt32LE(0xffffffff, bundle.indexOf(Buffer.from('1f003700', 'hex')) + 4);
  const { file, items } = await ingestBytes(bundle);
  expect(file.items_emitted).toBe(1);
  expect(items[0]?.subject).toBe('');
});
