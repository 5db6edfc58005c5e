import { buildPdf, FULL_PAGE_IMAGE, textAt, textPage } from './build-pdf.ts';
import { codes, ingestBytes } from './ingest-bytes.ts';

describe('the text of a page', () => {
  test('puts a label and its value on one line, whatever the order of drawing', async () => {
    const content = [
      textAt(160, 72, 'Pat Rowe'),
      textAt(160, 86, 'Lee Ott'),
      textAt(72, 72, 'From:', 'F2'),
      textAt(72, 86, 'To:', 'F2'),
    ].join('\n');
    const { pages } = await ingestBytes(buildPdf([{ content }]));
    expect(pages[0]?.text).toBe('From:\tPat Rowe\nTo:\tLee Ott');
  });

  test('keeps a raised figure on its line', async () => {
    const content = [
      textAt(72, 86, 'The line above it'),
      textAt(72, 100, 'on January 5'),
      textAt(72 + 63.6, 96, 'th', 'F1', 6),
      textAt(145, 100, '2015'),
      textAt(72, 114, 'The line below it'),
    ].join('\n');
    const { pages } = await ingestBytes(buildPdf([{ content }]));
    expect(pages[0]?.text).toBe('The line above it\non January 5th 2015\nThe line below it');
  });

  test('keeps small lines beside a large one apart', async () => {
    const content = [
      textAt(72, 100, 'POLICE', 'F2', 28),
      textAt(300, 86, '100 Main Street', 'F1', 8),
      textAt(300, 96, 'Linden Grove', 'F1', 8),
    ].join('\n');
    const { pages } = await ingestBytes(buildPdf([{ content }]));
    expect(pages[0]?.text.split('\n')).toContain('100 Main Street');
  });

  test('leaves an empty line where there is a gap between paragraphs', async () => {
    const lines = ['One line', 'and the next.', '', 'Another paragraph', 'of two lines.', 'And a third.'];
    const { pages } = await ingestBytes(buildPdf([textPage(lines)]));
    expect(pages[0]?.text.split('\n')).toEqual(lines);
  });

  test('takes a word that is drawn twice for boldness once', async () => {
    const content = `${textAt(72, 72, 'Notice')}\n${textAt(72.4, 72, 'Notice')}\n${textAt(72, 90, 'Notice')}`;
    const { pages } = await ingestBytes(buildPdf([{ content }]));
    expect(pages[0]?.text).toBe('Notice\nNotice');
  });

  test('reads a page that is turned as it is looked at', async () => {
    // Turned by 90 degrees the page is 792 wide; lines that run upwards on paper read from left to right.
    const content =
      'BT /F1 11 Tf 0 1 -1 0 100 100 Tm (First line) Tj ET BT /F1 11 Tf 0 1 -1 0 120 100 Tm (Second line) Tj ET';
    const { pages } = await ingestBytes(buildPdf([{ content, rotate: 90 }]));
    expect(pages[0]).toMatchObject({ width: 792, height: 612, text: 'First line\nSecond line' });
  });

  test('places every run in the text and on the page', async () => {
    const content = `${textAt(72, 100, 'Subject:', 'F2', 12)}\n${textAt(150, 100, 'Training')}`;
    const { pages } = await ingestBytes(buildPdf([{ content }]));
    const { text = '', runs = [] } = pages[0] ?? {};
    expect(runs.map((run) => text.slice(run.start, run.end))).toEqual(['Subject:', 'Training']);
    expect(runs[0]).toMatchObject({ x0: 72, size: 12 });
    expect(runs[0]?.y0).toBeLessThan(100);
    expect(runs[0]?.y1).toBeGreaterThan(100);
    expect(runs[0]?.font).not.toBe(runs[1]?.font);
  });

  test('has the values of form fields and texts laid over the page beside their labels', async () => {
    const field = (top: number, more: string) =>
      `<< /Type /Annot /Subtype /Widget /Rect [150 ${788 - top} 400 ${802 - top}] ${more} >>`;
    const content = [
      textAt(72, 72, 'Officer:'),
      textAt(72, 100, 'Notified:'),
      textAt(72, 128, 'Hidden:'),
    ].join('\n');
    const notes = [
      field(72, '/FT /Tx /T (a) /V (Pat Rowe)'),
      field(100, '/FT /Btn /T (b) /V /Yes /AS /Yes /AP << /N << /Yes null /Off null >> >>'),
      field(128, '/FT /Tx /T (c) /V (unseen) /F 2'),
      '<< /Type /Annot /Subtype /FreeText /Rect [72 600 300 640] /Contents (Released\\nin part) /DA (/F1 10 Tf) >>',
    ];
    const { pages } = await ingestBytes(buildPdf([{ content, notes }]));
    expect(pages[0]?.text.split('\n').filter((line) => line !== '')).toEqual([
      'Officer:\tPat Rowe',
      'Notified:\t[x]',
      'Hidden:',
      'Released',
      'in part',
    ]);
  });

  test('is the same in every run', async () => {
    const pdf = buildPdf([textPage(['Same bytes', 'same text'])]);
    expect((await ingestBytes(pdf)).pages).toEqual((await ingestBytes(pdf)).pages);
  });
});

describe('how a page was read', () => {
  const WHITE_SHEET = '1 1 1 rg 0 0 612 792 re f';
  const cases: [string, string, string][] = [
    ['words', textAt(72, 72, 'Short but text'), 'text'],
    ['nothing', '', 'blank'],
    ['a white sheet', WHITE_SHEET, 'blank'],
    ['an image', FULL_PAGE_IMAGE, 'unread'],
    ['a line', '72 72 m 200 72 l S', 'unread'],
    ['an image with a stamp at its foot', `${FULL_PAGE_IMAGE}\n${textAt(480, 770, 'EPD-000012')}`, 'unread'],
    [
      'an image with the words laid over it',
      `${FULL_PAGE_IMAGE}\n${textAt(72, 300, 'The words that were recognised on this scan before')}`,
      'text',
    ],
    [
      'words beside a small image',
      `q 40 0 0 40 72 600 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80\nEI Q\n${textAt(72, 72, 'See attached.')}`,
      'text',
    ],
  ];

  test.each(cases)('a page with %s', async (_, content, method) => {
    const { pages } = await ingestBytes(buildPdf([{ content }]));
    expect(pages[0]?.method).toBe(method);
  });

  test('names the scanned pages of a file in ranges and counts the file as partly read', async () => {
    const scan = { content: FULL_PAGE_IMAGE };
    const { file } = await ingestBytes(buildPdf([textPage(['Words']), scan, scan, textPage(['More']), scan]));
    expect(file).toMatchObject({ status: 'partial', pages: 5 });
    expect(file.issues).toEqual([expect.objectContaining({ code: 'no-text-layer', where: 'pages 2–3, 5' })]);
  });

  test('calls a file of nothing but scans unreadable, its pages counted', async () => {
    const { file, pages } = await ingestBytes(buildPdf([{ content: FULL_PAGE_IMAGE }]));
    expect(file).toMatchObject({ status: 'unreadable', pages: 1 });
    expect(pages).toHaveLength(1);
  });
});

describe('a PDF that is not whole', () => {
  test('is damaged where it has no structure', async () => {
    const { file } = await ingestBytes('%PDF-1.7\nthis is not one');
    expect(file).toMatchObject({ status: 'unreadable', media_type: 'application/pdf' });
    expect(codes(file)).toEqual(['damaged']);
  });

  test('is read where the pointer at its end is cut off', async () => {
    const pdf = buildPdf([textPage(['Still here'])]);
    const { file, pages } = await ingestBytes(pdf.subarray(0, pdf.lastIndexOf('startxref')));
    expect(pages.map((page) => page.text)).toEqual(['Still here']);
    expect(file.status).toBe('read');
  });

  test('loses only the page that is broken', async () => {
    const pdf = buildPdf([textPage(['First']), textPage(['Second']), textPage(['Third'])]);
    const broken = Buffer.from(
      pdf.toString('latin1').replace('7 0 obj\n<< /Type /Page', '7 0 obj\n<< /Type /Cage'),
      'latin1',
    );
    const { file, pages } = await ingestBytes(broken);
    expect(pages.map((page) => page.text)).toEqual(expect.arrayContaining(['First', 'Third']));
    expect(pages).toHaveLength(3);
    expect(file.pages).toBe(3);
  });

  test('over the limit of pages is not begun', async () => {
    const pdf = buildPdf([textPage(['a']), textPage(['b'])]);
    const { file, pages } = await ingestBytes(pdf, { limits: { max_pages: 1 } });
    expect(codes(file)).toEqual(['too-large']);
    expect(pages).toEqual([]);
  });
});

test('learns the Bates numbers over the pages of a file', async () => {
  const page = (number: number) => ({
    content: `${textAt(72, 100, 'Case 14-00312 was closed.')}\n${textAt(500, 775, `LGPD-00${number}`)}`,
  });
  const { pages } = await ingestBytes(buildPdf([page(101), page(102), page(103)]));
  expect(pages.map((one) => one.bates)).toEqual(['LGPD-00101', 'LGPD-00102', 'LGPD-00103']);
});

test('hands on the files embedded in it under harmless names', async () => {
  const files = [
    { name: 'list.csv', content: 'a,b' },
    { name: '../x.txt', content: 'words' },
  ];
  const { file, children } = await ingestBytes(buildPdf([textPage(['See the files.'])], files));
  expect(file.status).toBe('read');
  expect(children.map((child) => [child.path, Buffer.from(child.bytes).toString()]).toSorted()).toEqual([
    ['file.bin!/1/list.csv', 'a,b'],
    ['file.bin!/2/x.txt', 'words'],
  ]);
});
