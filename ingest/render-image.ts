import { drawImagePage } from './image-pages.ts';
import type { PageImage, RenderSettings } from './render-page.ts';

async function drawPage(
  location: string,
  mediaType: string,
  number: number,
  settings: RenderSettings,
): Promise<PageImage | null> {
  const grey = await drawImagePage(location, mediaType, number);
  if (grey === null) return null;
  const { createCanvas, ImageData } = await import('@napi-rs/canvas');
  const pixels = new Uint8ClampedArray(4 * grey.data.length);
  for (const [index, tone] of grey.data.entries()) pixels.fill(tone, 4 * index, 4 * index + 3);
  for (let at = 3; at < pixels.length; at += 4) pixels[at] = 255;
  const full = createCanvas(grey.width, grey.height);
  const context = full.getContext('2d');
  context.putImageData(new ImageData(pixels, grey.width, grey.height), 0, 0);
  context.fillStyle = '#000';
  const scale = grey.dpi / 72;
  // Whole pixels and some more on each side: they are shrunk below, and a letter's edge must not look out.
  for (const { x0, y0, x1, y1 } of settings.covers?.[number] ?? []) {
    const [left, top] = [Math.floor(x0 * scale) - 2, Math.floor(y0 * scale) - 2];
    context.fillRect(left, top, Math.ceil(x1 * scale) + 2 - left, Math.ceil(y1 * scale) + 2 - top);
  }
  const factor = Math.min(1, settings.dpi / grey.dpi);
  const width = Math.max(1, Math.round(grey.width * factor));
  const height = Math.max(1, Math.round(grey.height * factor));
  const canvas = createCanvas(width, height);
  canvas.getContext('2d').drawImage(full, 0, 0, width, height);
  const bytes = await canvas.encode('webp', settings.quality);
  return { page: number, bytes: new Uint8Array(bytes), media_type: 'image/webp', width, height, pictures: 1 };
}

/** Draws pages of an image file in grey; one that cannot be drawn is left out. */
export async function* renderImagePages(
  location: string,
  mediaType: string,
  pages: number[],
  settings: RenderSettings,
): AsyncGenerator<PageImage> {
  for (const number of pages) {
    const image = await drawPage(location, mediaType, number, settings).catch(() => null);
    if (image) yield image;
  }
}
