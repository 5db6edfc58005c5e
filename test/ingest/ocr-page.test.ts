import { type GreyImage, rotateImage, turnQuarters } from '../../ingest/grey-image.ts';
import type { OcrSettings } from '../../ingest/ocr-engine.ts';
import type { OcrReading } from '../../ingest/ocr-page.ts';
import { closeRecogniser, recognisePage } from '../../ingest/ocr-reader.ts';
import { tesseractVersion } from '../../ingest/ocr-tesseract.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { MAIL, pictureOf } from './build-scan.ts';

const SETTINGS: OcrSettings = {
  engine: 'tesseract.js',
  languages: ['eng'],
  version: tesseractVersion(),
};
const degrees = (angle: number) => (angle * Math.PI) / 180;

describe('a scanned page', () => {
  let sheet: GreyImage;
  let straight: OcrReading;
  beforeAll(async () => {
    sheet = await pictureOf(temporaryFolder(), MAIL);
    straight = await recognisePage(sheet, SETTINGS);
  });
  afterAll(closeRecogniser);

  test('is read word for word, with its lines, its gaps and its confidence', () => {
    const page = straight;
    expect(page.text.split('\n').filter((line) => line !== '')).toEqual(MAIL.filter((line) => line !== ''));
    expect(page.text).toContain('night\n\nFinn,\n\nHe was');
    expect(page).toMatchObject({ method: 'ocr', width: 612, height: 792 });
    expect(page.ocr_confidence).toBeGreaterThan(85);
  });

  test('has a box in points for each word', () => {
    const { text, runs } = straight;
    expect(runs.map(({ start, end }) => text.slice(start, end))).toEqual(text.split(/\s+/));
    const run = runs.find(({ start }) => text.startsWith('Finn,', start) && text[start - 1] === '\n');
    // Its line begins an inch from the left; it is the sixth below the first, 14 points each, an inch from the top.
    expect(run?.x0).toBeCloseTo(72, -0.5);
    expect(Math.abs((run?.y1 ?? 0) - (72 + 14 * 5))).toBeLessThan(5);
  });

  test('gives the same whatever was read before it', async () => {
    const other = await pictureOf(temporaryFolder(), [
      'Quarterly figures',
      'Zebra crossing, xylophone, 47 pieces',
    ]);
    await recognisePage(other, SETTINGS);
    expect(await recognisePage(sheet, SETTINGS)).toEqual(straight);
    await closeRecogniser();
    expect(await recognisePage(sheet, SETTINGS)).toEqual(straight);
  });

  test.each<[string, (image: GreyImage) => GreyImage]>([
    ['laid askew by 3 degrees', (image) => rotateImage(image, degrees(3))],
    ['laid askew by 7 degrees the other way', (image) => rotateImage(image, degrees(-7))],
    ['turned to the right', (image) => turnQuarters(image, 1)],
    ['upside down', (image) => turnQuarters(image, 2)],
    ['turned to the left', (image) => turnQuarters(image, 3)],
    ['turned to the left and laid askew', (image) => rotateImage(turnQuarters(image, 3), degrees(2))],
  ])('%s is read as if it lay straight', async (_, lay) => {
    const { text } = await recognisePage(lay(sheet), SETTINGS);
    expect(text.split(/\s+/)).toEqual(MAIL.join(' ').split(/\s+/));
  });

  test('upside down has its boxes where the words stand on the sheet as it is', async () => {
    const { runs } = await recognisePage(turnQuarters(sheet, 2), SETTINGS);
    const first = runs[0];
    expect(Math.abs((first?.x1 ?? 0) - (612 - 72))).toBeLessThan(2);
    expect(Math.abs((first?.y0 ?? 0) - (792 - 72))).toBeLessThan(6);
  });

  test('with nothing on it is blank; a picture without words is unread', async () => {
    const empty = { width: 1700, height: 2200, dpi: 200, data: new Uint8Array(1700 * 2200).fill(250) };
    expect(await recognisePage(empty, SETTINGS)).toMatchObject({ method: 'blank', text: '', chars: 0 });
    const picture = { ...empty, data: empty.data.slice() };
    for (let y = 600; y < 1600; y += 1) picture.data.fill(40, y * 1700 + 300, y * 1700 + 1400);
    expect(await recognisePage(picture, SETTINGS)).toMatchObject({ method: 'unread', chars: 0 });
  });
});
