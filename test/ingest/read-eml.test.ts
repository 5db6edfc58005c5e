import { codes, ingestBytes } from './ingest-bytes.ts';

function mail(headers: string[], body: string): string {
  return `${[...headers, 'MIME-Version: 1.0'].join('\r\n')}\r\n\r\n${body.replaceAll('\n', '\r\n')}`;
}

const PLAIN = ['From: "Rowe, Pat" <pat@city.example>', 'To: lee@county.example', 'Subject: Hold'];
const DATE = 'Date: Tue, 6 Jan 2015 05:52:09 -0600';

async function onlyItem(text: string | Buffer) {
  const { items } = await ingestBytes(text);
  expect(items).toHaveLength(1);
  return items[0]!;
}

describe('headers', () => {
  test('are kept as found and as normalised', async () => {
    const item = await onlyItem(
      mail(
        [
          ...PLAIN,
          'Cc: Team: a@x.example, "B C" <b@x.example>;',
          DATE,
          'Message-ID: <3@city.example>',
          'References: <1@city.example>\r\n <2@city.example>',
          'In-Reply-To: <2@city.example>',
        ],
        'Text',
      ),
    );
    expect(item).toMatchObject({
      kind: 'email',
      origin: 'native',
      part: null,
      from: 'Rowe, Pat <pat@city.example>',
      to: 'lee@county.example',
      cc: 'a@x.example; B C <b@x.example>',
      date: '2015-01-06T05:52:09-06:00',
      date_raw: 'Tue, 6 Jan 2015 05:52:09 -0600',
      message_id: '<3@city.example>',
      in_reply_to: ['<2@city.example>', '<1@city.example>'],
      issues: [],
    });
    expect(item.headers_raw.references).toBe('<1@city.example> <2@city.example>');
  });

  test('in Big5 and in quoted-printable words are decoded, and kept as they stand beside', async () => {
    const item = await onlyItem(
      mail(
        [
          'From: =?big5?B?pKSk5Q==?= <a@b.example>',
          DATE,
          'Subject: =?utf-8?Q?Caf=C3=A9?=\r\n =?utf-8?Q?_open?=',
        ],
        'x',
      ),
    );
    expect(item).toMatchObject({ from: '中文 <a@b.example>', subject: 'Café open' });
    expect(item.headers_raw.subject).toBe('=?utf-8?Q?Caf=C3=A9?= =?utf-8?Q?_open?=');
  });

  test('with bytes above 127, which the standard forbids, are read as UTF-8 or Windows-1252', async () => {
    const utf8 = await onlyItem(
      Buffer.from(mail(['From: José <j@b.example>', DATE, 'X-Note: é'], 'x'), 'utf8'),
    );
    expect(utf8.headers_raw['x-note']).toBe('é');
    const latin = await onlyItem(Buffer.from(mail(['From: j@b.example', DATE, 'X-Note: é'], 'x'), 'latin1'));
    expect(latin.headers_raw['x-note']).toBe('é');
  });

  test('without a date, or with one that cannot be read, leave an issue and no date', async () => {
    for (const headers of [PLAIN, [...PLAIN, 'Date: Tuesday the unknown']]) {
      const item = await onlyItem(mail(headers, 'Text'));
      expect(item.date).toBeNull();
      expect(item.issues.map((problem) => problem.code)).toEqual(['no-date']);
    }
  });
});

describe('bodies', () => {
  test('of web pages alone become their words, a row of a table a line, and nothing is loaded', async () => {
    const html =
      '<html><head><style>p{}</style></head><body><p>Two names:</p><table><tr><td>Ann</td><td>01/02/1980</td></tr><tr><td>Bo</td><td>03/04/1990</td></tr></table><img src="http://tracker.example/x.png" alt="pixel"><a href="http://x.example/long">the list</a></body></html>';
    const item = await onlyItem(mail([...PLAIN, DATE, 'Content-Type: text/html; charset=utf-8'], html));
    expect(item.body).toBe('Two names:\n\nAnn\t01/02/1980\nBo\t03/04/1990\nthe list');
  });

  test('in two forms of one text are read once', async () => {
    const body =
      '--b\nContent-Type: text/plain\n\nPlease call the office.\n--b\nContent-Type: text/html\n\n<p>Please call the <b>office</b>.</p>\n--b--\n';
    const item = await onlyItem(
      mail([...PLAIN, DATE, 'Content-Type: multipart/alternative; boundary=b'], body),
    );
    expect(item.body).toBe('Please call the office.');
  });

  test('in two parts that say different things are both read', async () => {
    const body =
      '--b\nContent-Type: text/plain\n\nSee below.\n--b\nContent-Type: text/html\n\n<p>Subject moved to another facility yesterday evening.</p>\n--b--\n';
    const item = await onlyItem(mail([...PLAIN, DATE, 'Content-Type: multipart/mixed; boundary=b'], body));
    expect(item.body).toContain('See below.');
    expect(item.body).toContain('another facility');
  });

  test('with a redaction mark make the item redacted', async () => {
    expect((await onlyItem(mail([...PLAIN, DATE], 'Call [REDACTED] back'))).redacted).toBe(true);
    expect((await onlyItem(mail([...PLAIN, DATE], 'Call Ann back'))).redacted).toBe(false);
  });

  test('of an invitation say when and where', async () => {
    const ics =
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Task force\\, monthly\nDTSTART:20150106T150000Z\nLOCATION:Room 2\nEND:VEVENT\nEND:VCALENDAR\n';
    const item = await onlyItem(mail([...PLAIN, DATE, 'Content-Type: text/calendar; method=REQUEST'], ics));
    expect(item.kind).toBe('calendar');
    expect(item.body).toBe('Subject: Task force, monthly\nStart: 20150106T150000Z\nLocation: Room 2');
  });
});

describe('attachments', () => {
  const nested = (depth: number): string =>
    depth === 0
      ? `From: d@x.example\n${DATE}\nSubject: level 0\n\nInnermost`
      : `From: d@x.example\n${DATE}\nSubject: level ${depth}\nContent-Type: multipart/mixed; boundary=b${depth}\n\n--b${depth}\nContent-Type: text/plain\n\nSee attached.\n--b${depth}\nContent-Type: message/rfc822\n\n${nested(depth - 1)}\n--b${depth}--\n`;

  test('that are messages become items of their own, with their place and what they are attached to', async () => {
    const { file, items } = await ingestBytes(nested(2));
    expect(items.map((item) => [item.part, item.subject])).toEqual([
      [null, 'level 2'],
      ['2', 'level 1'],
      ['2.2', 'level 0'],
    ]);
    expect(items[1]?.parent_id).toBe(items[0]?.item_id);
    expect(items[2]?.parent_id).toBe(items[1]?.item_id);
    expect(file).toMatchObject({ items_expected: 3, items_emitted: 3 });
  });

  test('in one another deeper than allowed are counted as failed', async () => {
    const { file, items } = await ingestBytes(nested(4), { limits: { max_nested_messages: 2 } });
    expect(items).toHaveLength(3);
    expect(file).toMatchObject({ status: 'partial', items_expected: 4, items_failed: 1 });
    expect(codes(file)).toEqual(['too-deep']);
  });

  test('that are files are handed on under harmless names, each with the item it belongs to', async () => {
    const body = `--b\nContent-Type: text/plain\n\nTwo files.\n--b\nContent-Type: text/plain; name="../../etc/passwd"\nContent-Disposition: attachment\n\nfirst\n--b\nContent-Type: application/pdf; name="list.pdf"\nContent-Transfer-Encoding: base64\n\nJVBERi0=\n--b--\n`;
    const { items, children } = await ingestBytes(
      mail([...PLAIN, DATE, 'Content-Type: multipart/mixed; boundary=b'], body),
    );
    expect(items[0]?.attachments).toEqual(['../../etc/passwd', 'list.pdf']);
    expect(
      children.map((child) => [child.path, Buffer.from(child.bytes).toString(), child.parent_id]),
    ).toEqual([
      ['file.bin!/2/_.._etc_passwd', 'first', items[0]?.item_id],
      ['file.bin!/3/list.pdf', '%PDF-', items[0]?.item_id],
    ]);
  });

  test('that lie elsewhere or were taken out are named, and nothing stands for them', async () => {
    const body =
      '--b\nContent-Type: text/plain\n\nx\n--b\nContent-Type: message/external-body; access-type="x-removed"\n\nContent-Type: application/pdf; name="flyer.pdf"\n\n--b--\n';
    const text = mail([...PLAIN, DATE, 'Content-Type: multipart/mixed; boundary=b'], body);
    const { file, children } = await ingestBytes(text);
    expect(children).toEqual([]);
    expect(file.issues).toMatchObject([{ code: 'missing-attachment', where: 'part 2' }]);
    expect(file.status).toBe('partial');
  });

  test('that lie in too many containers are named and left out, and the message is read', async () => {
    const body =
      '--b\nContent-Type: text/plain\n\nx\n--b\nContent-Type: application/pdf; name=a.pdf\n\nx\n--b--\n';
    const text = mail([...PLAIN, DATE, 'Content-Type: multipart/mixed; boundary=b'], body);
    const { file, children } = await ingestBytes(text, { depth: 3, limits: { max_depth: 3 } });
    expect(file.status).toBe('partial');
    expect(codes(file)).toEqual(['too-deep']);
    expect(children).toEqual([]);
  });
});

test('an Apple Mail file is read without the property list behind the message', async () => {
  const message = mail([...PLAIN, DATE, 'Message-ID: <1@x.example>'], 'The text\n');
  const item = await onlyItem(
    `${Buffer.byteLength(message)}\n${message}<?xml version="1.0"?><plist></plist>`,
  );
  expect(item.body).toBe('The text');
});
