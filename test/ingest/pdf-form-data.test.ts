import { formLines } from '../../ingest/pdf-form-data.ts';
import { assemblePdf } from './build-pdf.ts';
import { ingestBytes } from './ingest-bytes.ts';

const DATA =
  '<xfa:datasets xmlns:xfa="http://www.xfa.org/schema/xfa-data/1.0/"><xfa:data><form1><Officer>Pat &amp; Rowe</Officer><Empty/><Reason kind="x">ICE detainer</Reason></form1></xfa:data></xfa:datasets>';

const stream = (content: string) => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;

function dynamicForm(more: string): Buffer {
  const words = 'BT /F 11 Tf 72 700 Td (Please wait...) Tj ET';
  return assemblePdf([
    `<< /Type /Catalog /Pages 2 0 R ${more} /AcroForm << /Fields [] /XFA [(datasets) 5 0 R] >> >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>',
    stream(words),
    stream(DATA),
  ]);
}

describe('a form that only its own program can draw', () => {
  test('hands on what was filled in as a text', async () => {
    const { file, pages, children } = await ingestBytes(dynamicForm('/NeedsRendering true'));
    expect(file.status).toBe('read');
    expect(pages.map(({ text }) => text)).toEqual(['Please wait...']);
    expect(children.map(({ path, bytes }) => [path, Buffer.from(bytes).toString()])).toEqual([
      ['file.bin!/form-data.txt', 'Officer: Pat & Rowe\nReason: ICE detainer\n'],
    ]);
  });

  test('is not one whose fields stand on its pages', async () => {
    expect((await ingestBytes(dynamicForm(''))).children).toEqual([]);
  });
});

test.each([
  ['<a>1</a><b> </b><c/>', ['a: 1']],
  ['<a><b>x\n y</b></a>', ['b: x y']],
  ['<a>&#65;&#x42;&unknown;</a>', ['a: AB&unknown;']],
  ['no markup', []],
  ['<a>cut off', []],
])('the fields of %j are %j', (xml, lines) => {
  expect(formLines(xml)).toEqual(lines);
});
