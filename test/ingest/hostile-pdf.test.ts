import { OPENING_PAGE } from '../../ingest/index.ts';
import { withPdfium } from '../../ingest/pdfium-engine.ts';
import { assemblePdf, buildPdf, textPage } from './build-pdf.ts';
import { ingestBytes } from './ingest-bytes.ts';
import { readPdfiumOnly } from './pdfium-only.ts';

const CATALOGUE = '<< /Type /Catalog /Pages 2 0 R >>';
const PAGE = (parent: number, more = '') =>
  `<< /Type /Page /Parent ${parent} 0 R /MediaBox [0 0 612 792] /Resources << >> ${more} >>`;

/** A page tree of one page under this many nodes inside one another. */
function deepTree(levels: number): Buffer {
  const nodes = Array.from({ length: levels }, (_, at) => {
    const parent = at === 0 ? '' : `/Parent ${at + 1} 0 R`;
    return `<< /Type /Pages ${parent} /Kids [${at + 3} 0 R] /Count 1 >>`;
  });
  return assemblePdf([CATALOGUE, ...nodes, PAGE(levels + 1)]);
}

function stream(content: string, more = ''): string {
  return `<< ${more} /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

const HOSTILE: [string, Buffer][] = [
  ['a page tree that holds itself', assemblePdf([CATALOGUE, '<< /Type /Pages /Kids [2 0 R] /Count 1 >>'])],
  [
    'two nodes of a page tree that hold one another',
    assemblePdf([
      CATALOGUE,
      '<< /Type /Pages /Kids [3 0 R] /Count 2 >>',
      '<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 2 0 R] /Count 2 >>',
    ]),
  ],
  ['a page tree of thousands of levels', deepTree(5_000)],
  [
    'more pages promised than there are',
    assemblePdf([CATALOGUE, '<< /Type /Pages /Kids [3 0 R] /Count 3000 >>', PAGE(2)]),
  ],
  [
    'a number of pages that is no number',
    assemblePdf([CATALOGUE, '<< /Type /Pages /Kids [3 0 R] /Count -7 >>', PAGE(2)]),
  ],
  [
    'arrays inside one another',
    assemblePdf([
      CATALOGUE,
      `<< /Type /Pages /Kids [3 0 R] /Count 1 /X ${'['.repeat(20_000)}${']'.repeat(20_000)} >>`,
      PAGE(2),
    ]),
  ],
  [
    'a form that draws itself',
    assemblePdf([
      CATALOGUE,
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /XObject << /F 5 0 R >> >> /Contents 4 0 R >>',
      stream('/F Do'),
      stream(
        '/F Do 0 0 m 9 9 l S',
        '/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /XObject << /F 5 0 R >> >>',
      ),
    ]),
  ],
  [
    'a page of a thousand kilometres',
    assemblePdf([
      CATALOGUE,
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 3000000000 3000000000] /Resources << >> >>',
    ]),
  ],
  ['states saved and never restored', buildPdf([{ content: 'q '.repeat(3_000) }])],
  [
    'a catalogue that is its own page tree',
    assemblePdf(['<< /Type /Catalog /Pages 1 0 R /Kids [1 0 R] /Count 1 >>']),
  ],
];

test.each(HOSTILE)('%s is read or named, and its sums come out', async (_, bytes) => {
  const { file, pages, items } = await ingestBytes(bytes);
  expect(file.items_expected).toBe(file.items_emitted + file.items_failed);
  expect(file.pages).toBe(pages.length);
  expect(items.filter(({ origin }) => origin !== 'quoted')).toHaveLength(file.items_emitted);
  if (file.status !== 'read') expect(file.issues.length).toBeGreaterThan(0);
});

test('a script of the document, of a page or of a field is not run and is no text', async () => {
  const script = '/S /JavaScript /JS (app.alert\\("ran"\\); this.getField\\("a"\\).value = "changed";)';
  const bytes = assemblePdf([
    `<< /Type /Catalog /Pages 2 0 R /OpenAction << ${script} >> /AcroForm << /Fields [5 0 R] >> >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << >> /AA << /O << ${script} >> >> /Annots [5 0 R] >>`,
    '<< >>',
    `<< /Type /Annot /Subtype /Widget /Rect [72 700 300 714] /FT /Tx /T (a) /V (as filed) /AA << /C << ${script} >> >> >>`,
  ]);
  const { pages, file } = await ingestBytes(bytes);
  expect(pages.map(({ text }) => text)).toEqual(['as filed']);
  expect(file.status).toBe('read');
});

test('it is told when a PDF is opened, and each page before it is read', async () => {
  const bytes = buildPdf([textPage(['One page.']), textPage(['Another page.'])]);
  const told: number[] = [];
  await ingestBytes(bytes, { atPage: (page) => told.push(page) });
  expect(told.filter((page, at) => page !== told[at - 1])).toEqual([OPENING_PAGE, 0, 1, 2, 0]);
  told.length = 0;
  await ingestBytes('%PDF-1.7 and nothing else', { atPage: (page) => told.push(page) });
  expect(told).toEqual([OPENING_PAGE, 0]);
});

describe('the second engine', () => {
  const LINES = ['From: Rowe, Pat', 'To: Ott, Lee', 'Subject: the shift', '', 'Words of the mail, and more.'];

  test('gives the text and the places that the first one gives', async () => {
    const bytes = buildPdf([textPage(LINES)]);
    const first = (await ingestBytes(bytes)).pages[0];
    const second = await readPdfiumOnly(bytes);
    expect(second).toMatchObject({ text: first?.text, width: 612, height: 792, method: 'text' });
    for (const [at, run] of second.runs.entries()) {
      expect(Math.abs(run.x0 - (first?.runs[at]?.x0 ?? 0))).toBeLessThan(1);
      expect(Math.abs(run.x1 - (first?.runs[at]?.x1 ?? 0))).toBeLessThan(2);
      expect(Math.abs(run.y0 - (first?.runs[at]?.y0 ?? 0))).toBeLessThan(1);
    }
  });

  test('reads a page that is turned as it is looked at', async () => {
    const content =
      'BT /F1 11 Tf 0 1 -1 0 100 100 Tm (First line) Tj ET BT /F1 11 Tf 0 1 -1 0 120 100 Tm (Second line) Tj ET';
    const page = await readPdfiumOnly(buildPdf([{ content, rotate: 90 }]));
    expect(page).toMatchObject({ width: 792, height: 612, text: 'First line\nSecond line' });
  });

  test('hands on what is embedded in the file', async () => {
    const bytes = buildPdf([textPage(LINES)], [{ name: 'list.txt', content: 'Names of the list' }]);
    const files = await withPdfium(bytes, '', (file) => file.embeddedFiles());
    expect(files.map(({ name }) => name)).toEqual(['list.txt']);
    expect(Buffer.from(files[0]?.bytes ?? []).toString()).toBe('Names of the list');
  });

  test('leaves out what a redaction was to hide', async () => {
    const page = await readPdfiumOnly(
      buildPdf([{ content: `${textPage(LINES).content}\n0 g 70 660 300 14 re f` }]),
    );
    expect(page).toMatchObject({ failed_redaction: true });
    expect(page.text).not.toContain('Words');
  });
});
