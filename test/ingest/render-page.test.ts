import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { type PageImage, renderPage, renderPages } from '../../ingest/index.ts';
import { renderGrey } from '../../ingest/ocr-render.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { buildPdf } from './build-pdf.ts';

const RED_LEFT_HALF = '1 0 0 rg 0 0 306 792 re f';
const SETTINGS = { dpi: 36, quality: 80 };

function writePdf(pages: string[]): string {
  const location = join(temporaryFolder(), 'a.pdf');
  writeFileSync(location, buildPdf(pages.map((content) => ({ content }))));
  return location;
}

async function colourAt({ bytes }: PageImage, x: number, y: number): Promise<number[]> {
  const image = await loadImage(Buffer.from(bytes));
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return [...context.getImageData(x, y, 1, 1).data];
}

test('draws a page in its colours at the wanted resolution', async () => {
  const image = await renderPage(writePdf([RED_LEFT_HALF]), 1, SETTINGS);
  expect(image).toMatchObject({ page: 1, media_type: 'image/webp', width: 306, height: 396 });
  const [red = 0, , blue = 255] = await colourAt(image!, 50, 200);
  expect(red).toBeGreaterThan(200);
  expect(blue).toBeLessThan(60);
  const [, , white] = await colourAt(image!, 250, 200);
  expect(white).toBeGreaterThan(230);
});

test('draws the pages asked for, in that order, and leaves out pages that are not there', async () => {
  const found: number[] = [];
  for await (const image of renderPages(writePdf(['', RED_LEFT_HALF, '']), [3, 9, 2, 0], SETTINGS))
    found.push(image.page);
  expect(found).toEqual([3, 2]);
});

test('draws a poster smaller rather than in gigabytes of pixels', async () => {
  const image = await renderPage(writePdf(['']), 1, { dpi: 3000, quality: 10 });
  expect(image!.width * image!.height).toBeLessThanOrEqual(10_100_000);
});

test('paints over what must not be seen', async () => {
  const covers = { 1: [{ x0: 100, y0: 300, x1: 200, y1: 500 }] };
  const image = await renderPage(writePdf([RED_LEFT_HALF]), 1, { ...SETTINGS, covers });
  const [red = 255] = await colourAt(image!, 75, 200);
  expect(red).toBeLessThan(30);
  const [beside = 0] = await colourAt(image!, 40, 200);
  expect(beside).toBeGreaterThan(200);
});

test('gives a recogniser a page on which a redaction annotation is black', async () => {
  const location = join(temporaryFolder(), 'a.pdf');
  const notes = ['<< /Type /Annot /Subtype /Redact /Rect [100 292 200 492] >>'];
  writeFileSync(location, buildPdf([{ content: RED_LEFT_HALF, notes, rotate: 0 }]));
  const { data, width, dpi } = (await renderGrey(location, 1))!;
  const at = (x: number, y: number) => data[Math.round((y * dpi) / 72) * width + Math.round((x * dpi) / 72)];
  expect(at(150, 400)).toBe(0);
  expect(at(150, 200)).toBeGreaterThan(50);
  expect(at(400, 400)).toBe(255);
});

test('throws where the file is no PDF', async () => {
  const location = join(temporaryFolder(), 'a.pdf');
  writeFileSync(location, 'not a PDF');
  await expect(renderPage(location, 1, SETTINGS)).rejects.toThrow();
});
