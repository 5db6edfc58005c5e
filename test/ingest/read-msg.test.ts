import { buildMsg, type MsgParts } from './build-msg.ts';
import { codes, ingestBytes } from './ingest-bytes.ts';

/** Property ids (MS-OXPROPS). */
const ID = {
  messageClass: 0x001a,
  subject: 0x0037,
  submitTime: 0x0039,
  headers: 0x007d,
  senderName: 0x0c1a,
  senderAddress: 0x0c1f,
  recipientKind: 0x0c15,
  body: 0x1000,
  rtf: 0x1009,
  html: 0x1013,
  messageId: 0x1035,
  inReplyTo: 0x1042,
  displayName: 0x3001,
  address: 0x3003,
  bytes: 0x3701,
  method: 0x3705,
  fileName: 0x3707,
  smtpAddress: 0x39fe,
  codePage: 0x3fde,
};

const SENT = new Date('2016-03-04T15:06:07Z');
const EXCHANGE = '/o=City/ou=Police/cn=Recipients/cn=jdoe';

function mail(more: MsgParts['properties'] = {}, parts: Partial<MsgParts> = {}): MsgParts {
  return {
    properties: {
      [ID.messageClass]: 'IPM.Note',
      [ID.subject]: 'Detainer request',
      [ID.submitTime]: SENT,
      [ID.senderName]: 'Doe, Jane',
      [ID.senderAddress]: 'jdoe@city.example',
      [ID.body]: 'Please call me.\r\n',
      ...more,
    },
    recipients: [
      { [ID.recipientKind]: 1, [ID.displayName]: "'a.roe@dhs.example'", [ID.address]: 'a.roe@dhs.example' },
      { [ID.recipientKind]: 2, [ID.displayName]: 'Records', [ID.address]: EXCHANGE },
      { [ID.recipientKind]: 3, [ID.displayName]: 'Hidden', [ID.address]: 'h@city.example' },
    ],
    ...parts,
  };
}

/** An RTF body as Outlook keeps it when it does not pack it (MS-OXRTFCP, MELA). */
function plainRtf(rtf: string): Buffer {
  const content = Buffer.from(rtf, 'latin1');
  const header = Buffer.alloc(16);
  header.writeUInt32LE(content.length + 12, 0);
  header.writeUInt32LE(content.length, 4);
  header.write('MELA', 8, 'latin1');
  return Buffer.concat([header, content]);
}

test('reads sender, recipients, date, subject and text of an Outlook message', async () => {
  const { file, items } = await ingestBytes(buildMsg(mail({ [ID.messageId]: '<1@city.example>' })));
  expect(file).toMatchObject({
    media_type: 'application/vnd.ms-outlook',
    status: 'read',
    items_expected: 1,
    items_emitted: 1,
    items_failed: 0,
  });
  expect(items).toMatchObject([
    {
      kind: 'email',
      origin: 'native',
      part: null,
      from: 'Doe, Jane <jdoe@city.example>',
      to: 'a.roe@dhs.example',
      cc: 'Records',
      date: '2016-03-04T15:06:07+00:00',
      subject: 'Detainer request',
      message_id: '<1@city.example>',
      body: 'Please call me.',
    },
  ]);
});

test('the headers a message travelled with give its ids, its own offset and the address that Exchange hides', async () => {
  const headers = [
    'Received: from a by b',
    'From: "Doe, Jane" <jane.doe@city.example>',
    'Date: Fri, 4 Mar 2016 09:06:07 -0600',
    'Message-ID: <2@city.example>',
    'References: <0@x.example>',
    ' <1@x.example>',
    'In-Reply-To: <1@x.example>',
  ].join('\r\n');
  const { items } = await ingestBytes(
    buildMsg(mail({ [ID.headers]: headers, [ID.senderAddress]: EXCHANGE, [ID.body]: 'Yes.' })),
  );
  expect(items[0]).toMatchObject({
    from: 'Doe, Jane <jane.doe@city.example>',
    date: '2016-03-04T09:06:07-06:00',
    date_raw: 'Fri, 4 Mar 2016 09:06:07 -0600',
    message_id: '<2@city.example>',
    in_reply_to: ['<1@x.example>', '<0@x.example>'],
    headers_raw: { references: '<0@x.example> <1@x.example>' },
  });
});

const BODIES: [string, MsgParts['properties'], string][] = [
  [
    'a web part in its code page',
    { [ID.html]: Buffer.from('<p>Pe\xf1a</p>', 'latin1'), [ID.codePage]: 1252 },
    'Peña',
  ],
  ['rich text', { [ID.rtf]: plainRtf("{\\rtf1\\ansi\\ansicpg1252 Se\\'f1or,\\par call.}") }, 'Señor,\ncall.'],
  [
    'a web page wrapped in rich text',
    {
      [ID.rtf]: plainRtf(
        '{\\rtf1\\ansi\\fromhtml1 {\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 Call & ask\\htmlrtf }\\htmlrtf0 {\\*\\htmltag72 </p>}}',
      ),
    },
    'Call & ask',
  ],
];

test.each(BODIES)('the text comes from %s where there is no plain one', async (_, properties, text) => {
  const { items } = await ingestBytes(buildMsg(mail({ ...properties, [ID.body]: '' })));
  expect(items[0]?.body).toBe(text);
});

test('files are children of their message and messages in messages items of their own, at any depth', async () => {
  const file = (name: string, content: string) => ({
    properties: { [ID.method]: 1, [ID.fileName]: name, [ID.bytes]: Buffer.from(content) },
  });
  const wrap = (message: MsgParts) => ({
    properties: { [ID.method]: 5, [ID.displayName]: 'inner' },
    message,
  });
  const inmost = mail({ [ID.subject]: 'third' }, { attachments: [file('c.txt', 'deep words')] });
  const middle = mail({ [ID.subject]: 'second' }, { attachments: [wrap(inmost)] });
  const outer = mail({}, { attachments: [file('a.txt', 'top words'), wrap(middle)] });
  const { file: row, items, children } = await ingestBytes(buildMsg(outer));
  expect(row).toMatchObject({ status: 'read', items_expected: 3, items_emitted: 3, items_failed: 0 });
  expect(items.map(({ part, subject }) => [part, subject])).toEqual([
    [null, 'Detainer request'],
    ['2', 'second'],
    ['2.1', 'third'],
  ]);
  expect(items.map(({ parent_id }) => parent_id)).toEqual([null, items[0]?.item_id, items[1]?.item_id]);
  expect(
    children.map(({ path, bytes, parent_id }) => [path, Buffer.from(bytes).toString(), parent_id]),
  ).toEqual([
    ['file.bin!/2.1/c.txt', 'deep words', items[2]?.item_id],
    ['file.bin!/1/a.txt', 'top words', items[0]?.item_id],
  ]);
  expect(items[0]?.attachments).toEqual(['a.txt', 'inner']);
});

test('a message that lies inside too many others is counted as failed', async () => {
  const wrap = (message: MsgParts): MsgParts =>
    mail({}, { attachments: [{ properties: { [ID.method]: 5 }, message }] });
  const { file } = await ingestBytes(buildMsg(wrap(wrap(mail()))), { limits: { max_nested_messages: 1 } });
  expect(file).toMatchObject({ status: 'partial', items_expected: 3, items_emitted: 2, items_failed: 1 });
  expect(codes(file)).toEqual(['too-deep']);
});

test('an attachment that is only named makes the file partial and is said to be missing', async () => {
  const named = { properties: { [ID.method]: 2, [ID.fileName]: 'K:\\share\\list.xls' } };
  const { file, items } = await ingestBytes(buildMsg(mail({}, { attachments: [named] })));
  expect(file).toMatchObject({ status: 'partial', items_emitted: 1 });
  expect(file.issues).toEqual([expect.objectContaining({ code: 'missing-attachment', where: 'part 1' })]);
  expect(items[0]?.attachments).toEqual(['K:\\share\\list.xls']);
});

const KINDS: [string, string][] = [
  ['IPM.Note', 'email'],
  ['IPM.Note.SMIME', 'email'],
  ['REPORT.IPM.Note.NDR', 'email'],
  ['IPM.Schedule.Meeting.Request', 'calendar'],
  ['IPM.Appointment', 'calendar'],
  ['IPM.Contact', 'document'],
  ['IPM.StickyNote', 'document'],
];

test.each(KINDS)('%s is of the kind %s', async (messageClass, kind) => {
  const { items } = await ingestBytes(buildMsg(mail({ [ID.messageClass]: messageClass })));
  expect(items[0]?.kind).toBe(kind);
});

test('a draft has no date and says so', async () => {
  const { [ID.submitTime]: _, ...properties } = mail().properties;
  const { items } = await ingestBytes(buildMsg({ properties }));
  expect(items[0]).toMatchObject({ date: null, issues: [{ code: 'no-date' }] });
});

test('a compound file that only has the name of a message in it is damaged', async () => {
  const { file, items } = await ingestBytes(buildMsg({ properties: {} }));
  expect(file).toMatchObject({ status: 'unreadable', items_emitted: 0 });
  expect(codes(file)).toEqual(['damaged']);
  expect(items).toEqual([]);
});

test('a file that is cut off is damaged and breaks nothing', async () => {
  const whole = buildMsg(mail());
  for (const share of [0.3, 0.6, 0.9]) {
    const { file } = await ingestBytes(whole.subarray(0, Math.floor(whole.length * share)));
    expect(file.items_expected).toBe(file.items_emitted + file.items_failed);
  }
});
