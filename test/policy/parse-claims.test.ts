import { PolicyFileError, parseClaims } from '../../policy/index.ts';
import { BOOK } from './books.ts';

const HEAD = `claims:
  - id: a
    side: critics
    role: a resident
    claim: There were four.
`;
const NUMBERS = `    numbers:
      n: {over: contacts, where: in_reading}
    supported_when: n >= 4
    contradicted_when: n < 4
`;

function faultOf(text: string): string {
  try {
    parseClaims(text, 'claims.yaml', BOOK);
  } catch (error) {
    if (error instanceof PolicyFileError) return error.message;
    throw error;
  }
  return 'no fault';
}

describe('a file of claims', () => {
  test('is read with its defaults', () => {
    const [claim] = parseClaims(HEAD + NUMBERS, 'claims.yaml', BOOK);
    expect(claim).toMatchObject({
      id: 'a',
      speaker: 'a resident',
      main: 'n',
      limits: { unread: 0.1, undecided: 0.5, undated: 0.1 },
      numbers: [{ name: 'n', over: 'contacts', count: 'rows', period: { from: null, to: null } }],
    });
  });

  test('may give its measure in words only', () => {
    const [claim] = parseClaims(
      `${HEAD}    measure: count them\n    supports_if: four\n`,
      'claims.yaml',
      BOOK,
    );
    expect(claim).toMatchObject({ measure: 'count them', numbers: [], supported_when: null });
  });

  test("hands a claim's period to its numbers, which may have their own", () => {
    const text = `${HEAD}    from: 2017-08-28\n${NUMBERS.replace('in_reading}', 'in_reading, to: 2017-12}')}`;
    expect(parseClaims(text, 'claims.yaml', BOOK)[0]?.numbers[0]?.period).toEqual({
      from: '2017-08-28',
      to: '2017-12-31',
    });
  });

  test.each([
    ['a claim without a speaker', HEAD.replace('    role: a resident\n', ''), /:2:5: expected role or name/],
    ['a claim without words', HEAD.replace('    claim: There were four.\n', ''), /:2:5: expected claim/],
    [
      'a unit that does not exist',
      HEAD + NUMBERS.replace('contacts', 'emails'),
      /:7:17: "emails" is not one of contacts, /,
    ],
    [
      'a figure that does not exist',
      HEAD + NUMBERS.replace('in_reading}', 'in_reading, count: mean}'),
      /"mean" is not one of rows, /,
    ],
    [
      'a fault in a filter',
      HEAD + NUMBERS.replace('in_reading', 'in_readin'),
      /:7:34: Unknown variable: in_readin/,
    ],
    [
      'a code that does not exist',
      HEAD + NUMBERS.replace('in_reading', 'verdict == "civil"'),
      /"civil" is no verdict/,
    ],
    [
      'a threshold over a number that is not there',
      HEAD + NUMBERS.replace('n >= 4', 'm >= 4'),
      /:8:21: Unknown variable: m$/,
    ],
    [
      'a threshold that is a number',
      HEAD + NUMBERS.replace('n >= 4', 'n + 4'),
      /:8:21: expected a yes or no/,
    ],
    [
      'a missing threshold',
      HEAD + NUMBERS.replace('    contradicted_when: n < 4\n', ''),
      /:2:5: expected contradicted_when/,
    ],
    [
      'a threshold without numbers',
      `${HEAD}    supported_when: n > 1\n`,
      /:6:21: supported_when needs numbers/,
    ],
    [
      'a main number that is not there',
      `${HEAD}${NUMBERS}    main: m\n`,
      /:10:11: "m" is not one of the numbers/,
    ],
    [
      'a percentage base without a percentage',
      HEAD + NUMBERS.replace('in_reading}', 'in_reading, of: minors}'),
      /of belongs to count: percent/,
    ],
    [
      'replies over contacts',
      HEAD + NUMBERS.replace('in_reading}', 'in_reading, count: median_reply_minutes}'),
      /replies are counted over messages/,
    ],
    ['a name that is taken', HEAD + NUMBERS.replace('      n:', '      months:'), /is no name for a number/],
    ['a day that does not exist', `${HEAD}    date: 2018-13-01\n`, /:6:11: "2018-13-01" is no date/],
    ['a limit beyond one', `${HEAD}coverage: {unread: 5}\n`, /:6:20: expected a share from 0 to 1/],
    ['two claims of one id', `${HEAD}${HEAD.replace('claims:\n', '')}`, /:6:5: the id a is there already/],
  ])('%s is refused with one line', (_case, text, message) => {
    const fault = faultOf(text);
    expect(fault).toMatch(message);
    expect(fault).not.toContain('\n');
  });
});
