import { linkItems } from '../../classify/index.ts';
import type { Item } from '../../ingest/index.ts';
import { makeItem } from './link-samples.ts';

const LONG =
  'Could you check whether the man we stopped on Sycamore last night, plate P482911, has a record with your office? He gave two birth dates and no papers. The officer let him go with a warning at 0315 and wrote it up as 15-00341.';
const OCR =
  'Cou1d you chcck whether the rnan we stopped on Sycarnore last nigbt, plate P48291l, has a recOrd with your officc? Hc gave two birth dates and no papers. The officer let him go with a warning at 0315 and wrote it up as 15-00341.';
const REDACTED_NAME =
  'Could you check whether the man we stopped on ████████ last night, plate [REDACTED] 7(1)(b), has a record with your office? He gave two birth dates and no papers. The officer let him go with a warning at 0315 and wrote it up as 15-00341.';
const REDACTED_CASE =
  'Could you check whether the man we stopped on Sycamore last night, plate P482911, has a record with your office? He gave two (b)(6) and no papers. The officer let him go with a warning at 0315 and wrote it up as (b)(7)(C).';
const WRAPPED = LONG.replace('Sycamore last', 'Sycamore\n> last').replace('papers.', 'pa-\npers.');
const NOTICE =
  'Road crews report black ice on the Mercer overpass. Slow down and watch for stopped cars on the deck.';

type Case = [string, Partial<Item>, Partial<Item>];

const ONE: Case[] = [
  [
    'native and print',
    { origin: 'native', message_id: '<a@x>', date: '2015-03-02T10:41:23-06:00', body: LONG },
    { body: LONG },
  ],
  ['other line breaks and quote marks', { body: LONG }, { origin: 'quoted', body: WRAPPED }],
  ['a scan with misread letters', { body: LONG }, { body: OCR, subject: 'to1ls back' }],
  [
    'redactions that differ',
    { body: REDACTED_NAME, redacted: true },
    { body: REDACTED_CASE, redacted: true },
  ],
  ['a sender redacted in one release', { body: LONG, from: '[REDACTED] 7(1)(b)' }, { body: LONG }],
  ['a name in another order', { body: LONG, from: 'Terrence Oakley' }, { body: LONG }],
  ['a mailbox name instead of a name', { body: LONG, from: 'TOakley' }, { body: LONG }],
  [
    'a quotation that names neither subject nor recipients',
    { body: LONG },
    { origin: 'quoted', subject: '', to: '', from: 'Terrence Oakley', body: LONG },
  ],
  ['a quotation without a date', { body: LONG }, { origin: 'quoted', date: null, body: LONG }],
  ['a quotation with only a day', { body: LONG }, { origin: 'quoted', date: '2015-03-02', body: LONG }],
  [
    'a signature cut off',
    { body: `${LONG}\n\nDet. Terry Oakley #418\nStreet Crimes Unit\n(309) 555-0142` },
    { origin: 'quoted', body: LONG },
  ],
  ['a text cut in the middle', { body: LONG }, { origin: 'quoted', body: LONG.slice(0, 90) }],
  ['a one-line reply', { body: 'Thanks, will do.' }, { origin: 'quoted', body: 'Thanks, will do.' }],
  [
    'a print from another time zone',
    { origin: 'native', date: '2015-03-02T10:41:23-06:00', body: LONG },
    { date: '2015-03-02T11:41', body: LONG },
  ],
  [
    'a subject cut short',
    { body: LONG, subject: 'tolls back from the carrier' },
    { body: LONG, subject: 'tolls back from' },
  ],
  [
    'a weekday that shows the date was misread',
    { body: LONG },
    { body: LONG, date: '2015-03-08T10:41', date_raw: 'Monday, March 8, 2015 10:41 AM' },
  ],
  ['blacked out wholly in one release', { body: LONG }, { body: '██████████\n██████', redacted: true }],
];

const TWO: Case[] = [
  ['the same notice on two days', { body: NOTICE }, { body: NOTICE, date: '2015-03-03T10:41' }],
  [
    'the same notice an hour later in one file',
    { body: NOTICE, file_id: 'f_one' },
    { body: NOTICE, file_id: 'f_one', date: '2015-03-02T11:41' },
  ],
  [
    'two one-line replies in one minute by one person',
    { body: 'Yes.', subject: 'RE: lunch plans' },
    { body: 'Friday then', subject: 'RE: lunch plans' },
  ],
  [
    'one reply to two people in one minute',
    { body: 'Thanks', to: 'Trask, Kevin' },
    { body: 'Thanks', to: 'Loftus, Tina' },
  ],
  [
    'the same thanks in one minute under two subjects',
    { body: 'Thanks' },
    { body: 'Thanks', subject: 'Thursday range day' },
  ],
  ['the same thanks on another day', { body: 'Thanks' }, { body: 'Thanks', date: '2015-03-05T10:41' }],
  [
    'the same words in one minute by two people',
    { body: 'Copy that.' },
    { body: 'Copy that.', from: 'Loftus, Tina <tloftus@pd.example>' },
  ],
  [
    'one text sent to another person later',
    { body: LONG },
    { body: LONG, to: 'Sissel, Raymond', date: '2015-03-02T10:58' },
  ],
  [
    'other Message-IDs',
    { body: LONG, origin: 'native', message_id: '<a@x>' },
    { body: LONG, origin: 'native', message_id: '<b@x>' },
  ],
  [
    'two redacted senders who both say thanks',
    { body: 'Thanks', from: '(b)(6)' },
    { body: 'Thanks', from: '(b)(6)' },
  ],
  [
    'an answer and a forward in one minute',
    { body: 'See below.', subject: 'RE: tolls back', to: 'Trask, Kevin' },
    { body: 'See below.', subject: 'FW: tolls back', to: 'Loftus, Tina' },
  ],
  [
    'a message of which only a footer is left, and one with that footer',
    { from: '', to: '', subject: '', date: null, body: NOTICE + NOTICE },
    {
      body: `Send me the names. ${NOTICE}${NOTICE} Names of ten counterparties are what I am after, with the dates of each and the sums owed by them, and the names of those who signed, if you still have them.`,
    },
  ],
  [
    'half an hour apart, without a zone to explain it, and other numbers',
    { body: `${NOTICE} 12 cars off the road.` },
    { body: `${NOTICE} 31 cars off the road.`, date: '2015-03-02T11:11' },
  ],
];

function countMessages(items: Item[]): number {
  return linkItems(items).items.filter((item) => item.duplicate_of === null).length;
}

describe('copies of a message', () => {
  test.each(ONE)('%s: one message', (_, first, second) => {
    expect(countMessages([makeItem(first), makeItem(second)])).toBe(1);
  });

  test.each(TWO)('%s: two messages', (_, first, second) => {
    expect(countMessages([makeItem(first), makeItem(second)])).toBe(2);
  });

  test('a notice sent on three days stays three messages, and an undated quotation of it joins none', () => {
    const days = ['2015-03-02T06:00', '2015-03-03T06:00', '2015-03-04T06:00'];
    const notices = days.map((date) => makeItem({ date, body: NOTICE }));
    const quotation = makeItem({ origin: 'quoted', date: null, body: NOTICE });
    expect(countMessages([...notices, quotation])).toBe(4);
  });

  test('what two prints of a reply quote in the same place is one message, however short', () => {
    const replies = ['f_one', 'f_two'].map((file_id) => makeItem({ file_id, body: LONG }));
    const quoted = replies.map((reply) =>
      makeItem({
        origin: 'quoted',
        parent_id: reply.item_id,
        date: null,
        subject: '',
        body: 'Ok, go on.',
        from: 'Trask, Kevin',
      }),
    );
    expect(countMessages([...replies, ...quoted])).toBe(2);
  });

  test('what a reply quotes is the message that it answers by Message-ID', () => {
    const question = makeItem({
      origin: 'native',
      message_id: '<q@x>',
      from: 'Trask, Kevin <ktrask@ice.example>',
      body: 'Got it?',
    });
    const reply = makeItem({
      origin: 'native',
      message_id: '<r@x>',
      in_reply_to: ['<q@x>'],
      date: '2015-03-02T11:00',
      body: 'Yes.',
    });
    const quoted = makeItem({
      origin: 'quoted',
      parent_id: reply.item_id,
      date: null,
      subject: '',
      from: 'Kevin Trask',
      body: 'Got it?',
    });
    expect(countMessages([question, reply, quoted])).toBe(2);
  });

  test('a quotation that names only its sender is the message of that sender under the subject of the reply', () => {
    const sent = makeItem({
      from: 'Trask, Kevin <ktrask@ice.example>',
      date: '2015-03-01T09:00',
      body: 'Below is the link to it.',
    });
    const other = makeItem({
      ...sent,
      item_id: 'i_other',
      date: '2015-02-27T09:00',
      body: 'Nothing yet from the carrier.',
    });
    const reply = makeItem({ subject: 'RE: tolls back', body: 'Excellent point.' });
    const quoted = makeItem({
      origin: 'quoted',
      parent_id: reply.item_id,
      from: 'Kevin Trask',
      to: '',
      date: null,
      subject: '',
      body: 'Below is the link to it.',
    });
    expect(linkItems([sent, other, reply, quoted]).items[3]?.duplicate_of).toBe(sent.item_id);
    const again = makeItem({ ...sent, item_id: 'i_again', date: '2015-02-28T09:00' });
    expect(linkItems([sent, again, reply, quoted]).items[3]?.duplicate_of).toBeNull();
  });

  test('stretches quoted without any header between inline answers are the message that was answered', () => {
    const sent = makeItem({
      from: 'Trask, Kevin <ktrask@ice.example>',
      to: 'Oakley, Terrence',
      date: '2015-03-01T09:00',
      body: LONG,
    });
    const reply = makeItem({
      subject: 'RE: tolls back',
      body: 'No record here. As for the plate, ask the state.',
    });
    const stretches = [LONG.slice(0, 90), LONG.slice(95, 200)].map((body) =>
      makeItem({
        origin: 'quoted',
        parent_id: reply.item_id,
        from: '',
        to: '',
        date: null,
        subject: '',
        body,
      }),
    );
    expect(countMessages([sent, reply, ...stretches])).toBe(2);
  });

  test('the native copy counts, and names every place where the message stands', () => {
    const native = makeItem({ origin: 'native', body: LONG });
    const printed = makeItem({ body: LONG, page_start: 7, page_end: 8 });
    const quoted = makeItem({ origin: 'quoted', body: LONG });
    const { items } = linkItems([quoted, printed, native]);
    expect(items.map((item) => item.duplicate_of)).toEqual([native.item_id, native.item_id, null]);
    expect(items[2]?.witnesses.map((witness) => witness.item_id)).toEqual([
      native.item_id,
      printed.item_id,
      quoted.item_id,
    ]);
    expect(items[2]?.witnesses[1]).toMatchObject({ origin: 'printed', page_start: 7, page_end: 8 });
    expect(items[0]?.witnesses).toEqual([]);
  });

  test('of two prints the one with less blacked out counts', () => {
    const hidden = makeItem({
      body: LONG.replace(/Could you check.*?Sycamore/, '██████████████████████'),
      redacted: true,
    });
    const open = makeItem({ body: LONG });
    expect(linkItems([hidden, open]).items[0]?.duplicate_of).toBe(open.item_id);
  });

  test('a log that repeats a row keeps it, and a second copy of the log adds none', () => {
    const row = (file: string, part: string) =>
      makeItem({
        kind: 'log-row',
        origin: 'row',
        file_id: file,
        part,
        from: '',
        to: '',
        date: '2017-04-01T03:10',
        body: '2017-04-01 03:10 traffic stop, ICE notified, no hold, unit 27',
      });
    expect(
      countMessages([row('f_a', 'row 1'), row('f_a', 'row 2'), row('f_b', 'row 1'), row('f_b', 'row 2')]),
    ).toBe(2);
  });

  test('the order of the input changes nothing', () => {
    const items = [...ONE, ...TWO].flatMap(([, first, second]) => [makeItem(first), makeItem(second)]);
    const forwards = linkItems(items);
    const backwards = linkItems([...items].reverse());
    expect([...backwards.items].reverse()).toEqual(forwards.items);
    expect(backwards.exchanges).toEqual(forwards.exchanges);
  });
});
