import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import PDFDocument from 'pdfkit';
import { renderPages } from '../../ingest/index.ts';

/** What an office's scanner does to a sheet. */
export interface Wear {
  dpi: number;
  /** Degrees by which a sheet lies askew, to either side in turn. */
  skew: number;
  /** Grey levels by which a pixel is off at most. */
  noise: number;
  /** JPEG quality, 0 to 100. */
  quality: number;
}

export const OFFICE_SCANNER: Wear = { dpi: 200, skew: 0.6, noise: 24, quality: 55 };

const POINTS_PER_INCH = 72;

/** Uniform numbers from 0 to 1, the same ones every time (Park and Miller, CACM 31:10, 1988). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

async function wearPage(
  bytes: Uint8Array,
  page: number,
  wear: Wear,
): Promise<{ bytes: Buffer; size: [number, number] }> {
  const sheet = await loadImage(Buffer.from(bytes));
  const { width, height } = sheet;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  const random = seeded(page + 1);
  const degrees = wear.skew * (2 * random() - 1);
  context.translate(width / 2, height / 2);
  context.rotate((degrees * Math.PI) / 180);
  context.drawImage(sheet, -width / 2, -height / 2);
  const image = context.getImageData(0, 0, width, height);
  for (let at = 0; at < image.data.length; at += 4) {
    const grey = (image.data[at] ?? 255) + wear.noise * (2 * random() - 1);
    image.data[at] = grey;
    image.data[at + 1] = grey;
    image.data[at + 2] = grey;
  }
  context.putImageData(image, 0, 0);
  const scale = POINTS_PER_INCH / wear.dpi;
  return { bytes: await canvas.encode('jpeg', wear.quality), size: [width * scale, height * scale] };
}

/** Scans a printed PDF: the same pages as pictures, askew and grainy, without a text layer. */
export async function scanPdf(source: string, pages: number, target: string, wear: Wear): Promise<void> {
  const doc = new PDFDocument({ autoFirstPage: false });
  const written = finished(doc.pipe(createWriteStream(target)));
  const numbers = Array.from({ length: pages }, (_, i) => i + 1);
  for await (const { page, bytes } of renderPages(source, numbers, { dpi: wear.dpi, quality: 95 })) {
    const worn = await wearPage(bytes, page, wear);
    doc.addPage({ size: worn.size, margin: 0 });
    doc.image(worn.bytes, 0, 0, { width: worn.size[0] });
  }
  doc.end();
  await written;
}
