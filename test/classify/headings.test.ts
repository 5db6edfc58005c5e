import { splitParts } from '../../classify/split-parts.ts';

const people = (body: string, kind?: string) => splitParts(body, kind).messages.map(({ from }) => from);
const messages = (body: string, kind?: string) =>
  splitParts(body, kind).parts.flatMap(({ kind: of, start, end, message }) =>
    of === 'header' ? [] : [`${message} ${body.slice(start, end).split('\n')[0]}`],
  );

describe('headings of older messages', () => {
  test.each([
    [
      'a lone From:',
      'I gave him nothing.\n\nFrom: Tran, Henry (ERO)\n\nMike,\nCan you send the address?',
      'Tran, Henry (ERO)',
    ],
    ['bold fields', 'No.\n\n*From:* Tran, Henry\n*Sent:* Tuesday\n*To:* Ruiz\n\nIs he out?', 'Tran, Henry'],
    [
      'fields with blank lines',
      'No.\n\nFrom: Tran, Henry\n\nSent: Tuesday\n\nTo: Ruiz\n\nIs he out?',
      'Tran, Henry',
    ],
    [
      'an original message',
      'No.\n\n-----Original Message-----\n\nFrom: Tran, Henry\nSent: Tuesday\n\nIs he out?',
      'Tran, Henry',
    ],
    ['wrote on', 'No.\n\nHenry Tran wrote on 03/05/2013 at 4:15 PM:\n\nIs he out?', 'Henry Tran'],
    [
      'a broken On … wrote:',
      'No.\n\nOn Tue, Mar 5, 2013 at 4:15 PM, Henry Tran\n<henry.tran@ice.dhs.gov>\nwrote:\n\nIs he out?',
      'Henry Tran <henry.tran@ice.dhs.gov>',
    ],
    [
      'Spanish fields',
      'No.\n\nDe: Tran, Henry\nEnviado el: martes\nPara: Ruiz\nAsunto: pregunta\n\nIs he out?',
      'Tran, Henry',
    ],
    ['CR LF', 'No.\r\n\r\nFrom: Tran, Henry\r\nSent: Tuesday\r\n\r\nIs he out?', 'Tran, Henry'],
  ])('%s', (_name, body, from) => {
    expect(people(body)).toEqual(['', from]);
    expect(splitParts(body).parts.at(-1)?.message).toBe(1);
  });

  test('people who go on in the next line belong to the heading', () => {
    const body = 'No.\n\nFrom: Tran, Henry\nTo: Ruiz, Ana; Poe, Jan;\n Diaz, Eva\nSubject: him\n\nIs he out?';
    expect(messages(body)).toEqual(['0 No.', '1 him', '1 Is he out?']);
  });

  test.each([
    'ICE Officer Hill called me about Lopez and he wrote:\n\nWe will take him Friday.',
    'This is what she wrote:\n\nNo status.',
    'From: 0800\nUntil: 1600',
  ])('none in %j', (text) => {
    expect(splitParts(`Lt,\n\n${text}`).messages).toHaveLength(1);
  });

  test('a lone From: is none in a form', () => {
    expect(people('Request\n\nFrom: Det. Wain\n\nNeed: photo', 'form')).toHaveLength(1);
    expect(people('Request\n\nFrom: Det. Wain\n\nNeed: photo', 'email')).toHaveLength(2);
  });

  test('a memo opens with its fields in any order', () => {
    const body =
      'TO: Chief Hall\nFROM: Capt. Otis\nDATE: 12/20/2013\nRE: Trust Act\n\nA hold is no authority.';
    expect(splitParts(body, 'memo').messages).toEqual([{ from: 'Capt. Otis', to: 'Chief Hall' }]);
    expect(messages(body, 'memo')).toEqual(['0 Trust Act', '0 A hold is no authority.']);
  });
});

describe('marks of quotation', () => {
  test('each depth is a message of its own', () => {
    expect(messages('No.\n> Is he one?\n>> Ask Ruiz.\n> Please.')).toEqual([
      '0 No.',
      '1 > Is he one?',
      '2 >> Ask Ruiz.',
      '1 > Please.',
    ]);
  });

  test('an answer below what it answers is the newest', () => {
    expect(messages('> Is he a citizen?\nHe told booking he was born in Honduras.')).toEqual([
      '1 > Is he a citizen?',
      '0 He told booking he was born in Honduras.',
    ]);
    expect(messages('On Aug 18 Jan Poe wrote:\n> Out?\nYes.\n\n> When?\nAt noon.')).toEqual([
      '1 > Out?',
      '0 Yes.',
      '1 > When?',
      '0 At noon.',
    ]);
  });

  test('the end of a line that a program broke stays quoted', () => {
    expect(
      messages('No.\n> We would like to know whether he is still held in your\njail tonight.'),
    ).toHaveLength(2);
  });

  test('a text that is marked as a whole is new', () => {
    expect(messages('> Boosters: none.\n> Kiosks: two arrests.')).toEqual(['0 > Boosters: none.']);
  });
});

test('a hundred thousand blank lines, headings or marks take no time', () => {
  for (const line of ['', 'On 5 May', '> a', '-----Original Message-----', 'To: x;', '*From:*'])
    expect(splitParts(`${`${line}\n`.repeat(100_000)}end`).parts.length).toBeGreaterThan(0);
});

describe('what is written in a field is read', () => {
  const read = (body: string, kind?: string) =>
    splitParts(body, kind)
      .parts.filter(({ kind: of }) => of !== 'header')
      .map(({ start, end }) => body.slice(start, end))
      .join('\n');

  test.each([
    [
      'No.\n\n-----Original Message-----\nFrom: Ruiz, Ana\nSent: Monday\nTo: Poe, Ann;\nPlease keep Lopez for ERO',
      'Please keep Lopez',
    ],
    [
      'No.\n\nFrom: Ruiz, Ana\nTo: Poe, Ann\nSubject: RE: Lopez, Garcia,\nHernandez - detainers placed',
      'Hernandez - detainers',
    ],
    [
      'Date: 3/4/15 ICE ERO at jail 0900, took Juan Lopez on detainer\nFrom: Jail\nCopies: 2',
      'took Juan Lopez',
    ],
    ['Notes of the day:\n\nFrom: Jail - ICE picked up Juan Lopez at 0900\n\nBill', 'ICE picked up'],
    ['All,\n\nFrom: ERO Officer Ruiz called, wants Lopez held\n\nBill', 'wants Lopez held'],
    [
      'On 3 occasions this week ICE ERO came to the jail for people\nwith no charges at all. This is what Officer Ruiz of ICE\nwrote:\n\nThanks.',
      'no charges at all',
    ],
    ['ICE Agent Ruiz wrote on the detainer for Lopez, traffic stop:\n\nhold.', 'traffic stop'],
  ])('%j', (body, text) => {
    expect(read(body)).toContain(text);
  });

  test('an opening that says something is no heading', () => {
    const log = 'Date: 3/4/2015\nFrom: 0800 assisted ICE ERO with pick up of Juan Lopez\n1200 lunch';
    expect(read(log, 'log-row')).toContain('assisted ICE ERO');
  });

  test('an older quotation in a quotation, and lower-case answers, have their writers', () => {
    expect(
      messages(
        'On Mar 4 Ana Ruiz wrote:\n> On Mar 3 Ann Poe wrote:\n>> hi\n> Will you hold him?\n\nYes we will.',
      ),
    ).toEqual(['2 >> hi', '1 > Will you hold him?', '0 Yes we will.']);
    expect(messages('On Mar 3 Ana Ruiz wrote:\n> Do you have Lopez?\nyes, no license only')).toEqual([
      '1 > Do you have Lopez?',
      '0 yes, no license only',
    ]);
  });
});
