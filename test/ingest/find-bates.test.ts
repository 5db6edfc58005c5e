import { findBates } from '../../ingest/find-bates.ts';
import { page } from '../records.ts';

/** Pages without geometry whose last line is the given one. */
function pagesWithFoot(feet: string[]) {
  return feet.map((foot, index) =>
    page({ page: index + 1, text: `From: A\nSubject: Case 14-000312\nA line\nMore\nAnd more\n${foot}` }),
  );
}

const FOUND: [string, string[], (string | undefined)[]][] = [
  [
    'a prefix with a hyphen',
    ['LGPD-000084', 'LGPD-000085', 'LGPD-000086'],
    ['LGPD-000084', 'LGPD-000085', 'LGPD-000086'],
  ],
  ['a prefix with a space', ['EPD 00012', 'EPD 00013'], ['EPD 00012', 'EPD 00013']],
  ['a prefix with an underscore', ['PRA_0001', 'PRA_0002'], ['PRA_0001', 'PRA_0002']],
  [
    'the last word of a longer prefix',
    ['City of Kent 000007', 'City of Kent 000008'],
    ['Kent 000007', 'Kent 000008'],
  ],
  ['a prefix in parts', ['DHS-ICE-0001', 'DHS-ICE-0002'], ['DHS-ICE-0001', 'DHS-ICE-0002']],
  ['a bare padded number', ['000001', '000002', '000003'], ['000001', '000002', '000003']],
  ['a number without padding behind a prefix', ['ABC12345', 'ABC12346'], ['ABC12345', 'ABC12346']],
  [
    'words around it',
    ['Confidential   DHS-000101', 'Confidential   DHS-000102'],
    ['DHS-000101', 'DHS-000102'],
  ],
  ['a page without one', ['LGPD-000001', '', 'LGPD-000003'], ['LGPD-000001', undefined, 'LGPD-000003']],
  ['a single page', ['LGPD-000084'], ['LGPD-000084']],
];

const NONE: [string, string[]][] = [
  ['page numbers', ['Page 1', 'Page 2', 'Page 3']],
  ['a year', ['Copyright 2015', 'Copyright 2015']],
  ['a phone number', ['555-0101', '555-0102']],
  ['one case number on every page', ['EPD 0012345', 'EPD 0012345']],
  ['case numbers far apart', ['INC 0001200', 'INC 0045311', 'INC 0078777']],
  ['numbers that fall', ['LGPD-000086', 'LGPD-000085', 'LGPD-000084']],
  ['a bare number without padding', ['12345', '12346']],
  ['a date', ['2015-0101', '2015-0102']],
  ['a single page with a case number', ['Case 1400312']],
];

test.each(FOUND)('finds %s', (_, feet, expected) => {
  const bates = findBates(pagesWithFoot(feet));
  expect(feet.map((_foot, index) => bates.get(index + 1))).toEqual(expected);
});

test.each(NONE)('finds none in %s', (_, feet) => {
  expect(findBates(pagesWithFoot(feet)).size).toBe(0);
});
