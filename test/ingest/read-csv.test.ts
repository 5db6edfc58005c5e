import iconv from 'iconv-lite';
import { codes, ingestBytes } from './ingest-bytes.ts';

const LOG =
  'Date,Time,Officer,Reason\n01/06/2015,05:52,Rowe,check for ICE\n01/07/2015,06:10,Ott,"two\nlines"\n,,,\n01/08/2015,,Kim,[REDACTED]\n';

test('makes every record an item and leaves out the heading and empty records', async () => {
  const { file, items } = await ingestBytes(LOG);
  expect(file).toMatchObject({ media_type: 'text/csv', status: 'read', items_expected: 3, items_emitted: 3 });
  expect(items[0]).toMatchObject({
    kind: 'log-row',
    origin: 'row',
    part: 'row 2',
    body: 'Date: 01/06/2015\nTime: 05:52\nOfficer: Rowe\nReason: check for ICE',
    date: '2015-01-06T05:52',
    redacted: false,
  });
  expect(items[1]?.body).toContain('Reason: two\nlines');
  expect(items[2]).toMatchObject({ date: '2015-01-08', redacted: true });
});

test('does not date a row by a birthday', async () => {
  const { items } = await ingestBytes(
    'Date of birth,Booking date,Name\n02/03/1980,01/06/2015,Ann\n02/04/1981,01/07/2015,Bo\n',
  );
  expect(items.map((item) => item.date)).toEqual(['2015-01-06', '2015-01-07']);
});

test('reads a mailbox export as the messages that its rows hold', async () => {
  const table =
    'Subject;Body;From: (Name);To: (Name);Date\nHold;"Hold him.\nPat";"Rowe, Pat";Lee Ott;2015-01-06 05:52\nHold2;x;Rowe;Ott;2015-01-07 05:52\n';
  const { items } = await ingestBytes(table);
  expect(items[0]).toMatchObject({
    kind: 'email',
    origin: 'row',
    from: 'Rowe, Pat',
    to: 'Lee Ott',
    subject: 'Hold',
    body: 'Hold him.\nPat',
    date: '2015-01-06T05:52',
  });
});

test('reads a table in Windows-1252 and says that the encoding was guessed', async () => {
  const { file, items } = await ingestBytes(
    iconv.encode('name,city,note\nNúñez,Peñasco,señor\nMuñoz,León,señora\n', 'windows-1252'),
  );
  expect(items[0]?.body).toBe('name: Núñez\ncity: Peñasco\nnote: señor');
  expect(codes(file)).toEqual(['encoding-guessed']);
});

test('finds the heading below a title', async () => {
  const rows = Array.from({ length: 20 }, (_, index) => `${index + 1},Officer ${index},check\n`).join('');
  const { items } = await ingestBytes(`Search audit\nid,officer,reason\n${rows}`);
  expect(items.find((item) => item.part === 'row 3')?.body).toBe('id: 1\nofficer: Officer 0\nreason: check');
});

test('numbers the columns of a table without a heading', async () => {
  const { items, file } = await ingestBytes('1,2015-01-06,Rowe,x\n2,2015-01-07,Ott,y\n3,2015-01-08,Kim,z\n');
  expect(file.items_expected).toBe(3);
  expect(items[0]?.body).toBe('Column 1: 1\nColumn 2: 2015-01-06\nColumn 3: Rowe\nColumn 4: x');
});

test('reads no more rows than the limit and says so', async () => {
  const { file, items } = await ingestBytes(LOG, { limits: { max_rows: 2 } });
  expect(items).toHaveLength(1);
  expect(file.status).toBe('partial');
  expect(codes(file)).toEqual(['too-large']);
});
