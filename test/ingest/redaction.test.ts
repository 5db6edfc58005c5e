import { buildPdf, type PdfPage, textAt, textPage } from './build-pdf.ts';
import { codes, type Ingested, ingestBytes } from './ingest-bytes.ts';

const SECRET = 'Quillfeather';

/** A line with the secret in its middle; at 11 points of Helvetica the secret stands from 131 to 188 points. */
const LINE = textAt(72, 100, `The officer ${SECRET} called the field office`);
/** A box over the secret: left, lower edge, width, height in user space. */
const OVER = '129.5 689.5 59.5 12 re';

async function readPage(page: PdfPage): Promise<Ingested> {
  return ingestBytes(buildPdf([page]));
}

function everything({ file, pages, items, children }: Ingested): string {
  return JSON.stringify({ file, pages, items, children });
}

describe('text that a redaction was to hide', () => {
  const hidden: [string, PdfPage][] = [
    ['a black box drawn over it', { content: `${LINE}\n0 g ${OVER} f` }],
    ['a white box drawn over it', { content: `${LINE}\n1 g ${OVER} f` }],
    ['a grey box drawn over it', { content: `${LINE}\n0.5 g ${OVER} f` }],
    ['one of two boxes filled at once', { content: `${LINE}\n0 g 72 770 5 5 re ${OVER} f` }],
    ['a broad black line', { content: `${LINE}\nq 13 w 129.5 695.5 m 189 695.5 l S Q` }],
    [
      'a box of four lines',
      { content: `${LINE}\n0 g 129.5 689.5 m 189 689.5 l 189 701.5 l 129.5 701.5 l h f` },
    ],
    ['black letters on a box of the same black', { content: `0 g ${OVER} f\n${LINE}` }],
    [
      'a box with a code written on it',
      { content: `${LINE}\n1 g ${OVER} f 0 g\n${textAt(140, 100, '7(1)(b)')}` },
    ],
    [
      'a box that was moved with its whole content',
      { content: `q 1 0 0 1 20 -30 cm ${LINE}\n0 g ${OVER} f Q` },
    ],
    [
      'a redaction annotation that nobody applied',
      { content: LINE, notes: ['<< /Type /Annot /Subtype /Redact /Rect [129.5 689.5 189 701.5] >>'] },
    ],
    [
      'a black square of a comment tool',
      {
        content: LINE,
        notes: ['<< /Type /Annot /Subtype /Square /Rect [130 689 187.5 702] /C [0 0 0] /IC [0 0 0] >>'],
      },
    ],
    [
      'a box on a page that is turned',
      {
        content: `q 0 1 -1 0 612 0 cm 1 0 0 1 0 -100 cm ${LINE}\n0 g ${OVER} f Q`,
        rotate: 90,
      },
    ],
  ];

  test.each(hidden)('is left out everywhere under %s', async (_, page) => {
    const read = await readPage(page);
    expect(everything(read)).not.toContain(SECRET);
    expect(read.pages[0]?.text.replace(/\s+/g, ' ')).toMatch(
      /^The officer (████████████|7\(1\)\(b\)) called the field office$/,
    );
    expect(read.pages[0]).toMatchObject({ failed_redaction: true, method: 'text' });
    expect(codes(read.file)).toContain('failed-redaction');
    expect(read.file.status).toBe('read');
  });

  const visible: [string, string][] = [
    ['a dark bar under a heading in white', `0 g 60 680 500 30 re f 1 g\n${LINE}`],
    ['the shading of a table row', `0.85 g 60 680 500 30 re f 0 g\n${LINE}`],
    ['a yellow marker drawn before it', `1 1 0 rg ${OVER} f 0 g\n${LINE}`],
    ['a white sheet drawn before it', `1 g 0 0 612 792 re f 0 g\n${LINE}`],
    ['a line under it', `${LINE}\n0 g 129.5 687.5 59.5 1 re f`],
    ['a line through it', `${LINE}\nq 1 w 129.5 695 m 189 695 l S Q`],
    ['a frame around it', `${LINE}\nq 1 w ${OVER} S Q`],
    ['a transparent marker drawn over it', `${LINE}\n/Marker gs 1 1 0 rg ${OVER} f`],
    ['a white box that only touches the letters', `${LINE}\n1 g 129.5 699.5 59.5 12 re f`],
    [
      'a box that a white one was drawn on, as a frame is',
      `0 g 60 600 500 120 re f 1 g 61 601 498 118 re f 0 g\n${LINE}`,
    ],
  ];

  test.each(visible)('is not what stands with %s', async (_, content) => {
    const read = await readPage({ content, states: '/Marker << /ca 0.4 /BM /Multiply >>' });
    expect(read.pages[0]?.text).toBe(`The officer ${SECRET} called the field office`);
    expect(read.pages[0]).toMatchObject({ failed_redaction: false, redaction_boxes: [], redacted_share: 0 });
    expect(codes(read.file)).not.toContain('failed-redaction');
  });

  test('is not a label that says only that something was taken out', async () => {
    const { pages } = await readPage({ content: `${textAt(72, 100, 'REDACTED')}\n0 g 70 688 70 14 re f` });
    expect(pages[0]).toMatchObject({ failed_redaction: false });
    expect(pages[0]?.redaction_boxes).toHaveLength(1);
  });

  test('is not what was drawn again in the same place for everybody to see', async () => {
    const { pages } = await readPage({ content: `${LINE}\n1 g 0 0 612 792 re f 0 g\n${LINE}` });
    expect(pages[0]).toMatchObject({ failed_redaction: false });
    expect(pages[0]?.text).toContain(`The officer ${SECRET} called`);
  });

  test('is taken out of a form field that an annotation lies over', async () => {
    const rect = '/Rect [150 690 400 704]';
    const notes = [
      `<< /Type /Annot /Subtype /Widget ${rect} /FT /Tx /T (a) /V (${SECRET}) >>`,
      `<< /Type /Annot /Subtype /Redact ${rect} >>`,
    ];
    const read = await readPage({ content: textAt(72, 100, 'Officer:'), notes });
    expect(everything(read)).not.toContain(SECRET);
    expect(read.pages[0]).toMatchObject({ failed_redaction: true });
  });
});

describe('what was taken out properly', () => {
  const HEADERS = [
    'From:',
    'To:  Lee Ott',
    'Sent:  Tuesday, January 6, 2015 5:52 AM',
    'Subject:  Shift',
    '',
    'See you at nine.',
  ];

  test('leaves a redacted sender, not a missing one', async () => {
    const content = `${textPage(HEADERS).content}\n0 g 130 717 120 12 re f`;
    const { items, pages } = await readPage({ content });
    expect(pages[0]?.text).toContain('From:\t████');
    expect(items[0]).toMatchObject({ kind: 'email', from: '[redacted]', to: 'Lee Ott', redacted: true });
    expect(items[0]?.issues.map(({ code }) => code)).toContain('redacted-header');
    expect(pages[0]).toMatchObject({ failed_redaction: false, redactions: 1 });
  });

  test('marks every line that a tall box stands beside', async () => {
    const content = `${textPage(['From:', 'To:', 'Subject: Shift']).content}\n0 g 130 703 120 27 re f`;
    const { pages } = await readPage({ content });
    expect(pages[0]?.text).toBe('From:\t████████████████████\nTo:\t████████████████████\nSubject: Shift');
  });

  test('is a box with its place, its share of the page and the code beside it', async () => {
    const content = `${textAt(72, 100, 'His phone is')}\n0 g 140 690 100 12 re f\n${textAt(244, 100, '(b)(6)')}`;
    const { pages } = await readPage({ content });
    expect(pages[0]?.redaction_boxes).toEqual([
      { x0: 140, y0: 90, x1: 240, y1: 102, kind: 'black', codes: ['(b)(6)'] },
    ]);
    expect(pages[0]?.redacted_share).toBeCloseTo(1200 / (612 * 792), 3);
  });

  test('is a white box where a code is written in it', async () => {
    const content = `q 1 g 140 688 100 14 re B Q\n${textAt(72, 100, 'His phone')}\n${textAt(150, 100, '7(1)(c)')}`;
    const { pages } = await readPage({ content });
    expect(pages[0]?.redaction_boxes).toEqual([
      expect.objectContaining({ kind: 'white', codes: ['7(1)(c)'] }),
    ]);
    expect(pages[0]?.text).not.toContain('█');
  });

  test.each([
    ['RCW 42.56.240(1)', 'RCW42.56.240(1)'],
    ['5 ILCS 140/7(1)(b)', '7(1)(b)'],
    ['Gov. Code 7923.600', 'Gov.Code7923.600'],
  ])('is a white box with the citation %s in it', async (citation, code) => {
    const content = `q 1 g 130 688 140 14 re B Q\n${textAt(72, 100, 'From:')}\n${textAt(135, 100, citation)}`;
    const { pages } = await readPage({ content });
    expect(pages[0]?.redaction_boxes).toHaveLength(1);
    expect(JSON.stringify(pages[0]?.redaction_boxes[0]?.codes)).toContain(code);
  });

  test('is a black box with a label in white', async () => {
    const content = `0 g 130 688 140 14 re f 1 g\n${textAt(135, 100, 'PRIVACY')}\n0 g\n${textAt(72, 100, 'From:')}`;
    const { pages } = await readPage({ content });
    expect(pages[0]).toMatchObject({ failed_redaction: false, redaction_boxes: [{ kind: 'black' }] });
    expect(pages[0]?.text).toContain('████');
  });

  test('is a mark in the text with its place where there is no box', async () => {
    const { pages } = await readPage(textPage(['His phone is [REDACTED] now']));
    expect(pages[0]?.redaction_boxes).toEqual([expect.objectContaining({ kind: 'mark', codes: [] })]);
    const [box] = pages[0]?.redaction_boxes ?? [];
    expect(box?.x0).toBeGreaterThan(120);
    expect(box?.x1).toBeLessThan(220);
  });

  test('counts boxes that overlap once in the share', async () => {
    const content = `${textAt(72, 60, 'Words')}\n0 g 0 0 306 600 re f 200 0 306 600 re f`;
    const { pages } = await readPage({ content });
    expect(pages[0]?.redacted_share).toBeCloseTo((506 * 600) / (612 * 792), 2);
  });

  const nothing: [string, string][] = [
    ['a rule', '0 g 72 600 468 2 re f'],
    ['a thick rule', '0 g 72 600 468 6 re f'],
    ['a tick box', '0 g 72 600 8 8 re f'],
    ['a band from edge to edge', '0 g 0 740 612 52 re f'],
    ['a light box', '0.8 g 72 600 100 14 re f'],
  ];

  test.each(nothing)('is not %s', async (_, content) => {
    const { pages } = await readPage({ content: `${textAt(72, 300, 'Words')}\n${content}` });
    expect(pages[0]).toMatchObject({ redaction_boxes: [], redactions: 0, text: 'Words' });
  });
});

describe('a scan', () => {
  const [WIDE, HIGH] = [153, 198];

  /** An image of the whole page, four points a pixel, white but for these boxes in pixels from the upper left. */
  function scan(boxes: [number, number, number, number][]): string {
    const rows = Array.from({ length: HIGH }, (_, y) =>
      Array.from({ length: WIDE }, (_, x) =>
        boxes.some(([x0, y0, x1, y1]) => x >= x0 && x < x1 && y >= y0 && y < y1) ? '\x00' : '\xf0',
      ).join(''),
    );
    return `q 612 0 0 792 0 0 cm BI /W ${WIDE} /H ${HIGH} /CS /G /BPC 8 ID ${rows.join('')}\nEI Q`;
  }

  test('has its black boxes, but not the shadow at its edge', async () => {
    const { pages } = await readPage({
      content: scan([
        [30, 40, 70, 45],
        [0, 0, 6, HIGH],
      ]),
    });
    expect(pages[0]).toMatchObject({ method: 'unread', failed_redaction: false });
    expect(pages[0]?.redaction_boxes).toHaveLength(1);
    const [box] = pages[0]?.redaction_boxes ?? [];
    expect(Math.abs((box?.x0 ?? 0) - 120)).toBeLessThan(4);
    expect(Math.abs((box?.y1 ?? 0) - 180)).toBeLessThan(4);
  });

  test('with a box drawn over it is still to be read', async () => {
    const { pages } = await readPage({ content: `${scan([])}\n0 g 100 600 100 14 re f` });
    expect(pages[0]).toMatchObject({ method: 'unread', text: '', chars: 0 });
    expect(pages[0]?.redaction_boxes).toEqual([expect.objectContaining({ kind: 'black', x0: 100 })]);
  });

  test('does not give away what its text layer has under a box in the image', async () => {
    const layer = `3 Tr ${textAt(72, 170, `The officer ${SECRET} called the field office of the next town`)} 0 Tr`;
    const read = await readPage({ content: `${scan([[32, 38, 47, 45]])}\n${layer}` });
    expect(everything(read)).not.toContain(SECRET);
    expect(read.pages[0]).toMatchObject({ failed_redaction: true, method: 'text' });
    expect(read.pages[0]?.text).toMatch(
      /^The officer ████████████ called the field office of the next town$/,
    );
  });

  const unapplied = (x0: number, y0: number, x1: number, y1: number) =>
    `<< /Type /Annot /Subtype /Redact /Rect [${x0} ${792 - y1} ${x1} ${792 - y0}] /C [1 0 0] >>`;
  /** Strokes as of letters, 4 points each, from 120 to 280 points from the left and 160 to 180 from the top. */
  const strokes = Array.from({ length: 20 }, (_, at): [number, number, number, number] => [
    30 + 2 * at,
    40,
    31 + 2 * at,
    45,
  ]);

  test.each([
    ['words in its picture', scan(strokes), unapplied(110, 155, 290, 185), true],
    ['words in part of it', scan(strokes), unapplied(270, 155, 590, 185), true],
    ['plain paper', scan(strokes), unapplied(110, 255, 290, 285), false],
    ['a bar that was burnt into it', scan([[30, 40, 70, 45]]), unapplied(122, 162, 278, 178), false],
  ])('with an annotation that nobody applied over %s', async (_, content, note, failed) => {
    const { pages, file } = await readPage({ content, notes: [note] });
    expect(pages[0]).toMatchObject({ method: 'unread', failed_redaction: failed });
    expect(file.issues.some(({ code }) => code === 'failed-redaction')).toBe(failed);
    expect(pages[0]?.redaction_boxes.some(({ kind }) => kind === 'annotation')).toBe(true);
  });

  test.each([
    ['words in its picture', scan(strokes), '0 g 110 607 180 30 re f', true],
    ['plain paper', scan(strokes), '0 g 110 507 180 30 re f', false],
    ['the bar that is burnt into it', scan([[20, 30, 90, 60]]), '0 g 110 607 180 30 re f', false],
  ])('with a black box drawn over %s', async (_, content, box, failed) => {
    const { pages } = await readPage({ content: `${content}\n${box}` });
    expect(pages[0]).toMatchObject({ method: 'unread', failed_redaction: failed });
    expect(pages[0]?.redaction_boxes.some(({ kind }) => kind === 'black')).toBe(true);
  });

  test.each([
    ['drawn over both', (image: string, layer: string, box: string) => `${image}\n${layer}\n${box}`],
    ['drawn between them', (image: string, layer: string, box: string) => `${image}\n${box}\n${layer}`],
    [
      'drawn over a layer behind it',
      (image: string, layer: string, box: string) => `${layer}\n${image}\n${box}`,
    ],
  ])('does not give away what its text layer has under a box that was %s', async (_, order) => {
    const layer = `3 Tr ${textAt(72, 170, `The officer ${SECRET} called the field office of the next town`)} 0 Tr`;
    const read = await readPage({ content: order(scan([]), layer, '0 g 128 612 62 14 re f') });
    expect(everything(read)).not.toContain(SECRET);
    expect(read.pages[0]).toMatchObject({ failed_redaction: true, method: 'text' });
  });

  test('does not give away what its text layer has under an annotation that nobody applied', async () => {
    const layer = `3 Tr ${textAt(72, 170, `The officer ${SECRET} called the field office of the next town`)} 0 Tr`;
    const read = await readPage({ content: `${scan([])}\n${layer}`, notes: [unapplied(125, 158, 192, 176)] });
    expect(everything(read)).not.toContain(SECRET);
    expect(read.pages[0]).toMatchObject({ failed_redaction: true, method: 'text' });
  });

  test('cut into strips is a scan, and words over its white paper are not hidden by it', async () => {
    const strip = (low: number) => `q 612 0 0 264 0 ${low} cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xf0\nEI Q`;
    const layer = `3 Tr ${textAt(72, 170, `The officer ${SECRET} called the field office of the next town`)} 0 Tr`;
    const { pages } = await readPage({ content: `${layer}\n${[0, 264, 528].map(strip).join('\n')}` });
    expect(pages[0]).toMatchObject({ failed_redaction: false });
    expect(pages[0]?.text).toContain(SECRET);
  });

  test('keeps a text layer that no box lies over', async () => {
    const layer = `3 Tr ${textAt(72, 170, `The officer ${SECRET} called the field office of the next town`)} 0 Tr`;
    const { pages } = await readPage({ content: `${scan([[32, 90, 47, 95]])}\n${layer}` });
    expect(pages[0]?.text).toContain(SECRET);
  });
});
