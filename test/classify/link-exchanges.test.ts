import { type ExchangeDraft, linkItems } from '../../classify/index.ts';
import type { Item } from '../../ingest/index.ts';
import { makeItem } from './link-samples.ts';

const OAKLEY = 'Oakley, Terrence <toakley@pd.city.example>';
const TRASK = 'Trask, Kevin <kevin.trask@ice.example>';
const BRANDVOLD = 'Brandvold, Dale <dbrandvold@pd.city.example>';
const ORLOWSKI = 'Orlowski, Nate <norlowski@campus.example>';

const question = (fields: Partial<Item> = {}) =>
  makeItem({
    from: OAKLEY,
    to: TRASK,
    subject: 'phone for 15-00341',
    date: '2015-02-03T09:14',
    body: 'Got a number for the source of supply. Any chance you can paper it on your end?',
    ...fields,
  });
const answer = (fields: Partial<Item> = {}) =>
  makeItem({
    from: TRASK,
    to: OAKLEY,
    subject: 'RE: phone for 15-00341',
    date: '2015-02-03T09:20',
    body: 'Give me a date range and your case number and it goes out before lunch.',
    ...fields,
  });
/** The copy of `of` that stands quoted in `parent`. */
const quoteOf = (of: Item, parent: Item): Item =>
  makeItem({
    ...of,
    item_id: `${parent.item_id}q`,
    origin: 'quoted',
    parent_id: parent.item_id,
    message_id: null,
  });

/** Members of each exchange, as numbers of the items in the order given. */
function groupsOf(items: Item[]): number[][] {
  const ids = items.map((item) => item.item_id);
  return linkItems(items).exchanges.map((draft) => draft.items.map((id) => ids.indexOf(id)));
}

function exchangesOf(items: Item[]): ExchangeDraft[] {
  return linkItems(items).exchanges;
}

type Case = [string, Item[]];

const TOGETHER: Case[] = [
  [
    'an answer whose people are all blacked out, under a telling subject',
    [question({ from: '(b)(6); (b)(7)(C)', to: '[redacted]' }), answer({ from: '(b)(6)', to: '(b)(6)' })],
  ],
  ['an answer without quotation, by subject and people', [question(), answer()]],
  [
    'an answer by Message-ID under another subject',
    [
      question({ origin: 'native', message_id: '<q@x>' }),
      answer({ origin: 'native', message_id: '<a@x>', in_reply_to: ['<q@x>'], subject: 'the truck' }),
    ],
  ],
  [
    'an answer to a message that is missing, through the older one it refers to',
    [
      question({ origin: 'native', message_id: '<q@x>' }),
      answer({
        origin: 'native',
        message_id: '<a@x>',
        in_reply_to: ['<lost@x>', '<q@x>'],
        subject: 'the truck',
      }),
    ],
  ],
  [
    'two words under no subject, turned round within minutes',
    [
      makeItem({
        from: TRASK,
        to: OAKLEY,
        subject: '(no subject)',
        date: '2015-08-04T17:19',
        body: 'call me',
      }),
      makeItem({
        from: OAKLEY,
        to: TRASK,
        subject: 'Re: (no subject)',
        date: '2015-08-04T17:25',
        body: 'at 6',
      }),
    ],
  ],
  [
    'recipients printed without addresses',
    [question({ to: 'Trask, Kevin' }), answer({ to: 'Terrence Oakley' })],
  ],
  [
    'a second message by the same sender to the same people',
    [
      question(),
      question({
        subject: 'RE: phone for 15-00341',
        date: '2015-02-03T11:00',
        body: 'Any luck with that number yet? The lieutenant is asking.',
      }),
    ],
  ],
];

const APART: Case[] = [
  [
    'an answer whose people are blacked out, under a short subject',
    [
      question({ subject: 'plates', from: '(b)(6)', to: '[redacted]' }),
      answer({ subject: 'RE: plates', from: '(b)(6)', to: '(b)(6)' }),
    ],
  ],
  [
    'the same months later under a telling one',
    [
      question({ from: '(b)(6)', to: '[redacted]' }),
      answer({ from: '(b)(6)', to: '(b)(6)', date: '2015-06-03T09:20' }),
    ],
  ],
  ['one subject a year later', [question(), answer({ date: '2016-02-03T09:20' })]],
  [
    'the list of next week under the subject of this one',
    [question({ subject: 'Hatch list' }), answer({ subject: 'RE: Hatch list', date: '2015-02-10T09:20' })],
  ],
  ['one subject among other people', [question(), answer({ from: BRANDVOLD, to: ORLOWSKI })]],
  [
    'two questions of strangers under "FYI"',
    [
      question({ subject: 'FYI' }),
      question({
        subject: 'FYI',
        from: BRANDVOLD,
        to: OAKLEY,
        body: 'The range is closed on Thursday for the deer.',
      }),
    ],
  ],
  [
    'two questions by one person to another under "question"',
    [
      question({ subject: 'question' }),
      question({ subject: 'question', date: '2015-02-03T15:00', body: 'Which form is it for the van?' }),
    ],
  ],
  [
    'an answer under a common subject a week later',
    [question({ subject: 'ICE' }), answer({ subject: 'RE: ICE', date: '2015-02-10T09:20' })],
  ],
  [
    'rows of a log',
    [
      makeItem({ origin: 'row', kind: 'log-row', subject: '' }),
      makeItem({ origin: 'row', kind: 'log-row', subject: '' }),
    ],
  ],
];

describe('items that answer one another', () => {
  test.each(TOGETHER)('%s: one exchange', (_, items) => {
    expect(exchangesOf(items)).toHaveLength(1);
  });

  test.each(APART)('%s: an exchange each', (_, items) => {
    expect(exchangesOf(items)).toHaveLength(items.length);
  });

  test('a subject changed in the middle is held together by what is quoted', () => {
    const first = question();
    const second = answer({ subject: 'the truck' });
    const third = makeItem({
      from: OAKLEY,
      to: TRASK,
      subject: 'RE: the truck',
      date: '2015-02-03T09:31',
      body: 'January 1 to now.',
    });
    const items = [first, second, third, quoteOf(first, second), quoteOf(second, third)];
    expect(groupsOf(items)).toEqual([[0, 1, 2]]);
  });

  test('a quoted message that is found nowhere else is a member, before the one that quotes it', () => {
    const reply = answer();
    expect(groupsOf([reply, quoteOf(question(), reply)])).toEqual([[1, 0]]);
  });

  test('an attachment belongs to the exchange of its message', () => {
    const mail = question();
    const sheet = makeItem({
      origin: 'document',
      kind: 'document',
      parent_id: mail.item_id,
      from: '',
      to: '',
      date: null,
      subject: '',
    });
    expect(groupsOf([mail, sheet, answer()])).toEqual([[0, 1, 2]]);
  });

  test('a message sent along is forwarded; several sent along stay exchanges of their own, with links', () => {
    const cover = question({
      origin: 'native',
      from: BRANDVOLD,
      to: ORLOWSKI,
      subject: 'as asked',
      date: '2015-05-01T09:00',
      body: 'Here is what we have.',
    });
    const enclosed = [
      question({ parent_id: cover.item_id }),
      question({
        parent_id: cover.item_id,
        subject: 'Xitumul',
        date: '2015-03-03T11:00',
        body: 'He is out at six, the jail says.',
      }),
    ];
    const both = exchangesOf([cover, ...enclosed]);
    expect(both.map((draft) => draft.items.length)).toEqual([1, 1, 1]);
    expect(both[2]?.links.map((link) => link.kind)).toEqual(['enclosure', 'enclosure']);
    expect(exchangesOf([cover, enclosed[0]!])).toHaveLength(1);
  });

  test('messages pasted below one another are exchanges of their own', () => {
    const first = question();
    const younger = quoteOf(
      question({ subject: 'Xitumul', date: '2015-03-03T11:00', body: 'He is out at six.' }),
      first,
    );
    const strange = quoteOf(
      answer({ from: BRANDVOLD, to: ORLOWSKI, subject: 'range day', date: '2015-01-03T11:00' }),
      younger,
    );
    expect(groupsOf([first, younger])).toEqual([[0], [1]]);
    expect(groupsOf([younger, { ...strange, item_id: 'i_strange' }])).toEqual([[1], [0]]);
  });

  test('a message without a date stands after what it answers, and a wrong zone turns nothing round', () => {
    const first = question({ origin: 'native', message_id: '<q@x>', date: '2015-02-03T09:14:00-06:00' });
    const early = answer({
      origin: 'native',
      message_id: '<a@x>',
      in_reply_to: ['<q@x>'],
      date: '2015-02-03T08:20:00-07:00',
    });
    const undated = question({
      origin: 'native',
      message_id: '<t@x>',
      in_reply_to: ['<a@x>'],
      date: null,
      body: 'January 1 to now.',
    });
    expect(groupsOf([undated, early, first])).toEqual([[2, 1, 0]]);
  });

  test('a thousand answers in a row are one exchange', () => {
    const chain = Array.from({ length: 1000 }, (_, at) =>
      question({
        origin: 'native',
        message_id: `<${at}@x>`,
        in_reply_to: at === 0 ? [] : [`<${at - 1}@x>`],
        date: null,
        body: `${at}`,
      }),
    );
    expect(exchangesOf(chain)).toHaveLength(1);
  });
});

describe('forwards', () => {
  const first = question();
  const second = answer();
  const forward = makeItem({
    from: OAKLEY,
    to: BRANDVOLD,
    subject: 'FW: phone for 15-00341',
    date: '2015-02-03T10:50',
    body: 'Sarge, see what Kevin says below.',
  });
  const reply = makeItem({
    from: BRANDVOLD,
    to: OAKLEY,
    subject: 'RE: FW: phone for 15-00341',
    date: '2015-02-03T13:15',
    body: 'Approved for two nights.',
  });
  const exchange = [first, second, quoteOf(first, second)];
  const forwarded = [forward, quoteOf(second, forward)];
  const replied = [reply, quoteOf(forward, reply)];

  test('one that is answered by somebody new starts its own exchange, with a link to the first', () => {
    const [old, own] = exchangesOf([...exchange, ...forwarded, ...replied]);
    expect(old?.items).toEqual([first.item_id, second.item_id]);
    expect(own?.items).toEqual([forward.item_id, reply.item_id]);
    expect(own?.links.find((link) => link.elsewhere !== null)).toMatchObject({
      item_id: forward.item_id,
      other_id: second.item_id,
      kind: 'forward',
      elsewhere: old?.exchange_id,
    });
  });

  test('one passed on inside the house and left at that belongs to the first', () => {
    expect(exchangesOf([...exchange, ...forwarded])).toHaveLength(1);
  });

  test('one to another organisation starts its own', () => {
    const outside = { ...forward, to: ORLOWSKI };
    expect(exchangesOf([...exchange, outside, quoteOf(second, outside)])).toHaveLength(2);
  });

  test('one of a message that nobody had answered is the answer to it, and belongs to it', () => {
    const passed = { ...forward, from: TRASK, to: BRANDVOLD };
    const back = { ...reply, to: TRASK };
    expect(exchangesOf([first, passed, quoteOf(first, passed), back, quoteOf(passed, back)])).toHaveLength(1);
  });

  test('one back to those who were in the exchange already belongs to it', () => {
    const home = { ...forward, from: TRASK, to: OAKLEY };
    const again = { ...reply, from: OAKLEY, to: TRASK };
    expect(exchangesOf([...exchange, home, quoteOf(second, home), again, quoteOf(home, again)])).toHaveLength(
      1,
    );
  });

  test('native mail says it itself: with an id it belongs, without one it does not', () => {
    const sent = answer({ origin: 'native', message_id: '<a@x>' });
    const ids = { origin: 'native' as const, message_id: '<f@x>' };
    const linked = { ...forward, ...ids, in_reply_to: ['<a@x>'] };
    const loose = { ...forward, ...ids };
    expect(exchangesOf([first, sent, linked, quoteOf(sent, linked)])).toHaveLength(1);
    const habit = question({
      origin: 'native',
      message_id: '<h@x>',
      in_reply_to: ['<a@x>'],
      subject: 'RE: phone for 15-00341',
      date: '2015-02-03T09:31',
      body: 'Got it.',
    });
    expect(exchangesOf([first, sent, habit, loose, quoteOf(sent, loose)])).toHaveLength(2);
    // A house whose mail never names what it answers says nothing by leaving it out.
    expect(exchangesOf([first, sent, loose, quoteOf(sent, loose)])).toHaveLength(1);
  });
});

describe('exchange ids', () => {
  test('print and native mail give the same id, and so does a larger release', () => {
    const native = question({
      origin: 'native',
      message_id: '<q@x>',
      date: '2015-02-03T09:14:57-06:00',
      to: TRASK,
    });
    const [alone] = exchangesOf([question()]);
    const [fromMail] = exchangesOf([native]);
    const [larger] = exchangesOf([question(), answer(), native]);
    expect(fromMail?.exchange_id).toBe(alone?.exchange_id);
    expect(larger?.exchange_id).toBe(alone?.exchange_id);
  });

  test('are unique, also where a log repeats a row', () => {
    const rows = [1, 2, 3].map(() =>
      makeItem({ origin: 'row', kind: 'log-row', file_id: 'f_log', subject: '', body: '03:10 ICE notified' }),
    );
    expect(new Set(exchangesOf(rows).map((draft) => draft.exchange_id)).size).toBe(3);
  });
});
