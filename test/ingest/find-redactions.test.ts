import { findRedactions } from '../../ingest/index.ts';

const MARKED: [string, string[]][] = [
  ['Call ████ at home', ['████']],
  ['Officer ████ ████ wrote', ['████', '████']],
  ['his number is [REDACTED] now', ['[REDACTED]']],
  ['[Redacted - 7(1)(b)] cell', ['[Redacted - 7(1)(b)]']],
  ['(redacted)', ['(redacted)']],
  ['<name redacted>', ['<name redacted>']],
  ['[REDACTED] 7(1)(b) cell', ['[REDACTED] 7(1)(b)']],
  ['his name 7(1)(c) and hers', ['7(1)(c)']],
  ['7(1)(d)(iv)', ['7(1)(d)(iv)']],
  ['(b)(6)', ['(b)(6)']],
  ['(b)(6), (b)(7)(C)', ['(b)(6), (b)(7)(C)']],
  ['(b) (7) (E)', ['(b) (7) (E)']],
  ['████ (b)(6); (b)(7)(C)', ['████ (b)(6); (b)(7)(C)']],
  ['███\n(b)(6)', ['███', '(b)(6)']],
  ['b6, b7C', ['b6, b7C']],
  ['withheld under Exemption 4 here', ['Exemption 4']],
  ['Ex. (b)(5)', ['Ex. (b)(5)']],
  ['NAME REDACTED BY LAW', ['REDACTED']],
  ['call [ORS 192.345(3)] back', ['[ORS 192.345(3)]']],
  ['(RCW 42.56.240(1))', ['(RCW 42.56.240(1))']],
];

const CLEAN: [string, string][] = [
  ['8 U.S.C. 1357(a)(1) authorizes', 'a statute'],
  ['8 CFR 287.7(a)(2)', 'a regulation'],
  ['I redacted the report yesterday', 'the word in prose'],
  ['call me (b) before noon (6)', 'brackets apart'],
  ['Vitamin B6, please', 'a vitamin'],
  ['1(a) and 2(b) of the form', 'two outline points'],
  ['(309) 555-0161', 'a phone number'],
  ['Example 4.5 of the book', 'not an exemption'],
  ['version 7(1) of the file', 'no letter behind'],
  ['■ first point', 'a single bullet'],
  ['$7(1)(c)', 'a price with brackets'],
  ['may be exempt pursuant to ORS 192.345(3) and others', 'a citation in a letter'],
  ['unredacted copy', 'a copy without'],
];

test.each(MARKED)('finds the marks in %j', (text, expected) => {
  expect(findRedactions(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});

test.each(CLEAN)('finds none in %j: %s', (text) => {
  expect(findRedactions(text)).toEqual([]);
});
