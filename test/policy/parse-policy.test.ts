import { PolicyFileError, parseFacts, parsePolicy } from '../../policy/index.ts';
import { BOOK, policyText, ruleOf } from './books.ts';

const RULE = `kind: prohibits
act: Telling the authority
when: direction == "to-ice"`;

function faultOf(text: string): string {
  try {
    parsePolicy(text, 'city.yaml', BOOK);
  } catch (error) {
    if (error instanceof PolicyFileError) return error.message;
    throw error;
  }
  return 'no fault';
}

describe('a file of rules', () => {
  test('is read into rules that carry the policy they belong to', () => {
    const rule = ruleOf(`${RULE}\nunless:\n  - {name: a judge's warrant, when: judicial_warrant}`);
    expect(rule).toMatchObject({
      id: 'city-1',
      policy: 'city',
      jurisdiction: 'A city',
      quoted: true,
      text: 'Ask the chief first.',
      effective: { from: '2018-05-07', to: null },
      checked: '2026-11-25',
      verification: 'seen',
      exceptions: [{ name: "a judge's warrant" }],
    });
  });

  test('may add facts of its own, which its conditions then use', () => {
    const head = `effective: {from: 2018-05-07}
facts:
  form_sent:
    meaning: the city's form was sent
    missing: The records do not show the form.
    yes: [{by: police, words: [form 12]}]`;
    const { facts, policy } = parsePolicy(
      policyText(`kind: prohibits\nact: x\nwhen: form_sent`, head),
      'city.yaml',
      BOOK,
    );
    expect(facts.map(({ name }) => name)).toEqual(['form_sent']);
    expect(policy.rules[0]?.when?.uses).toEqual(['form_sent']);
  });
});

describe('a bad file is refused with one line that says where', () => {
  test.each([
    ['no YAML', 'policy: [', /^city\.yaml:1:\d+: /],
    ['a list', '- a', /^city\.yaml:1:1: expected a mapping with policy, /],
    ['nothing', '', /^city\.yaml:1:1: expected a mapping/],
    [
      'an unknown key',
      policyText(`${RULE}\nexcept: x`),
      /^city\.yaml:15:5: unknown key "except"; known are id, /,
    ],
    [
      'a missing key',
      policyText('kind: prohibits\nwhen: minors'),
      /^city\.yaml:8:5: expected act: the act in plain words/,
    ],
    [
      'a kind that does not exist',
      policyText('kind: forbids\nact: x\nwhen: minors'),
      /:12:11: "forbids" is not one of prohibits, /,
    ],
    [
      'a date that does not exist',
      policyText(RULE, 'effective: {from: 2018-02-30}'),
      /:6:19: "2018-02-30" is no date/,
    ],
    [
      'a date in another form',
      policyText(RULE, 'effective: {from: 5/7/2018}'),
      /:6:19: "5\/7\/2018" is no date/,
    ],
    [
      'a period that ends first',
      policyText(RULE, 'effective: {from: 2018-05-07, to: 2017-01-01}'),
      /:6:12: it ends before it begins/,
    ],
    [
      'an address that is none',
      policyText(`${RULE}\nurl: see the clerk`),
      /:15:10: "see the clerk" is no web address/,
    ],
    [
      'an agency kind that does not exist',
      policyText(`${RULE}\nbinds: [police, militia]`),
      /:15:21: "militia" is not one of jail, /,
    ],
    [
      'an approval that the kind does not ask for',
      policyText(`${RULE}\napproval: {by: the chief, shown: approval_recorded}`),
      /:15:15: approval belongs to kind needs-approval/,
    ],
    [
      'no approval where the kind asks for one',
      policyText('kind: needs-approval\nact: x\nwhen: minors'),
      /approval belongs to kind needs-approval/,
    ],
    ['no condition', policyText('kind: prohibits\nact: x'), /:8:5: expected when: /],
    [
      'a fault in a condition',
      policyText('kind: prohibits\nact: x\nwhen: minors && warant'),
      /^city\.yaml:14:21: Unknown variable: warant$/,
    ],
    [
      'a fault in a quoted condition',
      policyText(`kind: prohibits\nact: x\nwhen: '"status-chek" in nature'`),
      /^city\.yaml:14:12: "status-chek" is no nature/,
    ],
    [
      'a fault on the second line of a block',
      policyText('kind: prohibits\nact: x\nwhen: |\n  minors &&\n  purpose == "crime"'),
      /^city\.yaml:16:18: "crime" is no purpose/,
    ],
    [
      'a fault on the second line of folded text',
      policyText('kind: prohibits\nact: x\nwhen: >-\n  minors &&\n  purpose == "crime"'),
      /^city\.yaml:16:18: "crime" is no purpose/,
    ],
    [
      'a fact with a name that is taken',
      policyText(RULE, 'effective: {from: 2018}\nfacts:\n  purpose: {meaning: a, missing: b}'),
      /is a field of the contact already/,
    ],
    [
      'a pattern that is none',
      policyText(
        RULE,
        'effective: {from: 2018}\nfacts:\n  x: {meaning: a, missing: b, yes: [{words: ["(a"]}]}',
      ),
      /:8:46: not a regular expression/,
    ],
    [
      'two rules of one id',
      `${policyText(RULE)}${policyText(RULE).split('rules:\n')[1] ?? ''}`,
      /:15:5: the id city-1 is there already/,
    ],
    ['the same key twice', `policy: a\npolicy: b`, /^city\.yaml:2:1: Map keys must be unique/],
    ['an alias', 'policy: &a x\nname: *a', /^city\.yaml:2:7: /],
  ])('%s', (_case, text, message) => {
    const fault = faultOf(text);
    expect(fault).toMatch(message);
    expect(fault).not.toContain('\n');
  });

  test('a good one is not', () => {
    expect(faultOf(policyText(RULE))).toBe('no fault');
  });
});

describe('the file of facts', () => {
  test('refuses a fact without the sentence for what is missing', () => {
    expect(() => parseFacts('facts:\n  a: {meaning: x}', 'facts.yaml')).toThrow(
      /facts\.yaml:2:6: expected missing/,
    );
  });
});
