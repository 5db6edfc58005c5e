import { buildZip, type ZipEntry } from './build-zip.ts';
import { codes, ingestBytes } from './ingest-bytes.ts';

const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

function paragraph(text: string): string {
  return `<w:p><w:r><w:t>${text.replace('<', '&lt;').replace('>', '&gt;')}</w:t></w:r></w:p>`;
}

function buildDocx(body: string, more: ZipEntry[] = []): Buffer {
  return buildZip([
    {
      name: '[Content_Types].xml',
      content: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${MAIN}"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content:
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    },
    {
      name: 'word/document.xml',
      content: `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    },
    ...more,
  ]);
}

test('reads the words of a document, a row of a table a line', async () => {
  const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
  const table = `<w:tbl><w:tr>${cell('Name')}${cell('Booked')}</w:tr><w:tr>${cell('Ann')}${cell('01/06/2015')}</w:tr></w:tbl>`;
  const { file, items } = await ingestBytes(
    buildDocx(`${paragraph('MEMORANDUM')}${paragraph('Weekly list')}${table}`),
  );
  expect(file.status).toBe('read');
  expect(items[0]?.body).toBe('MEMORANDUM\nWeekly list\nName\tBooked\nAnn\t01/06/2015');
});

test('finds a message pasted into a document', async () => {
  const lines = [
    'From: Rowe, Pat',
    'Sent: Tuesday, January 6, 2015 5:52 AM',
    'To: Ott, Lee',
    'Subject: Hold',
    '',
    'Hold him.',
  ];
  const { items } = await ingestBytes(buildDocx(lines.map(paragraph).join('')));
  expect(items.map((item) => [item.kind, item.subject, item.body.trim()])).toEqual([
    ['email', 'Hold', 'Hold him.'],
  ]);
});

test('hands on the files embedded in it', async () => {
  const { children } = await ingestBytes(
    buildDocx(paragraph('See the list.'), [{ name: 'word/embeddings/list.xlsx', content: 'bytes' }]),
  );
  expect(children.map((child) => child.path)).toEqual(['file.bin!/list.xlsx']);
});

test('is damaged where its main part is missing', async () => {
  const { file } = await ingestBytes(
    buildZip([
      {
        name: '[Content_Types].xml',
        content: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${MAIN}"/></Types>`,
      },
      { name: 'word/other.xml', content: '<x/>' },
    ]),
  );
  expect(file.status).toBe('unreadable');
  expect(codes(file)).toEqual(['damaged']);
});

test('is not unpacked where a part grows out of all proportion', async () => {
  const bomb = { name: 'word/media/a.bmp', content: Buffer.alloc(3_000_000) };
  const { file } = await ingestBytes(buildDocx(paragraph('x'), [bomb]), {
    limits: { ratio_floor_bytes: 1_000_000 },
  });
  expect(codes(file)).toEqual(['suspicious-compression']);
});
