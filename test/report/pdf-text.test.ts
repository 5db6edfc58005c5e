import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import PDFDocument from 'pdfkit';
import { type Face, openPdf, type PdfFonts } from '../../report/pdf-file.ts';
import { type ShapedFont, shapeByPieces } from '../../report/pdf-shaping.ts';
import { readReportFonts } from '../../workers/report-fonts.ts';

const messages = readFileSync(resolve(__dirname, '../../fixtures/linden-grove/messages.jsonl'), 'utf8');
/** Words of records, and signs that fonts have rules for. */
const RECORDS = [...new Set(messages.split(/\s+|\\n/).filter((word) => word.length < 40))].slice(0, 1500);
const NUMBERS = Array.from({ length: 400 }, (_, i) => String(i * i * 7919 + i));
const ODD = [
  'ﬁne',
  'office',
  'affix',
  '11:47',
  '1/2',
  '12,345.',
  '(LG-000123)',
  'Tē',
  'AVATAR',
  'x\u0301y',
  '½',
];
const WORDS = [...RECORDS, ...NUMBERS, ...NUMBERS.map((word) => `${word},`), ...ODD];

let fonts: PdfFonts;
beforeAll(async () => {
  fonts = await readReportFonts();
});

/** The library's own font, which nothing has been changed of. */
function ownFont(face: Face): ShapedFont {
  const doc = new PDFDocument({ autoFirstPage: false });
  doc.font(Buffer.from(fonts[face]));
  return (doc as unknown as { _font: ShapedFont })._font;
}

describe('words that are put together of pieces', () => {
  test.each(['regular', 'bold', 'italic', 'fallback'] as const)(
    'have the glyphs and places of the whole: %s',
    (face) => {
      const [whole, pieces] = [ownFont(face), ownFont(face)];
      shapeByPieces(pieces);
      expect(pieces.layoutCached).not.toBe(whole.layoutCached);
      const ids = ({ glyphs = [] }: ReturnType<ShapedFont['layout']>) => glyphs.map(({ id }) => id);
      for (const text of [...WORDS, `${WORDS.slice(0, 20).join(' ')} `, '', ' ', '  a ']) {
        const [ours, theirs] = [pieces.layout(text), whole.layout(text)];
        expect([text, ids(ours), ours.positions]).toEqual([text, ids(theirs), theirs.positions]);
        expect(pieces.layout(text, undefined, true).advanceWidth).toBe(theirs.advanceWidth);
      }
    },
  );

  test('are not, where a face has a rule that looks over a cut', () => {
    const font = ownFont('regular');
    const { layoutCached } = font;
    font.layoutCached = (word) => {
      const run = layoutCached.call(font, word);
      return /^\d\d/.test(word) ? { ...run, glyphs: run.glyphs.slice(1) } : run;
    };
    const before = font.layoutCached;
    shapeByPieces(font);
    expect(font.layoutCached).toBe(before);
  });
});

describe('a line of text', () => {
  /** What stands on a page after `draw`. */
  function drawn(draw: (file: ReturnType<typeof openPdf>) => void): string {
    const file = openPdf('Title', 'Subject', new Date(0), fonts);
    file.doc.addPage();
    draw(file);
    const { buffer } = (file.doc.page as unknown as { content: { buffer: Uint8Array[] } }).content;
    return Buffer.concat(buffer).toString('latin1');
  }

  const lines: [string, Face, string][] = [
    ['plain words', 'regular', 'Held for 12,345 days at the county jail. '],
    ['letters that stand nearer to one another', 'bold', 'AVATAR, Tom and WAVY To: 11:47'],
    ['letters joined in print', 'italic', 'officer affix fine '],
    ['several spaces and none at the end', 'regular', '  two  spaces'],
    ['signs of the fallback', 'fallback', 'Ωmega □ ½ ﬁ'],
    ['a mark above a letter', 'fallback', 'x\u0301 q\u0303 done'],
    ['a tab', 'regular', 'a\tb'],
  ];

  test.each(lines)('is drawn as the library draws it: %s', (_what, face, text) => {
    const ours = drawn((file) => {
      file.drawText(face, text, 58, 76.4125, 9.5, '#1f3f6e');
      file.drawText(face, text, 58.1, 90, 8, '#ffe79a');
    });
    const theirs = drawn(({ doc }) => {
      doc.font(face).fontSize(9.5).fillColor('#1f3f6e');
      doc.text(text, 58, 76.4125, { lineBreak: false, baseline: 'alphabetic' });
      doc.fontSize(8).fillColor('#ffe79a');
      doc.text(text, 58.1, 90, { lineBreak: false, baseline: 'alphabetic' });
    });
    expect(ours).toBe(theirs);
    expect(ours).toContain('TJ');
  });
});

test('all that the library writes is in the file, from the first line on', async () => {
  const file = openPdf('Title', 'Subject', new Date(0), fonts);
  file.doc.addPage();
  file.drawText('regular', 'A line.', 58, 76, 10, '#000000');
  const text = Buffer.from(await file.finish()).toString('latin1');
  expect(text.startsWith('%PDF-1.7\n')).toBe(true);
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  expect(text.slice(start, start + 5)).toBe('xref\n');
});
