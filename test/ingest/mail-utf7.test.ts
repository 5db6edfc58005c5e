import { ingestBytes } from './ingest-bytes.ts';

const HEAD = [
  'From: =?utf-7?Q?M+APw-ller=2C_Jo?= <m@x.example>',
  'To: b@y.example',
  'Date: Mon, 1 May 2017 09:00:00 -0500',
];

function mail(lines: string[]): Promise<Awaited<ReturnType<typeof ingestBytes>>> {
  return ingestBytes(Buffer.from([...HEAD, ...lines].join('\r\n'), 'latin1'));
}

describe('a mail in UTF-7', () => {
  test('has its names, its subject and its text in letters', async () => {
    const { items } = await mail([
      `Subject: =?UTF-7?B?${Buffer.from('Gr+APw-sse').toString('base64')}?=`,
      'Content-Type: text/plain; charset="utf-7"',
      '',
      'Gr+APw-sse aus M+APw-nchen, 1 +- 1',
      '',
    ]);
    expect(items[0]).toMatchObject({
      from: 'Müller, Jo <m@x.example>',
      subject: 'Grüsse',
      body: 'Grüsse aus München, 1 + 1',
    });
  });

  test('is not made of a plain mail that has plus signs', async () => {
    const { items } = await mail([
      'Subject: a+APw-b',
      'Content-Type: text/plain; charset=us-ascii',
      '',
      'Call +1-555-0100 or a+APw-b',
      '',
    ]);
    expect(items[0]).toMatchObject({ subject: 'a+APw-b', body: 'Call +1-555-0100 or a+APw-b' });
  });
});

describe('a mail that says that files are attached', () => {
  const text = ['Content-Type: text/plain', '', 'See the list.', ''];

  test.each([
    ['and holds none is named', ['Subject: list', 'X-MS-Has-Attach: yes', ...text], 1],
    [
      'by a mark in its text and holds none is named',
      ['Subject: x', '', 'See below.', '', '<< File: list.xlsx >>'],
      1,
    ],
    [
      'by a mark in what it quotes is not',
      [
        'Subject: x',
        '',
        'Thanks.',
        '',
        'On Monday, Jan 5, 2015 at 9:06 AM, Pat Rowe wrote:',
        '> <<list.xlsx>>',
      ],
      0,
    ],
    ['by a mark that is no name of a file is not', ['Subject: x', '', 'As he wrote <<no.>> and went.'], 0],
    ['by an empty header is not', ['Subject: list', 'X-MS-Has-Attach:', ...text], 0],
    [
      'and holds one is not',
      [
        'Subject: list',
        'X-MS-Has-Attach: yes',
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        ...text,
        '--b',
        'Content-Type: text/plain',
        'Content-Disposition: attachment; filename=list.txt',
        '',
        'Names',
        '--b--',
        '',
      ],
      0,
    ],
  ])('%s', async (_, lines, named) => {
    const { items } = await mail(lines);
    expect(items[0]?.issues.filter(({ code }) => code === 'missing-attachment')).toHaveLength(named);
  });
});
