import type { Exchange, LinkedItem } from '../../classify/index.ts';
import type { CodedExchange } from '../../policy/coded-contact.ts';
import type { Finding, Rule } from '../../policy/index.ts';
import { judgeContact, readyContact } from '../../policy/judge-contact.ts';
import type { Party } from '../../policy/writer.ts';
import { exchange, linkedItem } from '../records.ts';
import { BOOK, ruleOf } from './books.ts';

const OFFICER: Party = {
  name: 'Tina Loftus',
  address: 'tloftus@springfieldpd.example',
  side: 'police',
  role: 'officer',
};
const JAILER: Party = { name: 'Al Ross', address: 'aross@countyjail.example', side: 'police', role: 'jail' };
const AGENT: Party = { name: 'Dana Pike', address: 'dana.pike@ice.example', side: 'immigration', role: null };

function message(body: string, change: Partial<LinkedItem> = {}): LinkedItem {
  return linkedItem({
    from: 'Loftus, Tina',
    body,
    parts: [{ kind: 'new', start: 0, end: body.length }],
    ...change,
  });
}

function contact(
  change: Partial<Exchange> = {},
  items: LinkedItem[] = [message('Please check status of the driver.')],
  parties: Party[] = [OFFICER, AGENT],
): CodedExchange {
  const dates = items.map(({ date }) => date);
  return {
    exchange: exchange({
      items: items.map(({ item_id }) => item_id),
      first_date: dates[0] ?? null,
      last_date: dates.at(-1) ?? null,
      conduct: 'none',
      coder: 'people',
      ...change,
    }),
    items,
    parties,
  };
}

function judge(rule: Rule, one: CodedExchange, counterfactual = false): Finding {
  const finding = judgeContact(rule, readyContact(one, BOOK), BOOK, counterfactual);
  if (finding === null) throw new Error('no finding');
  return finding;
}

const NO_TIPS = `kind: prohibits
act: Police told the authority about a person.
when: purpose == "civil-immigration" && begun_by == "police"
unless:
  - {name: a judge's warrant, when: judicial_warrant}`;

const ASK_FIRST = `kind: needs-approval
act: Police wrote to the authority.
when: begun_by == "police"
unless:
  - {name: a criminal case, when: purpose == "criminal"}
approval: {by: the chief or a designee, shown: approval_recorded}`;

const SINCE = 'effective: {from: 2018-05-07}';
const on = (date: string | null) => [message('Please check status of the driver.', { date })];

describe('a rule that prohibits', () => {
  const rule = ruleOf(NO_TIPS, SINCE);
  const words = (body: string) => [message(body, { date: '2019-01-01' })];
  test.each<[string, Partial<Exchange>, LinkedItem[], Finding['finding'], string]>([
    ['the act and no exception', {}, words('No wants. Check status please.'), 'apparent conflict', ''],
    ['another purpose', { purpose: 'criminal' }, words('Buy two is done.'), 'consistent', ''],
    [
      'an exception in the words',
      { conduct: 'alleged-crime' },
      words('He has a felony warrant.'),
      'consistent',
      '',
    ],
    [
      'an exception denied in the words',
      { conduct: 'alleged-crime' },
      words('There is no warrant.'),
      'apparent conflict',
      '',
    ],
    [
      'an exception that the codes rule out',
      { conduct: 'none' },
      words('Check status.'),
      'apparent conflict',
      '',
    ],
    [
      'an exception not known',
      { conduct: 'alleged-crime' },
      words('Check status.'),
      'cannot tell',
      'warrant signed by a judge',
    ],
    [
      'a purpose not shown',
      { purpose: 'unclear' },
      words('Check this one.'),
      'cannot tell',
      'what the contact is for',
    ],
    [
      'words for both sides',
      { conduct: 'unstated' },
      words('A felony warrant. Or no: there is no warrant.'),
      'cannot tell',
      'warrant signed',
    ],
  ])('%s', (_case, change, items, finding, missing) => {
    const found = judge(rule, contact(change, items));
    expect(found.finding).toBe(finding);
    if (missing === '') expect(found.missing_fact).toBe('');
    else expect(found.missing_fact).toContain(missing);
  });

  test('cites the clause and the words of the act, with their place', () => {
    const told = ruleOf('kind: prohibits\nact: x\nwhen: contact_details_given', SINCE);
    const body = 'Check status. She lives at 12 Oak St.';
    const found = judge(told, contact({}, words(body)));
    expect(found).toMatchObject({
      finding: 'apparent conflict',
      clause: 'section 1',
      item_id: 'i_1',
      page: 1,
    });
    expect(found.quote).toBe('She lives at 12 Oak St.');
    expect(body.slice(found.start ?? 0, found.end ?? 0)).toBe(found.quote);
  });

  test('cites the words of the exception that holds', () => {
    const found = judge(
      rule,
      contact({ conduct: 'alleged-crime' }, words('Check status. He has a felony warrant.')),
    );
    expect(found).toMatchObject({ finding: 'consistent', quote: 'He has a felony warrant.' });
  });

  test('falls back on the words that carry the code', () => {
    expect(judge(rule, contact({}, words('Check status.'))).quote).toBe(exchange().evidence[0]?.quote);
  });

  test('is left open where the model abstains, and decided where a person has', () => {
    const open = judge(rule, contact({ needs_review: true, coder: 'model 1' }, words('Check status.')));
    expect(open).toMatchObject({ finding: 'cannot tell' });
    expect(open.missing_fact).toContain('a person has to code it first');
    const decided = judge(rule, contact({ needs_review: true, coder: 'AB' }, words('Check status.')));
    expect(decided.finding).toBe('apparent conflict');
  });
});

describe('a rule that asks for approval', () => {
  const rule = ruleOf(ASK_FIRST, SINCE);
  const judged = (body: string, change: Partial<Exchange> = {}) =>
    judge(rule, contact(change, [message(body, { date: '2019-01-01' })]));
  test.each([
    ['Chief has approved. Name below.', 'consistent'],
    ['Approved by the chief this morning.', 'consistent'],
    ["I have the chief's permission to send this.", 'consistent'],
    ['I did not ask the chief about this one.', 'apparent conflict'],
    ['No approval from the chief yet, but here it is.', 'apparent conflict'],
    ['Name below if it is of use.', 'cannot tell'],
    ['The chief is on vacation.', 'cannot tell'],
    ['Approved for overtime.', 'cannot tell'],
  ])('%s: %s', (body, finding) => {
    expect(judged(body).finding).toBe(finding);
  });

  test('says that none was found, never that there was none', () => {
    const found = judged('Name below.');
    expect(found.missing_fact).toBe('No approval found in the records supplied.');
    expect(found.reason).toBe('No approval found in the records supplied.');
  });

  test("does not take the authority's word for the department's approval", () => {
    const items = [
      message('Name below.', { date: '2019-01-01' }),
      message('Our supervisor approved it.', { item_id: 'i_2', date: '2019-01-01', from: 'Pike, Dana' }),
    ];
    expect(judge(rule, contact({}, items)).finding).toBe('cannot tell');
  });

  test('an exception needs no approval', () => {
    expect(judged('Buy two is done.', { purpose: 'criminal' })).toMatchObject({
      finding: 'consistent',
      reason: 'Exception: a criminal case',
    });
  });
});

describe('the day of a contact and the time of a rule', () => {
  test.each([
    ['2018-05-06T23:59:00-05:00', SINCE, 'not in force'],
    ['2018-05-07T00:01:00-05:00', SINCE, 'apparent conflict'],
    ['2018-05-07', SINCE, 'apparent conflict'],
    ['2018-05', SINCE, 'cannot tell'],
    ['2018-04', SINCE, 'not in force'],
    ['2018-06', SINCE, 'apparent conflict'],
    ['2018', SINCE, 'cannot tell'],
    ['2017', SINCE, 'not in force'],
    [null, SINCE, 'cannot tell'],
    [null, 'effective: {}', 'apparent conflict'],
    ['2018-07-15', 'effective: {from: 2018-07}', 'cannot tell'],
    ['2018-07-31', 'effective: {from: 2018-07}', 'apparent conflict'],
    ['2018-06-30', 'effective: {from: 2018-07}', 'not in force'],
    ['2018-08-01', 'effective: {from: 2018-07}', 'apparent conflict'],
    ['2021-08-01', 'effective: {from: 2017-08-28, to: 2021-08-01}', 'apparent conflict'],
    ['2021-08-02', 'effective: {from: 2017-08-28, to: 2021-08-01}', 'not in force'],
    ['2021-08', 'effective: {from: 2017-08-28, to: 2021-08-01}', 'cannot tell'],
  ])('%s under %s: %s', (date, period, finding) => {
    expect(judge(ruleOf(NO_TIPS, period), contact({}, on(date))).finding).toBe(finding);
  });

  test('says whose date is missing', () => {
    expect(judge(ruleOf(NO_TIPS, SINCE), contact({}, on(null))).missing_fact).toContain(
      'on which day the contact was made',
    );
    expect(
      judge(ruleOf(NO_TIPS, 'effective: {from: 2018-07}'), contact({}, on('2018-07-15'))).missing_fact,
    ).toContain('on which day the rule took effect');
  });

  test('a contact that the rule does not reach is consistent on any date', () => {
    expect(judge(ruleOf(NO_TIPS, SINCE), contact({ purpose: 'criminal' }, on(null))).finding).toBe(
      'consistent',
    );
  });
});

describe('a rule that changes inside an exchange', () => {
  const before = message('Check status of the driver.', { date: '2018-05-05' });
  const after = message('Thanks.', { item_id: 'i_2', date: '2018-05-09' });
  const evidence = (...ids: string[]) =>
    ids.map((item_id) => ({ ...exchange().evidence[0], item_id }) as Exchange['evidence'][number]);
  test.each([
    ['before it', ['i_1'], 'not in force'],
    ['after it', ['i_2'], 'apparent conflict'],
    ['on both sides', ['i_1', 'i_2'], 'cannot tell'],
    ['nowhere', [], 'cannot tell'],
  ])('the telling words stand %s', (_where, ids, finding) => {
    expect(
      judge(ruleOf(NO_TIPS, SINCE), contact({ evidence: evidence(...ids) }, [before, after])).finding,
    ).toBe(finding);
  });

  test('a message without a date lies where the exchange does', () => {
    const undated = message('Check status.', { item_id: 'i_3', date: null });
    const items = [after, undated, { ...after, item_id: 'i_4' }];
    expect(judge(ruleOf(NO_TIPS, SINCE), contact({ evidence: evidence('i_3') }, items)).finding).toBe(
      'apparent conflict',
    );
  });
});

describe('several agencies', () => {
  const rule = ruleOf(`${NO_TIPS}\nbinds: [police]`, SINCE);
  const judged = (...parties: Party[]) => judge(rule, contact({}, on('2019-01-01'), parties));
  const stranger: Party = { name: 'Tina Loftus', address: '', side: 'police', role: null };
  test.each([
    ['only the one it binds', [OFFICER, AGENT], 'apparent conflict'],
    ['only one that it does not bind', [{ ...JAILER, name: 'Tina Loftus' }, AGENT], 'consistent'],
    ['both', [OFFICER, JAILER, AGENT], 'cannot tell'],
    ['one whose kind is not shown', [stranger, AGENT], 'cannot tell'],
  ])('%s', (_case, parties, finding) => {
    expect(judged(...parties).finding).toBe(finding);
  });

  test('names what is missing', () => {
    expect(judged(OFFICER, JAILER, AGENT).missing_fact).toContain(
      'whether an agency that the rule binds did this',
    );
  });
});

describe('a counterfactual', () => {
  const rule = ruleOf(NO_TIPS, SINCE);
  test('is given on request only, apart from the finding', () => {
    const early = contact({}, on('2016-01-01'));
    expect(judge(rule, early)).toMatchObject({ finding: 'not in force', counterfactual: null });
    expect(judge(rule, early, true)).toMatchObject({
      finding: 'not in force',
      counterfactual: 'apparent conflict',
    });
  });

  test('is not given where the rule was in force', () => {
    expect(judge(rule, contact({}, on('2019-01-01')), true).counterfactual).toBeNull();
  });
});

describe('a rule that permits', () => {
  const rule = ruleOf(
    `kind: permits\nact: Sending status information.\nwhen: '"status-check" in nature'`,
    SINCE,
  );
  test('never gives a conflict', () => {
    expect(judge(rule, contact({}, on('2019-01-01')))).toMatchObject({
      finding: 'consistent',
      reason: 'The rule covers this: Sending status information.',
    });
  });
});

describe('an unverified rule', () => {
  test('gives no finding', () => {
    const rule = ruleOf(`${NO_TIPS}\nverification: unverified`, SINCE);
    expect(judgeContact(rule, readyContact(contact(), BOOK), BOOK, true)).toBeNull();
  });
});
