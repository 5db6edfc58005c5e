import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePolicy } from '../../policy/index.ts';
import { BOOK } from './books.ts';

const FOLDER = join(__dirname, '../../policy/library');
const FILES = readdirSync(FOLDER).sort();
const LIBRARY = FILES.map((file) => parsePolicy(readFileSync(join(FOLDER, file), 'utf8'), file, BOOK).policy);
const RULES = LIBRARY.flatMap(({ rules }) => rules);

describe('the library', () => {
  test('holds the policies that the issue names, each in the file of its id', () => {
    expect(LIBRARY.map(({ id }) => `${id}.yaml`)).toEqual(FILES);
    expect(LIBRARY.map(({ id }) => id)).toEqual([
      'ca-gov-7284-6',
      'co-hb19-1124',
      'co-sb25-276',
      'il-bloomington-pd-2018',
      'il-chicago-2-173',
      'il-normal-2018',
      'il-trust-act-2017',
      'il-trust-act-2021',
      'nj-directive-2018-6',
      'or-ors-181a-1987',
      'or-ors-181a-2021',
      'us-8usc1373',
      'wa-rcw-10-93-160',
    ]);
  });

  test('has no id twice', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  });

  test.each(RULES.map((rule) => [rule.id, rule] as const))(
    '%s is cited, checked and tested, or says that it is not',
    (_id, rule) => {
      if (rule.verification === 'unverified') {
        expect(rule.when).toBeNull();
        return;
      }
      expect(rule.url).toMatch(/^https?:/);
      expect(rule.checked).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(rule.when?.uses.length).toBeGreaterThan(0);
      expect(rule.text.length).toBeLessThan(400);
    },
  );

  test('never calls anything illegal', () => {
    for (const file of FILES)
      expect(readFileSync(join(FOLDER, file), 'utf8')).not.toMatch(/\billegal|\bunlawfully\b|\bviolated\b/i);
  });

  test('marks what was not read as unverified', () => {
    const open = RULES.filter(({ verification }) => verification === 'unverified').map(({ id }) => id);
    expect(open).toEqual([
      'co-sb25-276-information',
      'co-sb25-276-release',
      'il-trust-2021-release-dates',
      'or-181a-826',
    ]);
  });

  test.each([
    ['il-trust-act-2017', '2017-08-28', '2021-08-01'],
    ['il-trust-act-2021', '2021-08-02', null],
    ['il-normal-2018', '2018-05-07', null],
    ['il-bloomington-pd-2018', '2018-07', null],
    ['ca-gov-7284-6', '2018-01-01', null],
    ['wa-rcw-10-93-160', '2019-05-21', null],
    ['nj-directive-2018-6', '2019-03', null],
  ])('%s is in force from %s to %s', (id, from, to) => {
    const policy = LIBRARY.find((one) => one.id === id);
    expect(policy?.rules[0]?.effective).toEqual({ from, to });
  });
});
