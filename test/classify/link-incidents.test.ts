import { buildIncidents, type Exchange, type LinkedItem, linkItems } from '../../classify/index.ts';
import type { Item } from '../../ingest/index.ts';
import { makeItem } from './link-samples.ts';

/** Every exchange a contact, of the purpose given. */
function codeAll(
  items: Item[],
  purpose: Exchange['purpose'] = 'civil-immigration',
): [Exchange[], LinkedItem[]] {
  const linked = linkItems(items);
  const coded = linked.exchanges.map(
    (draft): Exchange => ({
      ...draft,
      contact_id: null,
      incident_id: null,
      relevance: 'contact',
      purpose,
      conduct: 'unstated',
      verdict: 'status-only',
      probability: 1,
      needs_review: false,
      direction: 'to-ice',
      nature: [],
      component: [],
      persons: 1,
      minors: false,
      coder: 'test',
      evidence: [],
    }),
  );
  return [coded, linked.items];
}

let day = 10;
/** A message of its own, on a day of its own. */
function mail(body: string, fields: Partial<Item> = {}): Item {
  day++;
  return makeItem({
    subject: `note ${day}`,
    date: `2016-03-${String((day % 28) + 1).padStart(2, '0')}T09:00`,
    body,
    ...fields,
  });
}

function reasonsOf(items: Item[], purpose?: Exchange['purpose']): string[] {
  return [...buildIncidents(...codeAll(items, purpose)).values()].map((incident) => incident.reason);
}

function countIncidents(items: Item[], purpose?: Exchange['purpose']): number {
  return new Set([...buildIncidents(...codeAll(items, purpose)).values()].map((one) => one.incident_id)).size;
}

const ONE: [string, string, string, string][] = [
  [
    'a case number',
    'Writing about 15-00341, are you free?',
    'The lab result for LG 15-341 is in.',
    'case number',
  ],
  ['a court number', 'Warrant 15-CF-0288 is signed.', 'Trial in 15-CF-0288 is set for May.', 'case number'],
  ['a federal case number', 'HSI FR18CR0001 as agreed.', 'Frames recovered in FR18CR0001.', 'case number'],
  [
    'an A-number with other spaces',
    'He is A 089 555 131 in your system.',
    'Detainer for A089555131 is on the fax.',
    'A-number',
  ],
  [
    'a plate after its word',
    'White van, plate GKT 4471, parked there.',
    'Same tag GKT4471 seen at the motel.',
    'plate',
  ],
  [
    'a birth date with the name',
    'Xitumul, Marvin 03/03/1994 was in the back.',
    'No record on Marvin Xitumul, DOB 3/3/94.',
    'name',
  ],
  [
    'a full name with an age, later in full',
    'The driver is Trent Ogilvie, 38, of Calgary.',
    'They booked Trent Ogilvie for the 22nd.',
    'person',
  ],
  [
    'a rare family name, once introduced',
    'The suspect Spencer Vandermolen signed for it.',
    'Vandermolen opened the box at ten.',
    'family name',
  ],
  [
    'the first half of a double name',
    'Subscriber is Rogelio Tamez-Ibarra, DOB 04/19/1979.',
    'Tamez is in town on the tenth.',
    'family name',
  ],
  [
    'an address',
    'They live at 1410 Hatch St, upstairs.',
    'Nobody opened at 1410 Hatch Street today.',
    'address',
  ],
];

const TWO: [string, string, string][] = [
  ['an officer named in both', 'Det. Sarah Whitlock will call you.', 'Ask Sarah Whitlock for the report.'],
  ['a telephone', 'Reach me at 309-555-0142 today.', 'The number is 309-555-0142 again.'],
  ['a statute', 'Charged under 8 USC 1324 and 18 USC 1028.', 'Another 8 USC 1324 case for you.'],
  ['a bill', 'HB 19-1124 passed the house.', 'Under HB19-1124 we decline.'],
  ['an agency code', 'ORI OH0550000 asks.', 'TO OH0550000 FROM LESC.'],
  [
    'a number behind a name',
    'Registers: Sea Grape 11, Conch 4.',
    'The manager of the Sea Grape Motel called.',
  ],
  ['a form', 'The I-247 is on the fax.', 'We no longer honour an I-247 by itself.'],
  ['a date', 'Meet on 2016-04-12 at nine.', 'Moved from 2016-04-12 to Friday.'],
  ['a zip code', 'Springfield, IL 62701-1234', 'Mail it to 62701-1234 please.'],
  ['a place of two words', 'He works at the Golden Carp.', 'Lunch at the Golden Carp?'],
  [
    'a full name that many bear',
    'The driver is Jose Garcia, 31, of Peoria.',
    'The suspect Jose Garcia, 45, ran off.',
  ],
  [
    'a family name that is a county as well',
    'The driver is Dale Tazewell, 31, of Pekin.',
    'Tazewell County has a bed for the night.',
  ],
  [
    'a family name of two people',
    'The driver is Ana Mejia, 31, of Peoria.',
    'The suspect Luis Mejia, 22, ran. Mejia is gone.',
  ],
  [
    'a family name that is also a word',
    'The victim is Tom Freed, 44, of Peoria.',
    'The hostage was freed and Freed Street is open.',
  ],
  ['a street without its number', 'Stopped on Hatch St near the rink.', 'Fire on Hatch St, two units.'],
];

describe('contacts about one case', () => {
  test.each(ONE)('are joined by %s', (_, first, second, kind) => {
    const items = [mail(first), mail(second)];
    expect(countIncidents(items)).toBe(1);
    for (const reason of reasonsOf(items)) expect(reason).toContain(kind);
  });

  test.each(TWO)('are not joined by %s', (_, first, second) => {
    expect(countIncidents([mail(first), mail(second)])).toBe(2);
  });

  test('are not joined by what stands in signatures', () => {
    const signature = '\n\nTerrence Oakley\n305 Mercer St\nCase desk 16-00001';
    expect(
      countIncidents([mail(`The van is back.${signature}`), mail(`Who has the keys?${signature}`)]),
    ).toBe(2);
  });

  test('are not joined by a list that names many, nor through it', () => {
    const list = mail('This week: 15-00101, 15-00102, 15-00103, 15-00104, 15-00105, 15-00106.');
    expect(countIncidents([list, mail('About 15-00101, call me.'), mail('15-00104 is closed.')])).toBe(3);
  });

  test('are joined where one forwards the other', () => {
    const first = mail('Is he still there?', {
      from: 'Oakley, Terrence <to@pd.example>',
      to: 'Trask, Kevin <kt@ice.example>',
      subject: 'release',
    });
    const answer = mail('Until six.', {
      from: 'Trask, Kevin <kt@ice.example>',
      to: 'Oakley, Terrence <to@pd.example>',
      subject: 'RE: release',
      date: first.date,
    });
    const forward = mail('For you.', {
      from: 'Oakley, Terrence <to@pd.example>',
      to: 'Nate Orlowski <no@campus.example>',
      subject: 'FW: release',
    });
    const quoted = makeItem({
      ...answer,
      item_id: 'i_forwarded',
      origin: 'quoted',
      parent_id: forward.item_id,
    });
    expect(reasonsOf([first, answer, forward, quoted])).toEqual([
      'one forwards the other',
      'one forwards the other',
    ]);
  });

  test('about nobody in particular are joined by case numbers only', () => {
    const items = [
      mail('Tour of 1410 Hatch St with Ana Mejia, 31, on Friday.'),
      mail('Lunch at 1410 Hatch St with Ana Mejia, 31.'),
    ];
    expect(countIncidents(items, 'administrative')).toBe(2);
    expect(countIncidents([mail('Numbers for 15-00341.'), mail('Again 15-00341.')], 'administrative')).toBe(
      1,
    );
  });

  test('exchanges that are no contacts have no incident', () => {
    const [coded, items] = codeAll([mail('About 15-00341.'), mail('About 15-00341.')]);
    const [first] = coded;
    expect(buildIncidents([{ ...first!, relevance: 'mention' }, coded[1]!], items).size).toBe(1);
  });

  test('the order of the input changes nothing', () => {
    const items = ONE.flatMap(([, first, second]) => [mail(first), mail(second)]);
    const [coded, linked] = codeAll(items);
    const forwards = [...buildIncidents(coded, linked)].sort();
    expect([...buildIncidents([...coded].reverse(), [...linked].reverse())].sort()).toEqual(forwards);
  });
});
