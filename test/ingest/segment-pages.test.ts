import { type Item, normalizeDate, parsePeople, segmentPages } from '../../ingest/index.ts';
import { fixtureNames, makePage, readFixture } from './segment-fixtures.ts';

const FILE = { file_id: 'f_0', path: 'release.pdf', sha256: '0'.repeat(64) };
const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

function cut(texts: string[], paged = true) {
  return segmentPages(
    FILE,
    texts.map((text, i) => makePage(i + 1, text)),
    { paged },
  );
}

/** `origin from | date | subject`, people by name, in letters only: prints differ in order of names and punctuation. */
function line(origin: string, from: string, date: string | null, subject: string): string {
  const names = parsePeople(from).map(({ name, address }) =>
    letters(name || address)
      .split('')
      .sort()
      .join(''),
  );
  return `${origin} ${names.join()} | ${date?.slice(0, 16) ?? null} | ${letters(subject)}`;
}

function describeItem(item: Item): string {
  return line(item.origin, item.from, item.date, item.subject);
}

describe('messages printed by programs', () => {
  const names = fixtureNames();

  test('there are cases for every program', () => {
    expect(names.length).toBeGreaterThanOrEqual(16);
  });

  test.each(names)('%s', (name) => {
    const { pages, expected } = readFixture(name);
    const { items } = segmentPages(FILE, pages, { paged: true });
    const mail = items.filter((item) => item.kind === 'email');
    expect(mail.map(describeItem)).toEqual(
      expected.map(({ origin, from, date, subject }) => line(origin, from, normalizeDate(date), subject)),
    );
    const printed = mail.filter((item) => item.origin === 'printed');
    const ranges = expected.filter((entry) => entry.origin === 'printed');
    expect(printed.map((item) => [item.page_start, item.page_end])).toEqual(
      ranges.map((entry) => [entry.page_start, entry.page_end]),
    );
  });
});

const FIRST = `From: Oakley, Terrence <toakley@pd.example>
Sent: Tuesday, February 3, 2015 9:14 AM
To: Trask, Kevin
Subject: phone for 15-00341`;
const SECOND = `From: Trask, Kevin <kevin.trask@hsi.example>
Sent: Tuesday, February 3, 2015 9:20 AM
To: Oakley, Terrence
Subject: RE: phone for 15-00341`;

describe('what is on the pages besides messages', () => {
  test('an attachment printed behind a message is a document of its own, with the message as parent', () => {
    const { items } = cut([
      `${FIRST}\nAttachments: tolls.pdf\n\nKev, see attached.\n\nPage 1 of 1`,
      'TOLL RECORDS\n\nDate, time, number\n\nPage 1 of 1',
    ]);
    expect(items.map((item) => [item.kind, item.origin, item.parent_id])).toEqual([
      ['email', 'printed', null],
      ['document', 'document', items[0]?.item_id],
    ]);
    expect(items[0]?.attachments).toEqual(['tolls.pdf']);
    expect(items[0]?.body).toBe('Kev, see attached.');
  });

  test('a memo with To, From, Date and Re is no mail, and its date is read', () => {
    const { items } = cut([
      'MEMORANDUM\n\nTO: All sworn\nFROM: Chief Overmeyer\nDATE: March 3, 2017\nRE: Interim order\n\nEffective today.',
    ]);
    expect(items.map((item) => [item.kind, item.origin, item.date, item.subject])).toEqual([
      ['memo', 'document', '2017-03-03', 'Interim order'],
    ]);
  });

  test('a form with single labels is no mail', () => {
    const { items } = cut(['COMPLAINT FORM\n\nDate: ____\nTo: ____\nSubject: ____\nName: ____\nPhone: ____']);
    expect(items.map((item) => [item.kind, item.origin])).toEqual([['form', 'document']]);
  });

  test('a meeting with its organizer is a calendar entry, and a timed exchange of lines a chat', () => {
    const meeting =
      'Subject: Task force\nLocation: Room 2\nStart: Mon 1/6/2015 9:00 AM\nRecurrence: (none)\nOrganizer: Tina Loftus';
    const chat =
      '[9:01 AM] Tina Loftus: you there?\n[9:02 AM] Kevin Trask: yes\n[9:03 AM] Tina Loftus: call me';
    expect([meeting, chat].map((text) => cut([text]).items.map((item) => item.kind))).toEqual([
      ['calendar'],
      ['chat'],
    ]);
  });

  test('the field of an archive above the sender belongs to the head', () => {
    const { items } = cut([`Message-ID: <a@pd.example>\n${FIRST}\n\nCall me.`]);
    expect(items.map((item) => [item.message_id, item.body])).toEqual([['<a@pd.example>', 'Call me.']]);
  });

  test('a page that was not read yields no item, and a message that breaks off before it says so', () => {
    const pages = [
      makePage(
        1,
        `${FIRST}\n\nGot a number for the source of supply and would like to know whether your office can`,
      ),
      makePage(2, '', { method: 'unread' }),
      makePage(3, `${SECOND}\n\nGive me a date range.`),
    ];
    const { items } = segmentPages(FILE, pages);
    expect(
      items.map((item) => [item.page_start, item.page_end, item.issues.map((entry) => entry.code)]),
    ).toEqual([
      [1, 1, ['truncated']],
      [3, 3, []],
    ]);
  });

  test('a message that ends before a page that was not read is whole', () => {
    const pages = [makePage(1, `${FIRST}\n\nCall me.\n\nTO`), makePage(2, '', { method: 'unread' })];
    expect(segmentPages(FILE, pages).items[0]?.issues).toEqual([]);
  });

  test('a blank page yields no item', () => {
    expect(segmentPages(FILE, [makePage(1, '', { method: 'blank' })]).items).toEqual([]);
  });

  test('a conversation print that promises more messages than it holds is reported', () => {
    const { issues } = cut([
      'Records request\n\n3 messages\n\nTina Loftus <tl@pd.example>\tTue, Jan 6, 2015 at 5:52 AM\nTo: Kevin Trask <kt@hsi.example>\n\nHello.',
    ]);
    expect(issues).toEqual([
      { code: 'missing-messages', message: 'The print promises 3 messages; 1 was found.', where: 'page 1' },
    ]);
  });
});

describe('the body of a printed message', () => {
  test('holds no stamps, numbers or running heads, and says where its pages begin', () => {
    const pages = [1, 2, 3, 4].map((page) =>
      makePage(
        page,
        `Case 17-22 production\n\n${page % 2 ? `${FIRST}\n\nBegin ${page},` : `end ${page}.`}\n\nLGPD-00000${page}`,
        {
          bates: `LGPD-00000${page}`,
        },
      ),
    );
    const { items } = segmentPages(FILE, pages);
    expect(items.map((item) => item.body)).toEqual(['Begin 1,\nend 2.', 'Begin 3,\nend 4.']);
    expect(items[0]?.page_offsets).toEqual([
      { page: 1, start: 0 },
      { page: 2, start: 9 },
    ]);
  });

  test('keeps what would leave nothing of the file, such as pages of one line each', () => {
    const { items } = cut([1, 2, 3, 4, 5].map((number) => `A memo of the department, sheet ${number}`));
    expect(items.map(({ body }) => body).join(' ')).toContain('A memo of the department, sheet 3');
  });

  test('keeps a last line that repeats by chance, such as a telephone number', () => {
    const texts = [1, 2, 3].map((page) => `${FIRST}\n\nCall me about ${page}.\n\n309-555-014${page}`);
    expect(cut(texts).items.map((item) => item.body)).toEqual(
      [1, 2, 3].map((page) => `Call me about ${page}.\n\n309-555-014${page}`),
    );
  });
});

describe('ids and places', () => {
  test('are the same in a second run and tell the place in the file', () => {
    const texts = [`${SECOND}\n\nGive me a date range.\n\n${FIRST}\n\nGot a number.`];
    const [once, again] = [cut(texts).items, cut(texts).items];
    expect(once).toEqual(again);
    expect(once.map((item) => item.part)).toEqual(['p1.1', 'p1.1/q1']);
    expect(once[1]?.parent_id).toBe(once[0]?.item_id);
    expect(once[0]?.body).toContain('Got a number.');
  });

  test('a file without pages has none', () => {
    const { items } = cut([`${SECOND}\n\nGive me a date range.\n\n${FIRST}\n\nGot a number.`], false);
    expect(items.map((item) => [item.page_start, item.page_end, item.page_offsets])).toEqual([
      [null, null, []],
      [null, null, []],
    ]);
  });

  test('answers that follow one another in a text dump are messages of their own, not quotations', () => {
    const { items } = cut([`${FIRST}\n\nGot a number.\n\n\n${SECOND}\n\nGive me a date range.`], false);
    expect(items.map((item) => [item.origin, item.date])).toEqual([
      ['printed', '2015-02-03T09:14'],
      ['printed', '2015-02-03T09:20'],
    ]);
  });
});

describe('heads that are damaged', () => {
  test.each([
    [
      'misread letters',
      'Frorn: Oakley, Terrence\n5ent; Tuesday, February 3, 2015 9:14 AM\nTo: Trask, Kevin\nbee: Loftus, Tina\nSubjcct: phone',
    ],
    [
      'fused into one line',
      'From:Oakley, TerrenceSent:Tuesday, February 3, 2015 9:14 AMTo:Trask, KevinSubject:phone',
    ],
    [
      'values below their labels',
      'From:\nSent:\nTo:\nSubject:\n\nOakley, Terrence\nTuesday, February 3, 2015 9:14 AM\nTrask, Kevin\nphone',
    ],
    [
      'labels without colons',
      'From Oakley, Terrence\nSent Tuesday, February 3, 2015 9:14 AM\nTo Trask, Kevin\nSubject phone',
    ],
    [
      'stamps in the margin',
      'From: Oakley, Terrence\t                B6\nSent: Tuesday, February 3, 2015 9:14 AM                B6\nTo: Trask, Kevin\nSubject: phone              B7(C)',
    ],
    [
      'bold marks',
      '*From:* Oakley, Terrence\n*Sent:* Tuesday, February 3, 2015 9:14 AM\n*To:* Trask, Kevin\n*Subject:* phone',
    ],
  ])('%s', (_, head) => {
    const { items } = cut([`${head}\n\nKev, got a number.`]);
    expect(items.map((item) => [item.kind, item.from, item.to, item.date, item.subject, item.body])).toEqual([
      ['email', 'Oakley, Terrence', 'Trask, Kevin', '2015-02-03T09:14', 'phone', 'Kev, got a number.'],
    ]);
  });

  test('prose with the words of a head is none', () => {
    const { items } = cut([
      'Directions\n\nFrom: the corner of Main and Center\nTo: the depot\n\nSent from the front desk. To be continued.',
    ]);
    expect(items.map((item) => item.origin)).toEqual(['document']);
  });
});
