import { codes, ingestBytes } from './ingest-bytes.ts';

function calendar(...entries: string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...entries, 'END:VCALENDAR', ''].join('\r\n');
}

const MEETING = [
  'BEGIN:VEVENT',
  'DTSTAMP:20160301T000000Z',
  'DTSTART:20160304T150000Z',
  'ORGANIZER;CN="Doe, Jane":mailto:jdoe@city.example',
  'ATTENDEE;ROLE=REQ-PARTICIPANT;CN=Al Roe:mailto:aroe@dhs.example',
  'ATTENDEE:MAILTO:b@city.example',
  'SUMMARY:Joint operation\\, planning',
  'DESCRIPTION:Bring the list',
  ' s of names.\\nRoom 4',
  'BEGIN:VALARM',
  'DESCRIPTION:Reminder',
  'END:VALARM',
  'END:VEVENT',
].join('\r\n');

test('each entry of a calendar is an item with its people, its date and its words', async () => {
  const task = 'BEGIN:VTODO\r\nDUE;VALUE=DATE:20160305\r\nSUMMARY:Send it\r\nEND:VTODO';
  const { file, items } = await ingestBytes(calendar(MEETING, task));
  expect(file).toMatchObject({
    media_type: 'text/calendar',
    status: 'read',
    items_expected: 2,
    items_emitted: 2,
  });
  expect(items).toMatchObject([
    {
      kind: 'calendar',
      origin: 'native',
      part: 'entry 1',
      subject: 'Joint operation, planning',
      from: 'Doe, Jane <jdoe@city.example>',
      to: 'Al Roe <aroe@dhs.example>; b@city.example',
      date: '2016-03-04T15:00:00+00:00',
    },
    { kind: 'calendar', part: 'entry 2', subject: 'Send it', date: '2016-03-05' },
  ]);
  expect(items[0]?.body.split('\n').slice(-2)).toEqual(['Description: Bring the lists of names.', 'Room 4']);
  expect(items[0]?.body).not.toContain('Reminder');
});

const DATES: [string, string | null][] = [
  ['DTSTART:20160304T150000Z', '2016-03-04T15:00:00+00:00'],
  ['DTSTART;TZID=America/Chicago:20160304T090000', '2016-03-04T09:00:00'],
  ['DTSTART;VALUE=DATE:20160304', '2016-03-04'],
  ['DTSTAMP:20160304T150000Z', '2016-03-04T15:00:00+00:00'],
  ['DTSTART:soon', null],
];

test.each(DATES)('%s gives the date %s', async (line, date) => {
  const { items } = await ingestBytes(calendar('BEGIN:VEVENT', line, 'SUMMARY:x', 'END:VEVENT'));
  expect(items[0]?.date).toBe(date);
  expect(items[0]?.issues.map(({ code }) => code)).toEqual(date === null ? ['no-date'] : []);
});

test('a calendar without entries is empty', async () => {
  expect(codes((await ingestBytes(calendar())).file)).toEqual(['empty-file']);
});
