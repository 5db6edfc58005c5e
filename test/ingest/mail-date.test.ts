import { mailDate } from '../../ingest/mail-date.ts';

const DATES: [string, string | null, string][] = [
  ['Tue, 6 Jan 2015 05:52:09 -0600', '2015-01-06T05:52:09-06:00', 'the usual form'],
  ['6 Jan 2015 05:52 +0530', '2015-01-06T05:52+05:30', 'no weekday, no seconds'],
  ['Tue, 06 Jan 2015 05:52:09 +0000 (UTC)', '2015-01-06T05:52:09+00:00', 'a comment behind'],
  ['Tue, 6 Jan 2015 05:52:09 CST', '2015-01-06T05:52:09-06:00', 'a zone by name'],
  ['Tue, 6 Jan 2015 05:52:09 GMT', '2015-01-06T05:52:09+00:00', 'Greenwich'],
  ['Tue, 6 Jan 2015 05:52:09 -0000', '2015-01-06T05:52:09+00:00', 'a zone that is not told'],
  ['Tue, 6 Jan 2015 05:52:09', '2015-01-06T05:52:09', 'no zone'],
  ['Tue, 6 Jan 2015 05:52:09 XYZ', '2015-01-06T05:52:09', 'a zone nobody knows'],
  ['Tue, 6 Jan 15 05:52:09 -0600', '2015-01-06T05:52:09-06:00', 'a year of two digits'],
  ['Tue, 6 Jan 98 05:52:09 -0600', '1998-01-06T05:52:09-06:00', 'one of the last century'],
  ['Tue, 6 Jan 2015 5:52:09 -0600', '2015-01-06T05:52:09-06:00', 'an hour of one digit'],
  ['Tue, 6 January 2015 05:52:09 -0600', '2015-01-06T05:52:09-06:00', 'a month in full'],
  ['06-Jan-2015 05:52:09 -0600', '2015-01-06T05:52:09-06:00', 'hyphens'],
  ['Tuesday, January 6, 2015 5:52 AM', '2015-01-06T05:52', 'as printed mail has it'],
  ['Tue, 31 Feb 2015 05:52:09 -0600', null, 'a day that does not exist'],
  ['Tue, 6 Jan 2015 25:52:09 -0600', null, 'an hour that does not exist'],
  ['yesterday', null, 'a word'],
  ['', null, 'nothing'],
];

test.each(DATES)('reads %j as %j: %s', (raw, expected) => {
  expect(mailDate(raw)).toBe(expected);
});
