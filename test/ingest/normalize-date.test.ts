import { normalizeDate } from '../../ingest/index.ts';

const READ: [raw: string, iso: string, why: string][] = [
  ['Tue, 06 Jan 2015 05:52:09 -0600', '2015-01-06T05:52:09-06:00', 'RFC 5322'],
  ['Tue, 3 Apr 2012 16:55:26 GMT', '2012-04-03T16:55:26+00:00', 'RFC 822 zone'],
  ['Tuesday, January 6, 2015 5:52 AM', '2015-01-06T05:52', 'Outlook'],
  ['Tuesday, January 06, 2015 12:05 AM', '2015-01-06T00:05', 'midnight'],
  ['Tuesday, January 6, 2015 12:05 PM', '2015-01-06T12:05', 'noon'],
  ['1/6/2015 5:52:09 AM', '2015-01-06T05:52:09', 'GroupWise, US order'],
  ['Tue 1/6/2015 5:52 AM', '2015-01-06T05:52', 'Outlook on the web'],
  ['Sat, Jul 5, 2025 at 3:47 AM', '2025-07-05T03:47', 'Gmail'],
  ['Sun Mar 30 13:05:34 2008', '2008-03-30T13:05:34', 'BlackBerry'],
  [
    'Tuesday, January 6, 2015 at 5:52:09 AM Central Standard Time',
    '2015-01-06T05:52:09-06:00',
    'Outlook for Mac',
  ],
  ['January 6, 2015 at 5:52:09 AM CST', '2015-01-06T05:52:09-06:00', 'Apple Mail'],
  ['1. August 2011 23:28:15 GMT-07:00', '2011-08-01T23:28:15-07:00', 'Apple Mail, day first'],
  ['March 24, 2016 at 20:16:25 GMT+1', '2016-03-24T20:16:25+01:00', 'short offset'],
  ['2015-01-06T05:52:09Z', '2015-01-06T05:52:09+00:00', 'ISO'],
  ['2015-01-06 05:52', '2015-01-06T05:52', 'ISO without zone'],
  ['March-09-12 4:22 PM', '2012-03-09T16:22', 'month first with hyphens'],
  ['06-Jan-15', '2015-01-06', 'day only'],
  ['6.1.2015 17:30', '2015-01-06T17:30', 'stops mean day first'],
  ['25/12/2015 10:00', '2015-12-25T10:00', 'no 25th month'],
  ['martes, 6 de enero de 2015 5:52', '2015-01-06T05:52', 'Spanish'],
  ['jueves 08/01/2015 13:20', '2015-01-08T13:20', 'a Spanish weekday: day first'],
  ['mardi 6 janvier 2015 05:52', '2015-01-06T05:52', 'French'],
  ['Le 6 févr. 2015 à 17h05', '2015-02-06T17:05', 'French clock'],
  ['Dienstag, 6. Januar 2015 05:52', '2015-01-06T05:52', 'German'],
  ['Среда, 14 июня 2017, 15:19 +03:00', '2017-06-14T15:19+03:00', 'Russian'],
  ['Tuesday, Janualy 6, 2O15 5 : 52 AM', '2015-01-06T05:52', 'misread letters and spaced colons'],
  ['Thursday, April 13, 2017 9;08 AM', '2017-04-13T09:08', 'a colon misread'],
  ['Wednesday, February 3, 2015 0930 hrs', '2015-02-03T09:30', 'military clock'],
];

const NOT_READ: [raw: string, why: string][] = [
  ['', 'nothing'],
  ['Tuesday', 'no day of a month'],
  ['January 2015', 'no day'],
  ['9:14 AM', 'no day'],
  ['May we meet at 10:00?', 'a verb that is a month'],
  ['31/31/2015', 'no such day'],
  ['February 30, 2015', 'no such day'],
  ['309-555-0142', 'a telephone number'],
  ['15-00341', 'a case number'],
  ['(b)(6)', 'blacked out'],
];

describe('dates', () => {
  test.each(READ)('%s is %s (%s)', (raw, iso) => {
    expect(normalizeDate(raw)).toBe(iso);
  });

  test.each(NOT_READ)('%j is no date: %s', (raw) => {
    expect(normalizeDate(raw)).toBeNull();
  });

  test('the language of the labels settles the order of day and month', () => {
    expect(normalizeDate('06/01/2015 05:52')).toBe('2015-06-01T05:52');
    expect(normalizeDate('06/01/2015 05:52', ['es'])).toBe('2015-01-06T05:52');
  });
});
