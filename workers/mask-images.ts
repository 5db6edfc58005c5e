import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PageImageRow } from '../case/index.ts';
import type { Page } from '../ingest/index.ts';
import { type Mask, type MaskBox, maskBoxes, type PageImage } from '../report/index.ts';
import type { ArtifactStore } from '../store/index.ts';
import { IMAGE_QUALITY } from './image-stage.ts';

/** Paints boxes (points) black on a picture of a page that is `width` points wide, and encodes it anew. */
async function paint(bytes: Uint8Array, boxes: readonly MaskBox[], width: number): Promise<Buffer> {
  const { createCanvas, loadImage } = await import('@napi-rs/canvas');
  const image = await loadImage(bytes);
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  context.fillStyle = '#000';
  const scale = image.width / width;
  // Whole pixels and one more on each side: a letter's edge must not look out.
  for (const { x0, y0, x1, y1 } of boxes) {
    const [left, top] = [Math.floor(x0 * scale) - 1, Math.floor(y0 * scale) - 1];
    context.fillRect(left, top, Math.ceil(x1 * scale) + 1 - left, Math.ceil(y1 * scale) + 1 - top);
  }
  return canvas.encode('webp', IMAGE_QUALITY);
}

/**
 * The pictures that a public edition may show: pages read as text, without photographs or scans on them, masked words
 * painted over. A page that cannot be vouched for has none.
 */
export async function drawMaskedImages(
  rows: readonly PageImageRow[],
  pages: readonly Page[],
  store: ArtifactStore,
  mask: Mask,
): Promise<PageImage[]> {
  const byKey = new Map(pages.map((page) => [`${page.file_id} ${page.page}`, page]));
  const images: PageImage[] = [];
  for (const { blob, pictures, ...image } of rows) {
    const page = byKey.get(`${image.file_id} ${image.page}`);
    const boxes = page === undefined || page.width <= 0 || pictures > 0 ? null : maskBoxes(page, mask);
    if (page === undefined || boxes === null) continue;
    const bytes = await readFile(join(store.root, blob)).catch(() => null);
    if (bytes === null) continue;
    const painted = await paint(bytes, boxes, page.width);
    images.push({ ...image, base64: painted.toString('base64') });
  }
  return images;
}
