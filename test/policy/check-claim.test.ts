import type { Exchange, LinkedItem } from '../../classify/index.ts';
import {
  type ClaimCheck,
  checkClaims,
  joinExchanges,
  parseClaims,
  type RecordCoverage,
} from '../../policy/index.ts';
import { exchange, linkedItem } from '../records.ts';
import { BOOK } from './books.ts';

const WHOLE: RecordCoverage = {
  files: 10,
  files_unreadable: 0,
  pages: 100,
  pages_unread: 0,
  first_day: '2015-01-06',
  last_day: '2016-12-20',
};
const PEOPLE = [
  { name: 'Tina Loftus', address: '', side: 'police', role: null },
  { name: 'Dana Pike', address: '', side: 'immigration', role: null },
];

/** One contact with one message; `n` makes its ids. */
function contact(n: number, change: Partial<Exchange> = {}, message: Partial<LinkedItem> = {}) {
  const item = linkedItem({ item_id: `i_${n}`, date: change.first_date ?? null, ...message });
  return {
    item,
    exchange: exchange({
      exchange_id: `x_${n}`,
      contact_id: `c_${n}`,
      incident_id: `n_${n}`,
      items: [item.item_id],
      first_date: '2015-06-01',
      coder: 'people',
      ...change,
    }),
  };
}

type One = ReturnType<typeof contact>;

function check(claim: string, ones: One[], coverage: Partial<RecordCoverage> = {}, head = ''): ClaimCheck {
  const body = claim
    .trim()
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
  const text = `${head}claims:\n  - id: a\n    side: critics\n    role: a resident\n    claim: x\n${body}\n`;
  const participants = ones.flatMap(({ exchange: { exchange_id } }) =>
    PEOPLE.map((one) => ({ ...one, exchange_id })),
  );
  const items = ones.map(({ item }) => item);
  const exchanges = joinExchanges(
    ones.map((one) => one.exchange),
    items,
    participants,
  );
  const [result] = checkClaims(parseClaims(text, 'claims.yaml', BOOK), { exchanges, items }, BOOK, {
    ...WHOLE,
    ...coverage,
  });
  if (result === undefined) throw new Error('no check');
  return result;
}

const THRESHOLDS = 'supported_when: n >= 2\ncontradicted_when: n < 1';
const number = (text: string) => `numbers:\n  n: {${text}}\n${THRESHOLDS}`;
const IN_READING = number('over: contacts, where: in_reading');

const STATUS = (n: number, change: Partial<Exchange> = {}) =>
  contact(n, { verdict: 'status-only', ...change });
const MIXED = (n: number) => contact(n, { verdict: 'mixed', conduct: 'alleged-crime' });
const CRIME = (n: number) => contact(n, { verdict: 'criminal-investigation', purpose: 'criminal' });

describe('strict and broad', () => {
  test.each<[string, One[], string, number, number]>([
    ['both support', [STATUS(1), STATUS(2), MIXED(3)], 'supported', 2, 3],
    ['both contradict', [CRIME(1)], 'contradicted', 0, 0],
    ['between the thresholds', [STATUS(1)], 'partly', 1, 1],
    ['they differ', [MIXED(1), MIXED(2)], 'partly', 0, 2],
  ])('%s', (_case, ones, answer, strict, broad) => {
    expect(check(IN_READING, ones)).toMatchObject({ answer, strict, broad });
  });

  test('says how they differ, and which rows stand behind the number', () => {
    const found = check(IN_READING, [MIXED(1), MIXED(2), CRIME(3)]);
    expect(found.reason).toBe('In the strict reading: contradicted; in the broad one: supported.');
    expect(found.rows).toEqual(['c_1', 'c_2']);
    expect(found.numbers[0]).toMatchObject({ strict_rows: [], exchange_ids: ['x_1', 'x_2'] });
  });
});

describe('what can be counted', () => {
  const ones = [
    STATUS(1, { persons: 3, minors: true, first_date: '2015-01-06T09:00', incident_id: 'n_1' }),
    STATUS(2, { persons: 3, minors: true, first_date: '2015-01-20T09:00', incident_id: 'n_1' }),
    STATUS(3, { persons: 1, minors: true, first_date: '2015-03-01T09:00' }),
    STATUS(4, { persons: null, minors: false, first_date: '2015-04' }),
    contact(5, {
      relevance: 'none',
      verdict: 'not-contact',
      contact_id: null,
      incident_id: null,
      first_date: '2016-02-02',
    }),
  ];
  test.each<[string, number | null]>([
    ['over: contacts', 4],
    ['over: exchanges', 5],
    ['over: exchanges, where: relevance == "none"', 1],
    ['over: messages', 4],
    ['over: incidents', 3],
    ['over: incidents, count: persons', 4],
    ['over: contacts, count: persons', 7],
    ['over: incidents, count: families', 1],
    ['over: contacts, count: families', 2],
    ['over: contacts, count: months', 3],
    ['over: contacts, where: minors, count: percent', 75],
    ['over: contacts, where: family, count: percent, of: minors', 66.6667],
    ['over: contacts, where: minors, count: percent, of: verdict == "mixed"', null],
    ['over: contacts, count: per_month', 0.1667],
    ['over: contacts, from: 2015-01, to: 2015-02, count: per_month', 1],
    ['over: contacts, where: persons > 2', 2],
    ['over: contacts, where: text.mentions("status")', 4],
    ['over: messages, count: median_reply_minutes', null],
  ])('%s: %s', (text, expected) => {
    expect(check(number(text), ones).broad).toBe(expected);
  });

  test('a row whose filter cannot be answered is kept apart', () => {
    const found = check(number('over: contacts, where: persons > 2'), ones);
    expect(found.numbers[0]?.open_rows).toEqual(['c_4']);
  });

  test('a period takes in its first and last day and leaves out what lies outside', () => {
    expect(check(number('over: contacts, from: 2015-01-06, to: 2015-01-20'), ones).rows).toEqual([
      'c_1',
      'c_2',
    ]);
    expect(check(number('over: contacts, from: 2015-01-07, to: 2015-01-19'), ones).rows).toEqual([]);
    expect(check(number('over: contacts, from: 2015-04-15'), ones).numbers[0]).toMatchObject({
      rows: [],
      open_rows: ['c_4'],
    });
  });
});

describe('replies', () => {
  const [ask, answer] = [
    linkedItem({
      item_id: 'i_1',
      message_id: '<1>',
      date: '2015-06-01T09:00:00-05:00',
      from: 'Pike, Dana',
      to: 'Loftus, Tina',
    }),
    linkedItem({
      item_id: 'i_2',
      message_id: '<2>',
      date: '2015-06-01T10:09:00-04:00',
      from: 'Loftus, Tina',
      to: 'Pike, Dana',
    }),
  ];
  const quoted = { ...ask, item_id: 'i_3', origin: 'quoted' as const, parent_id: 'i_2', duplicate_of: 'i_1' };
  const median = (answers: Partial<LinkedItem>, extra: LinkedItem[] = []) => {
    const items = [ask, { ...answer, ...answers }, ...extra];
    const one = exchange({ items: ['i_1', 'i_2'], coder: 'people' });
    const exchanges = joinExchanges(
      [one],
      items,
      PEOPLE.map((person) => ({ ...person, exchange_id: one.exchange_id })),
    );
    const text = `claims:\n  - {id: a, side: s, role: r, claim: c, numbers: {n: {over: messages, count: median_reply_minutes}}, supported_when: n < 30, contradicted_when: n > 480}`;
    return checkClaims(parseClaims(text, 'claims.yaml', BOOK), { exchanges, items }, BOOK, WHOLE)[0];
  };
  test('are timed across zones by the Message-ID that they answer', () => {
    expect(median({ in_reply_to: ['<1>'] })).toMatchObject({ broad: 9, answer: 'supported', rows: ['i_2'] });
  });
  test('are timed by the message that they quote', () => {
    expect(median({}, [quoted])?.broad).toBe(9);
  });
  test.each<[string, Partial<LinkedItem>]>([
    ['without a link', {}],
    ['without a time of day', { in_reply_to: ['<1>'], date: '2015-06-01' }],
    ['with a clock of unknown zone', { in_reply_to: ['<1>'], date: '2015-06-01T09:09' }],
    ['before the message that they answer', { in_reply_to: ['<1>'], date: '2015-06-01T08:09:00-05:00' }],
    ['from the same side', { in_reply_to: ['<1>'], from: 'Pike, Dana' }],
  ])('%s are not timed, and the answer is open', (_case, change) => {
    expect(median(change)).toMatchObject({ broad: null, answer: 'cannot tell' });
  });
});

describe('records that are too poor', () => {
  const two = [STATUS(1), STATUS(2)];
  test.each<[string, string, One[], Partial<RecordCoverage>, string, RegExp]>([
    ['read well enough', IN_READING, two, { pages_unread: 10 }, 'supported', /^$/],
    [
      'too many pages unread',
      IN_READING,
      two,
      { pages_unread: 11 },
      'cannot tell',
      /11 % of the release could not be read/,
    ],
    ['too many files unread', IN_READING, two, { files_unreadable: 2 }, 'cannot tell', /20 % of the release/],
    [
      'a period outside',
      `from: 2018-01-01\n${IN_READING}`,
      two,
      {},
      'cannot tell',
      /no dated item lies in the period/,
    ],
    [
      'no date at all',
      IN_READING,
      two,
      { first_day: null, last_day: null },
      'cannot tell',
      /no item of the records has a date/,
    ],
    [
      'rows without a date',
      `from: 2015-02-01\n${IN_READING}`,
      [...two, STATUS(3, { first_date: null })],
      {},
      'cannot tell',
      /1 of 3 contacts have no date/,
    ],
    [
      'rows without a date and no period',
      IN_READING,
      [...two, STATUS(3, { first_date: null })],
      {},
      'supported',
      /^$/,
    ],
    [
      'the model abstains on most',
      IN_READING,
      [
        STATUS(1, { needs_review: true, coder: 'model 1' }),
        STATUS(2, { needs_review: true, coder: 'model 1' }),
        STATUS(3),
      ],
      {},
      'cannot tell',
      /On 2 of the 3 contacts behind “n” the model abstains/,
    ],
    [
      'people decided them',
      IN_READING,
      [STATUS(1, { needs_review: true }), STATUS(2)],
      {},
      'supported',
      /^$/,
    ],
    [
      'a threshold that divides by nothing',
      'numbers:\n  n: {over: contacts, where: minors}\nsupported_when: 1 / n > 2\ncontradicted_when: n / n < 1',
      two,
      {},
      'cannot tell',
      /A threshold cannot be worked out/,
    ],
    ['no measure but words', 'measure: count them', two, {}, 'cannot tell', /in words only/],
  ])('%s', (_case, claim, ones, coverage, answer, reason) => {
    const found = check(claim, ones, coverage);
    expect(found.answer).toBe(answer);
    expect(found.reason).toMatch(reason);
  });

  test('the limits can be set in the file', () => {
    expect(check(IN_READING, two, { pages_unread: 20 }, 'coverage: {unread: 0.25}\n').answer).toBe(
      'supported',
    );
    expect(check(IN_READING, two, { pages_unread: 2 }, 'coverage: {unread: 0.01}\n').answer).toBe(
      'cannot tell',
    );
  });
});

describe('what would change the answer', () => {
  test('names the smallest change', () => {
    expect(check(IN_READING, [STATUS(1), STATUS(2), STATUS(3)]).would_change).toBe(
      'partly, were “n” lower by 2',
    );
    expect(check(IN_READING, [CRIME(1)]).would_change).toBe('partly, were “n” higher by 1');
  });

  test('steps a percentage by fractions of itself', () => {
    const text =
      'numbers:\n  n: {over: contacts, where: minors, count: percent}\nsupported_when: n > 40\ncontradicted_when: n < 10';
    expect(check(text, [STATUS(1, { minors: true }), STATUS(2)]).would_change).toBe(
      'partly, were “n” lower by 10',
    );
  });
});
