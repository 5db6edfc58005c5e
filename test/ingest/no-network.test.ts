import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { assemblePdf } from './build-pdf.ts';
import { buildZip } from './build-zip.ts';
import { ingestBytes } from './ingest-bytes.ts';

const HOST = 'tracker.invalid';
const URL = `http://${HOST}/pixel.png`;

const HTML = `<!DOCTYPE html><html><head><link rel="stylesheet" href="${URL}"><base href="${URL}"><meta http-equiv="refresh" content="0;url=${URL}">
<script src="${URL}"></script><style>@import url(${URL}); body { background: url(${URL}) }</style></head>
<body onload="fetch('${URL}')"><img src="${URL}"><iframe src="${URL}"></iframe><object data="${URL}"></object><video src="${URL}"></video>
<form action="${URL}"><input name="a"></form><p>The words of the page.</p></body></html>`;

const MAIL = `From: a@x.example\r\nTo: b@x.example\r\nDate: Tue, 6 Jan 2015 05:52:09 -0600\r\nSubject: x\r\nDisposition-Notification-To: a@x.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n${HTML}\r\n--b\r\nContent-Type: message/external-body; access-type=URL; URL="${URL}"\r\n\r\nContent-Type: text/plain\r\n\r\n--b--\r\n`;

const SVG = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY remote SYSTEM "${URL}"><!ENTITY local SYSTEM "file:///etc/passwd">]>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><image xlink:href="${URL}"/><text>&remote;&local;</text><script xlink:href="${URL}"/></svg>`;

const ENTITIES = `<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY remote SYSTEM "${URL}"><!ENTITY local SYSTEM "file:///etc/passwd">
<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Words &remote; &local; &d;</w:t></w:r></w:p></w:body></w:document>`;

const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const DOCX = buildZip([
  {
    name: '[Content_Types].xml',
    content: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${MAIN}"/></Types>`,
  },
  {
    name: '_rels/.rels',
    content: `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" TargetMode="External" Target="${URL}"/></Relationships>`,
  },
  { name: 'word/document.xml', content: ENTITIES },
]);

const stream = (content: string) => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
const PDF = assemblePdf([
  `<< /Type /Catalog /Pages 2 0 R /URI << /Base (${URL}) >> /OpenAction << /S /URI /URI (${URL}) >> >>`,
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /XObject << /I 5 0 R >> >> /Contents 4 0 R /AA << /O << /S /SubmitForm /F << /FS /URL /F (${URL}) >> >> >>
     /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 99 99] /A << /S /Launch /F (/bin/true) >> >>] >>`,
  stream('q 612 0 0 792 0 0 cm /I Do Q'),
  `<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /F << /FS /URL /F (${URL}) >> /Length 0 >>\nstream\n\nendstream`,
]);

const CSV = `Date,Officer,Reason\n01/06/2015,Rowe,"=HYPERLINK(""${URL}"",""x"")"\n01/07/2015,Ott,=WEBSERVICE("${URL}")\n`;

describe('with every way to the network and to other programs closed', () => {
  const opened: string[] = [];
  const refuse = (name: string) => () => {
    opened.push(name);
    throw new Error(`${name} was called`);
  };

  beforeEach(() => {
    opened.length = 0;
    jest.spyOn(net.Socket.prototype, 'connect').mockImplementation(refuse('a socket'));
    jest.spyOn(dns, 'lookup').mockImplementation(refuse('dns.lookup') as never);
    jest.spyOn(dns, 'resolve').mockImplementation(refuse('dns.resolve') as never);
    jest.spyOn(dns.promises, 'lookup').mockImplementation(refuse('dns.promises.lookup') as never);
    jest.spyOn(dgram, 'createSocket').mockImplementation(refuse('a datagram'));
    for (const [name, protocol] of Object.entries({ http, https })) {
      jest.spyOn(protocol, 'request').mockImplementation(refuse(`${name}.request`));
      jest.spyOn(protocol, 'get').mockImplementation(refuse(`${name}.get`));
    }
    jest.spyOn(globalThis, 'fetch').mockImplementation(refuse('fetch'));
    for (const name of ['spawn', 'exec', 'execFile', 'fork'] as const)
      jest.spyOn(childProcess, name).mockImplementation(refuse(name) as never);
  });
  afterEach(() => jest.restoreAllMocks());

  const hostile: [string, string | Buffer, string | null][] = [
    ['a web page that loads from everywhere', HTML, 'The words of the page.'],
    ['a mail with a remote picture and an external body', MAIL, 'The words of the page.'],
    ['a drawing with external entities', SVG, null],
    ['a word processor file with external and growing entities', DOCX, null],
    ['a PDF with remote content and actions', PDF, null],
    ['a table with formulas that call out', CSV, 'HYPERLINK'],
  ];

  test.each(hostile)('%s is read or named', async (_, content, words) => {
    const { file, pages, items, children } = await ingestBytes(content);
    expect(opened).toEqual([]);
    const found = JSON.stringify([pages, items]);
    if (words !== null) expect(found).toContain(words);
    expect(found + children.map(({ bytes }) => Buffer.from(bytes).toString('latin1')).join('')).not.toContain(
      'root:',
    );
    expect(found).not.toContain('lol'.repeat(500));
    expect(file.items_expected).toBe(file.items_emitted + file.items_failed);
  });

  test('the hooks notice a connection', () => {
    expect(() => net.connect(80, '127.0.0.1')).toThrow();
    expect(() => http.get(URL)).toThrow();
    expect(opened.length).toBeGreaterThan(1);
  });
});
