import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dateInWords } from '../../policy/date-in-words.ts';
import { parseClaims, parseMeasures } from '../../policy/index.ts';
import { BOOK, MEASURES } from './books.ts';

const read = (text: string) => parseClaims(text, 'claims.yaml', BOOK, MEASURES)[0];
const claim = (lines: string, words = 'Contacts are rare.') =>
  `claims:\n  - id: a\n    side: department\n    role: chief\n    claim: ${words}\n${lines}`;

describe('a measure that is ready', () => {
  test('is taken by its id, with its words', () => {
    expect(read(claim('    measure: rare\n'))).toMatchObject({
      measure: 'Contact threads per month over 36 months; months with contact.',
      supports_if: 'fewer than one thread a month',
      main: 'threads_per_month',
    });
  });

  const WORDS = `    measure: contact threads per month  over 36 months; months with contact
    supports_if: Fewer than one thread a month
    contradicts_if: one or more a month
`;
  test('is taken by its words, whatever their case and spaces', () => {
    expect(read(claim(WORDS))?.main).toBe('threads_per_month');
  });

  test('is not taken where the thresholds are others', () => {
    expect(read(claim(WORDS.replace('Fewer than one', 'Fewer than two')))?.numbers).toEqual([]);
    expect(read(claim(WORDS.replace('    contradicts_if: one or more a month\n', '')))?.numbers).toEqual([]);
  });

  test("gives way to the claim's own numbers", () => {
    const own =
      '    numbers: {n: {over: contacts}}\n    supported_when: n > 1\n    contradicted_when: n < 1\n';
    expect(read(claim(WORDS + own))?.main).toBe('n');
  });

  test.each([
    ['the day that the words name', '', 'It went on after the Act of August 28, 2017.', '2017-08-28'],
    ['another day that the words name', '', 'It went on after 1 May 2018.', '2018-05-01'],
    [
      "the claim's own from before it",
      '    from: 2019-01-01\n',
      'It went on after 1 May 2018.',
      '2019-01-01',
    ],
  ])('begins with %s', (_case, from, words, day) => {
    expect(read(claim(`    measure: went-on-after-a-date\n${from}`, words))?.numbers[0]?.period.from).toBe(
      day,
    );
  });

  test('asks for a day where the claim names none', () => {
    expect(() => read(claim('    measure: went-on-after-a-date\n', 'It went on.'))).toThrow(
      'claims.yaml:2:5: the measure went-on-after-a-date is about a day: write from, as 2017-08-28',
    );
  });
});

describe('the file of measures', () => {
  test('refuses one without words or numbers', () => {
    expect(() => parseMeasures('measures:\n  a: {measure: x, supports_if: y}', 'm.yaml', BOOK)).toThrow(
      /m\.yaml:2:6: expected contradicts_if/,
    );
  });

  test('is listed in docs/claims.md', () => {
    const docs = readFileSync(join(__dirname, '../../docs/claims.md'), 'utf8');
    const listed = [...docs.matchAll(/^\| `([\w-]+)` +\| .*\|$/gm)].map(([, id]) => id ?? '');
    for (const { id } of MEASURES) expect(listed).toContain(id);
  });
});

describe('a day in words', () => {
  test.each([
    ['signed on 28 August 2017 by the governor', '2017-08-28'],
    ['signed August 28, 2017', '2017-08-28'],
    ['on the 1st May 2018', '2018-05-01'],
    ['since 2017-08-28', '2017-08-28'],
    ['first 7 May 2018, then 9 July 2018', '2018-05-07'],
    ['in August 2017', null],
    ['on 28 August', null],
    ['page 12017-08-281', null],
    ['', null],
  ])('%s: %s', (text, day) => {
    expect(dateInWords(text)).toBe(day);
  });
});
