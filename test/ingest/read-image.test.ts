import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GreyImage, shrinkImage, turnQuarters } from '../../ingest/grey-image.ts';
import { drawForOcr } from '../../ingest/ocr-draw.ts';
import type { OcrSettings } from '../../ingest/ocr-engine.ts';
import type { OcrReading } from '../../ingest/ocr-page.ts';
import { closeRecogniser, recognisePage } from '../../ingest/ocr-reader.ts';
import { tesseractVersion } from '../../ingest/ocr-tesseract.ts';
import { renderPage } from '../../ingest/render-page.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { encodeBmp, encodeImage, encodeTiff, withOrientation } from './build-images.ts';
import { MAIL, pictureOf } from './build-scan.ts';
import { ingestBytes } from './ingest-bytes.ts';

const SETTINGS: OcrSettings = {
  engine: 'tesseract.js',
  languages: ['eng'],
  version: tesseractVersion(),
};
const folder = temporaryFolder();
const WORDS = MAIL.join(' ').split(/\s+/);

async function readPicture(bytes: Buffer, media_type: string, page = 1): Promise<OcrReading> {
  const location = join(folder, 'picture');
  writeFileSync(location, bytes);
  const image = await drawForOcr({ location, media_type, page, passwords: [] });
  return recognisePage(image as GreyImage, SETTINGS);
}

describe('a picture of a page', () => {
  let sheet: GreyImage;
  beforeAll(async () => {
    sheet = await pictureOf(folder, MAIL);
  });
  afterAll(closeRecogniser);

  test.each<[string, string, (image: GreyImage) => Promise<Buffer>]>([
    ['PNG', 'image/png', (image) => encodeImage(image, 'png')],
    ['JPEG', 'image/jpeg', (image) => encodeImage(image, 'jpeg')],
    ['WebP', 'image/webp', (image) => encodeImage(image, 'webp')],
    ['bitmap', 'image/bmp', async (image) => encodeBmp(image)],
    ['TIFF', 'image/tiff', async (image) => encodeTiff([image])],
    ['screenshot, at half the resolution', 'image/png', (image) => encodeImage(shrinkImage(image, 2), 'png')],
    [
      'photograph held upright',
      'image/jpeg',
      async (image) => withOrientation(await encodeImage(turnQuarters(image, 3), 'jpeg'), 6),
    ],
    [
      'photograph held upside down',
      'image/jpeg',
      async (image) => withOrientation(await encodeImage(turnQuarters(image, 2), 'jpeg'), 3),
    ],
    ['TIFF of a turned sheet', 'image/tiff', async (image) => encodeTiff([turnQuarters(image, 2)], 3)],
  ])('as %s is read word for word', async (_, mediaType, encode) => {
    const { text, height, width } = await readPicture(await encode(sheet), mediaType);
    expect(text.split(/\s+/)).toEqual(WORDS);
    expect(height).toBeGreaterThan(width);
  });

  test('has as many pages as its TIFF, each read by itself', async () => {
    const other = await pictureOf(folder, ['Page two of the fax', 'from the night desk']);
    const tiff = encodeTiff([sheet, other]);
    expect((await readPicture(tiff, 'image/tiff', 2)).text).toBe('Page two of the fax\nfrom the night desk');
    const { file, pages } = await ingestBytes(tiff);
    expect(pages.map(({ page, method, width, height }) => [page, method, width, height])).toEqual([
      [1, 'unread', 612, 792],
      [2, 'unread', 612, 792],
    ]);
    expect(file).toMatchObject({ media_type: 'image/tiff', issues: [{ code: 'no-text-layer' }] });
  });

  test('is drawn for the report, with black where something is covered', async () => {
    const location = join(folder, 'picture');
    writeFileSync(location, await encodeImage(sheet, 'png'));
    const settings = { dpi: 100, quality: 60, covers: { 1: [{ x0: 0, y0: 0, x1: 612, y1: 396 }] } };
    const image = await renderPage(location, 1, settings);
    expect(image).toMatchObject({ page: 1, width: 850, height: 1100, media_type: 'image/webp' });
    const { createCanvas, loadImage } = await import('@napi-rs/canvas');
    const context = createCanvas(850, 1100).getContext('2d');
    context.drawImage(await loadImage(Buffer.from(image?.bytes ?? [])), 0, 0);
    expect(context.getImageData(100, 300, 1, 1).data[0]).toBeLessThan(30);
    expect(context.getImageData(100, 900, 1, 1).data[0]).toBeGreaterThan(225);
  });
});

describe('an image made to do harm', () => {
  test('with more pixels than are decoded is named and not decoded', async () => {
    const bytes = await encodeImage({ width: 8, height: 8, dpi: 200, data: new Uint8Array(64) }, 'png');
    bytes.writeUInt32BE(100_000, 16);
    bytes.writeUInt32BE(100_000, 20);
    const { file, pages } = await ingestBytes(bytes);
    expect(file).toMatchObject({ status: 'unreadable', issues: [{ code: 'too-large', where: 'page 1' }] });
    expect(pages).toMatchObject([{ method: 'unread', width: 0 }]);
    const location = join(folder, 'bomb.png');
    writeFileSync(location, bytes);
    expect(await drawForOcr({ location, media_type: 'image/png', page: 1, passwords: [] })).toBeNull();
  });

  test('whose directories lead in a circle is damaged', async () => {
    const tiff = encodeTiff([{ width: 8, height: 8, dpi: 200, data: new Uint8Array(64) }]);
    const first = tiff.readUInt32LE(4);
    tiff.writeUInt32LE(first, tiff.length - 4);
    expect((await ingestBytes(tiff)).file).toMatchObject({
      status: 'unreadable',
      issues: [{ code: 'damaged' }],
    });
  });

  test('cut off is damaged where its size is gone, and unread where its pixels are', async () => {
    const png = await encodeImage({ width: 300, height: 300, dpi: 200, data: new Uint8Array(90_000) }, 'png');
    expect((await ingestBytes(png.subarray(0, 20))).file.status).toBe('unreadable');
    const location = join(folder, 'cut.png');
    writeFileSync(location, png.subarray(0, 60));
    expect(await drawForOcr({ location, media_type: 'image/png', page: 1, passwords: [] })).toBeNull();
  });
});

test('a HEIC photograph is named with what to do about it', async () => {
  const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\0', 'latin1');
  expect((await ingestBytes(heic)).file.issues).toEqual([
    {
      code: 'unsupported-format',
      message: 'The file is a HEIC image (to be saved as JPEG or PDF first), which is not read.',
    },
  ]);
});
