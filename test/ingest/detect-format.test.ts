import { gzipSync } from 'node:zlib';
import { buildPdf, textPage } from './build-pdf.ts';
import { buildZip } from './build-zip.ts';
import { ingestBytes } from './ingest-bytes.ts';

const MACHINE_MAIL =
  'Received: from a by b; Tue, 6 Jan 2015 05:52:09 -0600\nFrom: a@x.example\nSubject: x\n\nText';
const utf16 = (text: string) => Buffer.from(text, 'utf16le');
/** A compound file holding streams of these names, as far as its kind is told by them. */
const compound = (...names: string[]) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    ...names.map((name) => Buffer.concat([utf16(`${name}\0`), Buffer.alloc(64)])),
  ]);
const ooxml = (main: string, type: string) =>
  buildZip([
    {
      name: '[Content_Types].xml',
      content: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${main}" ContentType="${type}"/></Types>`,
    },
    { name: main, content: '<x/>' },
  ]);
const OFFICE = 'application/vnd.openxmlformats-officedocument';

const KINDS: [string, string | Buffer, string][] = [
  ['a PDF', buildPdf([textPage(['x'])]), 'application/pdf'],
  [
    'a PDF behind other bytes',
    Buffer.concat([Buffer.from('\r\nHTTP junk\r\n'), buildPdf([textPage(['x'])])]),
    'application/pdf',
  ],
  ['a mailbox', 'From a@x.example Mon Jun  1 10:00:00 2015\nSubject: x\n\ny\n', 'application/mbox'],
  ['a mailbox with a quoted sender', 'From "a b" Mon Jun  1 10:00:00 2015\n\ny\n', 'application/mbox'],
  ['a message', MACHINE_MAIL, 'message/rfc822'],
  [
    'a message without machine headers but with a machine date',
    'From: a@x.example\nDate: Tue, 6 Jan 2015 05:52:09 -0600\nSubject: x\n\ny',
    'message/rfc822',
  ],
  [
    'a message of nothing but parts',
    'Content-Type: multipart/mixed; boundary=b\n\n--b\n\nx\n--b--',
    'message/rfc822',
  ],
  ['an Apple Mail message', `${MACHINE_MAIL.length}\n${MACHINE_MAIL}`, 'message/x-emlx'],
  [
    'a printout of a message',
    'From: Rowe, Pat\nSent: Tuesday, January 6, 2015 5:52 AM\nTo: Lee\nSubject: x\n\ny',
    'text/plain',
  ],
  ['a letter that begins with From', 'From the desk of the Chief, May 2015\n\nDear all,\n', 'text/plain'],
  ['prose', 'Dear Chief, thank you, and good day.\nWe met, as you know, in May.\nYours, Pat\n', 'text/plain'],
  ['a list of names with commas', 'Rowe, Pat\nOtt, Lee\nKim, Jo\n', 'text/plain'],
  ['a web page', '<!DOCTYPE html>\n<html><body>x</body></html>', 'text/html'],
  ['a fragment of a web page', '<div><p>x</p></div>', 'text/html'],
  ['an XML file', '<?xml version="1.0"?><log><e/></log>', 'text/xml'],
  ['a table with commas', 'name,date,reason\nAnn,2015-01-06,check\nBo,2015-01-07,check\n', 'text/csv'],
  ['a table with semicolons', 'name;date;reason\nAnn;2015-01-06;a, b\nBo;2015-01-07;c\n', 'text/csv'],
  ['a table with tabs', 'name\tdate\nAnn\t1\nBo\t2\nCy\t3\nDi\t4\n', 'text/csv'],
  ['a table with line breaks in a cell', 'name,note,day\nAnn,"two\nlines, here",1\nBo,"one",2\n', 'text/csv'],
  ['a rich text', '{\\rtf1\\ansi x}', 'application/rtf'],
  ['a calendar', 'BEGIN:VCALENDAR\nEND:VCALENDAR', 'text/calendar'],
  ['an address card', 'BEGIN:VCARD\nEND:VCARD', 'text/vcard'],
  ['a zip', buildZip([{ name: 'a.txt', content: 'x' }]), 'application/zip'],
  [
    'a Word document',
    ooxml('word/document.xml', `${OFFICE}.wordprocessingml.document.main+xml`),
    `${OFFICE}.wordprocessingml.document`,
  ],
  [
    'an Excel workbook',
    ooxml('xl/workbook.xml', `${OFFICE}.spreadsheetml.sheet.main+xml`),
    `${OFFICE}.spreadsheetml.sheet`,
  ],
  ['an Outlook message', compound('__properties_version1.0'), 'application/vnd.ms-outlook'],
  ['an old Word document', compound('WordDocument'), 'application/msword'],
  ['an old workbook', compound('Workbook'), 'application/vnd.ms-excel'],
  ['a locked Office document', compound('EncryptionInfo', 'EncryptedPackage'), 'application/encrypted'],
  [
    'an Outlook mailbox',
    Buffer.concat([Buffer.from('!BDN'), Buffer.alloc(600)]),
    'application/vnd.ms-outlook-pst',
  ],
  ['a bundle of Outlook attachments', Buffer.from('789f3e2201000690', 'hex'), 'application/vnd.ms-tnef'],
  ['a gzip', gzipSync('words words'), 'application/gzip'],
  [
    'a picture',
    Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001080600000000000000', 'hex'),
    'image/png',
  ],
  ['bytes of no known kind', Buffer.from([1, 2, 3, 0, 4, 0, 5, 200, 1, 2, 0, 9]), 'application/octet-stream'],
  ['nothing', '', 'application/x-empty'],
];

test.each(KINDS)('knows %s by its bytes', async (_, content, mediaType) => {
  const { file } = await ingestBytes(content);
  expect(file.media_type).toBe(mediaType);
});

test('a format without a reader is named in the ledger in words', async () => {
  const { file } = await ingestBytes(Buffer.from('SQLite format 3\0'.padEnd(100, '\0')));
  expect(file).toMatchObject({ status: 'unreadable', items_expected: 0 });
  expect(file.issues).toEqual([
    { code: 'unsupported-format', message: 'The file is an SQLite database, which is not read.' },
  ]);
});

const cms = (contentType: number) =>
  Buffer.concat([
    Buffer.from('3080', 'hex'),
    Buffer.from('06092a864886f70d0107', 'hex'),
    Buffer.from([contentType, 0xa0, 0x80, 0, 0]),
  ]);

test.each([
  ['a locked Office document', compound('EncryptedPackage'), 'encrypted'],
  ['an encrypted message', cms(3), 'encrypted'],
  ['an envelope that breaks off', cms(2), 'damaged'],
])('%s is named for what it is', async (_, bytes, code) => {
  const { file } = await ingestBytes(bytes);
  expect(file.issues.map((problem) => problem.code)).toEqual([code]);
});
