import { type Item, quotedItems, splitBody } from '../../ingest/index.ts';

/** The body's parts as `kind: text`, white space made single. */
function parts(body: string): string[] {
  return splitBody(body).parts.map(
    ({ kind, start, end }) => `${kind}: ${body.slice(start, end).replace(/\s+/g, ' ')}`,
  );
}

const ITEM: Item = {
  item_id: 'i_0',
  file_id: 'f_0',
  path: 'a.eml',
  sha256: '0'.repeat(64),
  kind: 'email',
  origin: 'native',
  page_start: null,
  page_end: null,
  part: '3',
  parent_id: null,
  message_id: null,
  in_reply_to: [],
  from: '',
  to: '',
  cc: '',
  date: null,
  date_raw: '',
  subject: '',
  headers_raw: {},
  body: '',
  parts: [],
  page_offsets: [],
  attachments: [],
  redacted: false,
  issues: [],
};

describe('the parts of a body', () => {
  test('new text, signature, disclaimer and quotation are told apart', () => {
    expect(
      parts(
        `Yes, send it over.\n\nKevin Trask\nSpecial Agent\n(217) 555-0161\n\nWARNING: This e-mail is UNCLASSIFIED//FOR OFFICIAL USE ONLY. It is not to be passed to personnel without a valid need to know.\n\nFrom: Oakley, Terrence\nSent: Tuesday, February 3, 2015 9:14 AM\nTo: Trask, Kevin\nSubject: phone\n\nGot a number.`,
      ),
    ).toEqual([
      'new: Yes, send it over.',
      'signature: Kevin Trask Special Agent (217) 555-0161',
      'disclaimer: WARNING: This e-mail is UNCLASSIFIED//FOR OFFICIAL USE ONLY. It is not to be passed to personnel without a valid need to know.',
      'quoted: From: Oakley, Terrence Sent: Tuesday, February 3, 2015 9:14 AM To: Trask, Kevin Subject: phone Got a number.',
    ]);
  });

  test.each([
    ['Thanks,\nTina', ['new: Thanks, Tina'], 'a note that is all closing words is what its writer wrote'],
    ['Call me.\n\nThanks,\nTina', ['new: Call me.', 'signature: Thanks, Tina'], 'a closing word'],
    ['Hello\n\nSent from my iPhone', ['new: Hello', 'signature: Sent from my iPhone'], 'a device line'],
    ['Hello\n\n-- \nT. Loftus\nDesk', ['new: Hello', 'signature: -- T. Loftus Desk'], 'the usenet mark'],
    [
      'He is wanted in Tulsa.\nHe drives a red Ford.',
      ['new: He is wanted in Tulsa. He drives a red Ford.'],
      'prose only',
    ],
    [
      'This message is confidential, burn it.',
      ['new: This message is confidential, burn it.'],
      'a joke is no disclaimer',
    ],
    [
      'Choose Personal\n> ICE, and confirm both\nnumbers.',
      ['new: Choose Personal > ICE, and confirm both numbers.'],
      'a > within a paragraph',
    ],
    ['', [], 'nothing'],
  ])('%j', (body, expected) => {
    expect(parts(body)).toEqual(expected);
  });

  test('answers between marked lines stay new text', () => {
    expect(
      parts(
        'On Tue, Apr 29, 2014 at 4:22 PM, Tina <t@pd.example> wrote:\n\n> Who?\n> When?\n\nMe, at nine.\n\n> Where?\n> Why?\n\nAt the depot.',
      ),
    ).toEqual([
      'quoted: On Tue, Apr 29, 2014 at 4:22 PM, Tina <t@pd.example> wrote: > Who? > When?',
      'new: Me, at nine.',
      'quoted: > Where? > Why?',
      'new: At the depot.',
    ]);
  });

  test('a quoted line that the page broke is quoted to its end', () => {
    const long =
      'On Jan 6, 2015, at 5:52 AM, Tina Loftus wrote:\n> The eastbound lanes of the overpass are glare ice and four cars\nhave crashed since half past four.\n> Stay east of it.\n\nWill do.';
    expect(parts(long)).toEqual([
      'quoted: On Jan 6, 2015, at 5:52 AM, Tina Loftus wrote: > The eastbound lanes of the overpass are glare ice and four cars have crashed since half past four. > Stay east of it.',
      'new: Will do.',
    ]);
  });

  test.each([
    [
      'the quoted line had room for its first word',
      'Who has the overpass tonight?',
      'Me, at nine, with the new squad car.',
    ],
    [
      'it begins a sentence of its own',
      'Could somebody on the midnight shift please take the overpass?',
      'Certainly, I will be there from nine on with the new squad car.',
    ],
  ])('an answer right below a quoted line is new text where %s', (_, asked, answer) => {
    expect(parts(`On Jan 6, 2015, at 5:52 AM, Tina Loftus wrote:\n> ${asked}\n${answer}`).at(-1)).toBe(
      `new: ${answer}`,
    );
  });
});

describe('quoted messages', () => {
  test('an inline quotation loses its marks, and what it quotes stands in it', () => {
    const [message] = splitBody(
      'Ok.\n\nOn Jan 6, 2015, at 5:52 AM, Tina Loftus <t@pd.example> wrote:\n\n> Ice on the deck.\n>\n> On Jan 5, 2015, at 9:00 PM, Bob wrote:\n> > Any ice?',
    ).quoted;
    expect(message?.headers_raw).toEqual({
      from: 'Tina Loftus <t@pd.example>',
      date: 'Jan 6, 2015, at 5:52 AM',
    });
    expect(message?.body).toBe('Ice on the deck.\n\nOn Jan 5, 2015, at 9:00 PM, Bob wrote:\n> Any ice?');
  });

  test('a forward that marks the header with the text gives up its header', () => {
    const [message] = splitBody(
      'FYI\n\nBegin forwarded message:\n\n> From: Some One <one@pd.example>\n> Date: August 1, 2011 23:28:15 GMT-07:00\n> To: Other <other@pd.example>\n> Subject: plan\n>\n> Original text',
    ).quoted;
    expect(message?.headers_raw).toMatchObject({ from: 'Some One <one@pd.example>', subject: 'plan' });
    expect(message?.body).toBe('Original text');
  });

  test.each([
    [
      'On 6 Jan 2015, at 19:21, Tina Loftus <t@pd.example> wrote:',
      'Tina Loftus <t@pd.example>',
      'Apple Mail',
    ],
    [
      'On Tue, Jan 6, 2015 at 5:52 AM Tina Loftus <t@pd.example>\nwrote:',
      'Tina Loftus <t@pd.example>',
      'Gmail, broken',
    ],
    [
      'El mar, 6 ene 2015 a las 5:52, Tina Loftus (<t@pd.example>) escribió:',
      'Tina Loftus (<t@pd.example>)',
      'Spanish',
    ],
    [
      'Le 6 janvier 2015 à 05:52, Tina Loftus <t@pd.example> a écrit :',
      'Tina Loftus <t@pd.example>',
      'French',
    ],
    ['"Loftus, Tina" <t@pd.example> wrote:', '"Loftus, Tina" <t@pd.example>', 'no date'],
    ['>>> Tina Loftus <t@pd.example> 1/6/2015 5:52 AM >>>', 'Tina Loftus <t@pd.example>', 'GroupWise'],
    ['>>> Loftus, Tina 1/6/2015 5:52 AM >>>', 'Loftus, Tina', 'GroupWise, family name first'],
    ['>>> Tina Loftus 6 January 2015 5:52 >>>', 'Tina Loftus', 'GroupWise, month in words'],
    ['Loftus, Tina wrote on 01/06/2015 05:52 AM:', 'Loftus, Tina', 'the time behind the verb'],
  ])('%s', (attribution, from) => {
    expect(
      splitBody(`Ok.\n\n${attribution}\n\nIce on the deck.`).quoted.map((message) => [
        message.headers_raw.from,
        message.body,
      ]),
    ).toEqual([[from, 'Ice on the deck.']]);
  });

  test.each(['On Tuesday he wrote:', 'As the chief said: no.', 'She wrote to us:', 'On the form it said:'])(
    '%s is prose',
    (text) => {
      expect(splitBody(`${text}\n\nNothing is quoted here.`).quoted).toEqual([]);
    },
  );

  test('become items, each in the one it stands in, with their headers normalised', () => {
    const body =
      'Ok.\n\n-----Original Message-----\nFrom: Trask, Kevin <k@hsi.example>\nSent: Tuesday, February 3, 2015 9:20 AM\nTo: Oakley, Terrence\nSubject: RE: phone\n\nSure.\n\nFrom: Oakley, Terrence\nSent: Tuesday, February 3, 2015 9:14 AM\nTo: Trask, Kevin\nSubject: phone\n\nGot a number.';
    const items = quotedItems({ ...ITEM, body });
    expect(items.map(({ part, from, date, subject }) => [part, from, date, subject])).toEqual([
      ['3/q1', 'Trask, Kevin <k@hsi.example>', '2015-02-03T09:20', 'RE: phone'],
      ['3/q1/q1', 'Oakley, Terrence', '2015-02-03T09:14', 'phone'],
    ]);
    expect(items.map((item) => item.parent_id)).toEqual(['i_0', items[0]?.item_id]);
    expect(items[1]?.body).toBe('Got a number.');
  });

  test('take over the page on which their own text stands', () => {
    const head =
      'From: Oakley, Terrence\nSent: Tuesday, February 3, 2015 9:14 AM\nTo: Trask, Kevin\nSubject: phone\n\n';
    const body = `Ok.\n\n${head}Got a number.\nTwo of them.`;
    const page_offsets = [
      { page: 4, start: 0 },
      { page: 5, start: body.indexOf('Two of') },
    ];
    const [quoted] = quotedItems({ ...ITEM, page_start: 4, page_end: 5, body, page_offsets });
    expect([quoted?.page_start, quoted?.page_end]).toEqual([4, 5]);
    expect(quoted?.page_offsets).toEqual([
      { page: 4, start: 0 },
      { page: 5, start: 'Got a number.\n'.length },
    ]);
  });
});
