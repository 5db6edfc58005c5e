import { spawnSync } from 'node:child_process';
import { nativeVersion, parseHocr } from '../../ingest/ocr-native.ts';
import { closeRecogniser, recognisePage } from '../../ingest/ocr-reader.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { MAIL, pictureOf } from './build-scan.ts';

const HOCR = `
<div class='ocr_page' id='page_1' title='image ""; bbox 0 0 1700 2200; ppageno 0'>
 <div class='ocr_carea' title="bbox 185 196 376 260"><p class='ocr_par' lang='eng' title="bbox 185 196 376 260">
  <span class='ocr_line' id='line_1_1' title="bbox 185 196 376 224; baseline 0.005 -4; x_size 30; x_descenders 6; x_ascenders 7">
   <span class='ocrx_word' id='word_1_1' title='bbox 185 196 300 224; x_wconf 96'>R&amp;D,</span>
   <span class='ocrx_word' id='word_1_2' title='bbox 311 198 376 221; x_wconf 91'><strong>FOIA</strong></span>
  </span>
  <span class='ocr_header' id='line_1_2' title="bbox 185 240 250 260; baseline 0 0">
   <span class='ocrx_word' id='word_1_3' title='bbox 185 240 250 260; x_wconf 88'>don&#39;t</span>
  </span></p></div></div>`;

test('lines, words and baselines are read out of what the program prints', () => {
  const [first, second] = parseHocr(HOCR);
  expect(first).toEqual({
    height: 30,
    baseline: { x0: 185, y0: 220, x1: 376, y1: 220.955 },
    words: [
      { text: 'R&D,', confidence: 96, x0: 185, y0: 196, x1: 300, y1: 224 },
      { text: 'FOIA', confidence: 91, x0: 311, y0: 198, x1: 376, y1: 221 },
    ],
  });
  expect(second).toMatchObject({ height: 20, words: [{ text: "don't" }] });
  expect(parseHocr('')).toEqual([]);
});

const THERE = spawnSync('tesseract', ['--version']).status === 0;

(THERE ? describe : describe.skip)('the program of this machine', () => {
  afterAll(closeRecogniser);

  test('reads a page letter for letter', async () => {
    const version = nativeVersion(['eng']);
    expect(version).toMatch(/^tesseract \d\S* native$/);
    const settings = { engine: 'native' as const, languages: ['eng'], version };
    const { text, ocr_confidence } = await recognisePage(await pictureOf(temporaryFolder(), MAIL), settings);
    // Which words it parts depends on the data that the machine has.
    expect(text.replace(/\s/g, '')).toBe(MAIL.join('').replace(/\s/g, ''));
    expect(ocr_confidence).toBeGreaterThan(85);
  });

  test('is refused where it has no data for a language', () => {
    expect(() => nativeVersion(['eng', 'xyz'])).toThrow(/no data for "xyz": install tesseract-ocr-xyz/);
  });
});

test('a machine without the program is told what to install', () => {
  const path = process.env.PATH;
  process.env.PATH = temporaryFolder();
  try {
    expect(() => nativeVersion(['eng'])).toThrow(/needs the program tesseract on the path/);
  } finally {
    process.env.PATH = path;
  }
});
