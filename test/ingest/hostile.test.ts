import { buildPdf, FULL_PAGE_IMAGE, textPage } from './build-pdf.ts';
import { buildZip } from './build-zip.ts';
import { codes, ingestBytes } from './ingest-bytes.ts';

const MAIL =
  'From: a@x.example\r\nTo: b@x.example\r\nDate: Tue, 6 Jan 2015 05:52:09 -0600\r\nSubject: =?utf-8?Q?caf=C3=A9?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<table><tr><td>x</table>\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: c@x.example\r\nSubject: y\r\n\r\n> quoted\r\n--b--\r\n';

const WHOLE: [string, Buffer][] = [
  [
    'a PDF',
    buildPdf([textPage(['From: Rowe, Pat', 'To: Ott, Lee', '', 'Words.']), { content: FULL_PAGE_IMAGE }]),
  ],
  ['a message', Buffer.from(MAIL)],
  [
    'a mailbox',
    Buffer.from(`From a Mon Jun  1 10:00:00 2015\n${MAIL}\n\nFrom b Mon Jun  1 10:00:00 2015\n${MAIL}`),
  ],
  [
    'a zip',
    buildZip([
      { name: 'a.txt', content: 'words and words' },
      { name: 'b/c.eml', content: MAIL },
    ]),
  ],
  ['a table', Buffer.from('Date,Officer,"Reason"\n01/06/2015,Rowe,"a ""b"""\n01/07/2015,Ott,c\n')],
  ['a web page', Buffer.from('<html><body><p>one<blockquote>two</blockquote></body></html>')],
];

/** A sequence of numbers in [0, 1) that is the same in every run (Park and Miller). */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
}

function spoil(bytes: Buffer, random: () => number): Buffer {
  const spoiled = Buffer.from(bytes);
  const at = Math.floor(random() * bytes.length);
  const way = random();
  if (way < 0.3) return spoiled.subarray(0, at);
  if (way < 0.5) return Buffer.concat([spoiled.subarray(0, at), spoiled.subarray(at + 40)]);
  for (let count = 0; count < 8; count += 1) {
    spoiled[Math.floor(random() * spoiled.length)] = Math.floor(random() * 256);
  }
  return spoiled;
}

test.each(WHOLE)('the sums come out whatever is cut off or overwritten in %s', async (_, whole) => {
  const random = makeRandom(20_150_106);
  for (let round = 0; round < 40; round += 1) {
    const { file, items, pages, children } = await ingestBytes(spoil(whole, random));
    expect(file.items_expected).toBe(file.items_emitted + file.items_failed);
    expect(file.pages).toBe(pages.length);
    const isZip = file.media_type === 'application/zip';
    const counted = items.filter(({ origin }) => origin !== 'quoted').length;
    expect(file.items_emitted).toBe(counted + (isZip ? children.length : 0));
    if (file.status !== 'read') expect(file.issues.length).toBeGreaterThan(0);
    for (const page of pages) {
      for (const run of page.runs) expect(run.end).toBeLessThanOrEqual(page.text.length);
    }
  }
});

const DEEP = 20_000;
const CELLS = `${'<w:tbl><w:tr><w:tc>'.repeat(DEEP)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(DEEP)}`;
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

const NESTED: [string, string | Buffer][] = [
  ['an XML file', `<?xml version="1.0"?>${'<a>'.repeat(10 * DEEP)}words${'</a>'.repeat(10 * DEEP)}`],
  [
    'a word processor file',
    buildZip([
      {
        name: '[Content_Types].xml',
        content: `<Types><Override PartName="/word/document.xml" ContentType="${WORD}"/></Types>`,
      },
      {
        name: '_rels/.rels',
        content:
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      },
      {
        name: 'word/document.xml',
        content: `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${CELLS}</w:body></w:document>`,
      },
    ]),
  ],
];

test.each(NESTED)('%s of parts inside one another without end is named as that', async (_, bytes) => {
  const { file } = await ingestBytes(bytes);
  expect(file.status).toBe('unreadable');
  expect(codes(file)).toEqual(['too-deep']);
});
