import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { buildOle, packagedFile } from './build-ole.ts';
import { buildZip } from './build-zip.ts';
import { codes, ingestBytes } from './ingest-bytes.ts';

function slide(...paragraphs: string[]): string {
  const text = paragraphs.map((words) => `<a:p><a:r><a:t>${words}</a:t></a:r></a:p>`).join('');
  return `<p:sld xmlns:p="p" xmlns:a="a"><p:txBody>${text}<a:p><a:fld type="slidenum"><a:t>7</a:t></a:fld></a:p></p:txBody></p:sld>`;
}

const TYPES = { name: '[Content_Types].xml', content: '<Types/>' };

test('a presentation is read slide by slide, each with its notes, and its pictures are handed on', async () => {
  const { file, items, children } = await ingestBytes(
    buildZip([
      { name: 'ppt/presentation.xml', content: '<p:presentation/>' },
      { name: 'ppt/slides/slide10.xml', content: slide('Last') },
      { name: 'ppt/slides/slide2.xml', content: slide('Second &amp; more', 'line two') },
      {
        name: 'ppt/slides/_rels/slide2.xml.rels',
        content: '<Relationships><Relationship Target="../notesSlides/notesSlide1.xml"/></Relationships>',
      },
      { name: 'ppt/notesSlides/notesSlide1.xml', content: slide('Say this.') },
      { name: 'ppt/media/image1.png', content: 'picture' },
      { name: 'ppt/media/image2.emf', content: 'drawing' },
      TYPES,
    ]),
  );
  expect(file).toMatchObject({
    media_type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    status: 'read',
  });
  expect(items.map(({ body }) => body)).toEqual(['Second & more\nline two\n\nSay this.\n\nLast']);
  expect(children.map(({ path }) => path)).toEqual(['file.bin!/image1.png']);
});

function odt(body: string, manifest = '<manifest/>'): Buffer {
  return buildZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
    {
      name: 'content.xml',
      content: `<office:document-content><office:body>${body}</office:body></office:document-content>`,
    },
    { name: 'META-INF/manifest.xml', content: manifest },
  ]);
}

test('an OpenDocument text is read with its tables, without what was deleted', async () => {
  const { file, items } = await ingestBytes(
    odt(
      '<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes><text:h>Memo</text:h>' +
        '<text:p>One<text:s text:c="2"/>two<text:line-break/>three<text:tab/>four</text:p>' +
        '<table:table-row><table:table-cell><text:p>a</text:p><text:p>b</text:p></table:table-cell>' +
        '<table:table-cell><text:p>c</text:p></table:table-cell></table:table-row><text:p>end</text:p>',
    ),
  );
  expect(file).toMatchObject({ media_type: 'application/vnd.oasis.opendocument.text', status: 'read' });
  expect(items.map(({ body }) => body)).toEqual(['Memo\nOne  two\nthree\tfour\na b \tc\nend']);
});

test('an OpenDocument text that is locked is named', async () => {
  const { file } = await ingestBytes(odt('', '<manifest:encryption-data/>'));
  expect(codes(file)).toEqual(['encrypted']);
});

test('mail pasted into a rich text document is cut out of it', async () => {
  const { file, items } = await ingestBytes(
    '{\\rtf1\\ansi From: Doe, Jane <jdoe@city.example>\\par Sent: Friday, March 4, 2016 9:06 AM\\par ' +
      "To: Roe, Al <aroe@dhs.example>\\par Subject: Hold\\par \\par Please hold Mr. Pe\\'f1a.\\par}",
  );
  expect(file).toMatchObject({ media_type: 'application/rtf', status: 'read' });
  expect(items).toMatchObject([
    { kind: 'email', from: 'Doe, Jane <jdoe@city.example>', subject: 'Hold', body: 'Please hold Mr. Peña.' },
  ]);
});

test('an XML file is read as its words; no entity grows and no file is fetched', async () => {
  const bomb =
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>' +
    '<log><entry>first words</entry><entry>&b;&f; second</entry></log>';
  const { file, items } = await ingestBytes(bomb);
  expect(file).toMatchObject({ media_type: 'text/xml', status: 'read' });
  expect(items[0]?.body).toMatch(/^first words\n/);
  expect(items[0]?.body).not.toMatch(/aaaa|root:/);
});

describe('old office files', () => {
  const record = (type: number, content: Buffer, version = 0): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt16LE(version, 0);
    head.writeUInt16LE(type, 2);
    head.writeUInt32LE(content.length, 4);
    return Buffer.concat([head, content]);
  };
  const holder = (type: number, instance: number, ...parts: Buffer[]) =>
    record(type, Buffer.concat(parts), (instance << 4) | 0x0f);
  const words = (text: string) => record(0x0fa0, Buffer.from(text, 'utf16le'));

  test('a presentation is read without the prompts of its masters', async () => {
    const stream = holder(
      0x03e8,
      0,
      holder(0x0ff0, 1, words('Click to edit')),
      holder(0x0ff0, 0, words('Joint operation\rplanning'), record(0x0fa8, Buffer.from('caf\xe9', 'latin1'))),
      holder(0x03f8, 0, words('Click here too')),
      holder(0x03ee, 0, holder(0xf00d, 0, words('A box'))),
    );
    const { file, items, children } = await ingestBytes(
      buildOle({ 'PowerPoint Document': stream, '\u0001Ole10Native': packagedFile('a.txt', 'inside') }),
    );
    expect(file).toMatchObject({ media_type: 'application/vnd.ms-powerpoint', status: 'read' });
    expect(items.map(({ body }) => body)).toEqual(['Joint operation\nplanning\n\ncafé\n\nA box']);
    expect(children.map(({ path }) => path)).toEqual(['file.bin!/a.txt']);
  });

  test('a locked presentation and a locked document are named', async () => {
    const user = Buffer.alloc(20);
    user.writeUInt32LE(0xf3d1c4df, 12);
    const ppt = await ingestBytes(
      buildOle({ 'PowerPoint Document': Buffer.alloc(64), 'Current User': user }),
    );
    expect(codes(ppt.file)).toEqual(['encrypted']);
    const main = Buffer.alloc(1024);
    main.writeUInt16LE(0xa5ec, 0);
    main.writeUInt16LE(0x0100, 0x0a);
    expect(codes((await ingestBytes(buildOle({ WordDocument: main }))).file)).toEqual(['encrypted']);
  });

  test('a document is read as its words, and a broken one is damaged', async () => {
    const samples = dirname(createRequire(__filename).resolve('pst-extractor/package.json'));
    const mailbox = await ingestBytes(readFileSync(join(samples, 'example/testdata/enron.pst')));
    const found = mailbox.children.find(({ path }) => path.endsWith('Navigating eRequest.doc'));
    const bytes = Buffer.from(found?.bytes ?? []);
    const { file, items } = await ingestBytes(bytes);
    expect(file).toMatchObject({ media_type: 'application/msword', status: 'read' });
    expect(items[0]?.body).toMatch(/^Navigating eRequest\n\neRequest facilitates/);
    const broken = await ingestBytes(bytes.subarray(0, 3000));
    expect(broken.file.status).toBe('unreadable');
    expect(codes(broken.file)).toEqual(['damaged']);
  });
});
