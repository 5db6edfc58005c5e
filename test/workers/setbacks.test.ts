import type { Coding } from '../../classify/index.ts';
import { findLinks, VERDICTS } from '../../classify/index.ts';
import { issue } from '../../ingest/index.ts';
import { type CodingSteps, claimNothing, codeExchangeLine } from '../../workers/code-exchange-line.ts';
import { guardIncidents, guardLinks } from '../../workers/guard-links.ts';
import {
  countSetbacks,
  nameAtFiles,
  nameAtItems,
  putBeforePerson,
  type Setback,
  withoutSetbacks,
} from '../../workers/setbacks.ts';
import { exchange, linkedItem, sourceFile } from '../records.ts';

const DRAFT = {
  exchange_id: 'x_1',
  items: ['i_1', 'i_2'],
  first_date: '2015-01-06',
  last_date: '2015-01-07',
  subject: 'stop on Mercer',
  people: [],
  links: [],
};
const ITEMS = [linkedItem({ item_id: 'i_1' }), linkedItem({ item_id: 'i_2' })];
const BROKEN = () => {
  throw new TypeError('broken on purpose');
};

function coding(change: Partial<Coding>): Coding {
  return { ...claimNothing(), probability: 0.9, needs_review: false, ...change };
}

/** Steps that find a contact in each item; those in `change` in the place of them. */
function steps(change: Partial<CodingSteps> = {}): CodingSteps {
  const { exchange_id, contact_id, incident_id, items, first_date, last_date, subject, coder, ...contact } =
    exchange();
  return {
    version: 'test',
    item: () => coding({ relevance: 'contact', purpose: 'civil-immigration', verdict: 'status-only' }),
    exchange: (_, codings) =>
      [...codings.values()].some(({ relevance }) => relevance === 'contact')
        ? contact
        : { ...contact, relevance: 'none', verdict: 'not-contact', evidence: [] },
    people: () => [{ name: 'Tina Loftus', address: '', side: 'police', component: null, role: '' }],
    ...change,
  };
}

describe('an item on which the coder breaks down', () => {
  test('claims nothing: no contact, every verdict as likely, and a person has to read it', () => {
    const { probabilities, ...nothing } = claimNothing();
    expect(Object.values(probabilities).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(new Set(Object.values(probabilities)).size).toBe(1);
    expect(Object.keys(probabilities)).toEqual([...VERDICTS]);
    expect(nothing).toMatchObject({
      relevance: 'none',
      verdict: 'not-contact',
      needs_review: true,
      evidence: [],
      persons: null,
    });
  });

  test('leaves the other items of its exchange coded, and is named', () => {
    const codings: (string | undefined)[] = [];
    const line = codeExchangeLine(
      { exchange: DRAFT, items: ITEMS },
      steps({
        item: (item) => (item.item_id === 'i_2' ? BROKEN() : coding({ relevance: 'contact' })),
        exchange: (items, coded) => {
          codings.push(...items.map(({ item_id }) => coded.get(item_id)?.relevance));
          return steps().exchange(items, coded);
        },
      }),
    );
    expect(codings).toEqual(['contact', 'none']);
    expect(line.exchange.relevance).toBe('contact');
    expect(line.setbacks).toEqual([
      { step: 'item', item_id: 'i_2', error: 'TypeError: broken on purpose', at: expect.any(String) },
    ]);
  });

  test('is no contact where it stands alone', () => {
    const { exchange: coded } = codeExchangeLine(
      { exchange: { ...DRAFT, items: ['i_1'] }, items: ITEMS.slice(0, 1) },
      steps({ item: BROKEN }),
    );
    expect(coded).toMatchObject({ contact_id: null, verdict: 'not-contact', coder: 'model test' });
  });

  test('ends the job where the machine is to blame', () => {
    const full = () => {
      throw new RangeError('Array buffer allocation failed');
    };
    expect(() => codeExchangeLine({ exchange: DRAFT, items: ITEMS }, steps({ item: full }))).toThrow(
      'allocation failed',
    );
  });
});

describe('an exchange on which coding breaks down', () => {
  test('claims nothing and is named at the item that opens it', () => {
    const line = codeExchangeLine({ exchange: DRAFT, items: ITEMS }, steps({ exchange: BROKEN }));
    expect(line.exchange).toMatchObject({
      contact_id: null,
      relevance: 'none',
      verdict: 'not-contact',
      needs_review: true,
      evidence: [],
      items: ['i_1', 'i_2'],
    });
    expect(line.exchange).not.toHaveProperty('probabilities');
    expect(line.setbacks).toMatchObject([{ step: 'exchange', item_id: 'i_1' }]);
  });

  test('keeps its codes where only its people cannot be named', () => {
    const line = codeExchangeLine({ exchange: DRAFT, items: ITEMS }, steps({ people: BROKEN }));
    expect([line.exchange.relevance, line.participants]).toEqual(['contact', []]);
    expect(line.setbacks).toMatchObject([{ step: 'people', item_id: 'i_1' }]);
  });

  test('has no setbacks where none occurs', () => {
    const line = codeExchangeLine({ exchange: DRAFT, items: ITEMS }, steps());
    expect(line).not.toHaveProperty('setbacks');
    expect(line.participants).toMatchObject([{ exchange_id: 'x_1', name: 'Tina Loftus' }]);
  });
});

describe('an item that cannot be compared with the others', () => {
  const items = ['i_1', 'i_2', 'i_3'].map((item_id, at) =>
    linkedItem({ item_id, subject: `matter ${at}`, body: `A text of its own, number ${at}.` }),
  );
  const find = (some: Parameters<typeof findLinks>[0]) =>
    some.some(({ item_id }) => item_id === 'i_2') ? BROKEN() : findLinks(some);
  const links = guardLinks(items, find);

  test('stands in an exchange of its own, a copy of none, and the others are linked as ever', () => {
    const without = findLinks(items.filter(({ item_id }) => item_id !== 'i_2'));
    expect(links.exchanges.slice(0, -1)).toEqual(without.exchanges);
    expect(links.exchanges.at(-1)).toMatchObject({ items: ['i_2'], subject: 'matter 1' });
    const linked = links.linked(items[1]!);
    expect(linked).toMatchObject({
      exchange_id: links.exchanges.at(-1)?.exchange_id,
      duplicate_of: null,
      witnesses: [{ item_id: 'i_2' }],
    });
    expect(links.linked(items[0]!)).toEqual(without.linked(items[0]!));
    expect(links.setbacks).toMatchObject([{ step: 'links', item_id: 'i_2' }]);
  });
});

describe('a contact whose incident cannot be found', () => {
  test('is an incident of its own, and the others have theirs', () => {
    const contacts = ['x_1', 'x_2', 'x_3'].map((exchange_id, at) =>
      exchange({ exchange_id, items: [`i_${at + 1}`], incident_id: null }),
    );
    const items = contacts.map(({ exchange_id }, at) =>
      linkedItem({ item_id: `i_${at + 1}`, exchange_id, body: at === 1 ? 'a text to break on' : 'a text' }),
    );
    const given: string[][] = [];
    const setbacks = guardIncidents(contacts, items, (some, of) => {
      given.push(of.map(({ item_id }) => item_id));
      if (of.some(({ body }) => body.includes('break'))) BROKEN();
      return new Map(some.map(({ exchange_id }) => [exchange_id, { incident_id: 'n_9', reason: '' }]));
    });
    expect(contacts.map(({ incident_id }) => incident_id)).toEqual(['n_9', null, 'n_9']);
    expect(setbacks).toMatchObject([{ step: 'incident', item_id: 'i_2' }]);
    expect(given.at(-1)).toEqual(['i_1', 'i_3']);
  });
});

describe('what broke down', () => {
  const setback = (item_id: string, step: Setback['step'] = 'item'): Setback => ({
    step,
    item_id,
    error: 'TypeError: broken on purpose',
    at: '',
  });

  test.each([
    ['a printed item', { page_start: 3, page_end: 3, part: 'p3.1' }, 'page 3'],
    ['one on several pages', { page_start: 3, page_end: 5, part: 'p3.1' }, 'pages 3–5'],
    ['a message of a mailbox', { page_start: null, page_end: null, part: '12/2.1' }, 'message 12/2.1'],
    ['a row', { page_start: null, page_end: null, part: 'sheet 2 row 7' }, 'sheet 2 row 7'],
    ['a mail of its own', { page_start: null, page_end: null, part: null }, 'the message'],
    ['a memo', { page_start: null, page_end: null, part: null, kind: 'memo' as const }, 'the file'],
  ])('is named at %s with its place', (_, place, where) => {
    const item = linkedItem({ ...place, issues: [issue('no-date', 'x')] });
    nameAtItems([item], [setback('i_1')]);
    expect(item.issues).toEqual([
      issue('no-date', 'x'),
      {
        code: 'uncoded',
        message: expect.stringContaining('broken on purpose'),
        where,
      },
    ]);
  });

  test('is named at the file, one reason once with its places', () => {
    const items = Array.from({ length: 23 }, (_, at) =>
      linkedItem({
        item_id: `i_${at}`,
        page_start: null,
        part: `${at + 1}`,
        issues: [issue('no-date', 'x')],
      }),
    );
    const files = [sourceFile({ issues: [issue('encoding-guessed', 'x')] }), sourceFile({ file_id: 'f_2' })];
    nameAtItems(items, [...items.map(({ item_id }) => setback(item_id)), setback('i_4', 'links')]);
    const [first, second] = nameAtFiles(files, items);
    expect(second).toEqual(files[1]);
    expect(first?.status).toBe('read');
    expect(first?.issues.map(({ code }) => code)).toEqual(['encoding-guessed', 'uncoded', 'unlinked']);
    expect(first?.issues[1]?.where).toMatch(/^message 1; message 2; .*; message 20; and 3 more$/);
    expect(first?.issues[2]?.where).toBe('message 5');
    expect(countSetbacks(items)).toBe(23);
    expect(withoutSetbacks(first!)).toEqual(files[0]);
  });

  test.each<[Setback['step'], boolean]>([
    ['item', true],
    ['exchange', true],
    ['people', true],
    ['links', true],
    ['incident', false],
  ])('at the step %s puts the exchange before a person: %s', (step, expected) => {
    const exchanges = [exchange({ items: ['i_0', 'i_1'] }), exchange({ items: ['i_2'] })];
    putBeforePerson(exchanges, [setback('i_1', step)]);
    expect(exchanges.map(({ needs_review }) => needs_review)).toEqual([expected, false]);
  });
});
