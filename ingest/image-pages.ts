import { readFile } from 'node:fs/promises';
import type { SKRSContext2D } from '@napi-rs/canvas';
import { type GreyImage, turnQuarters } from './grey-image.ts';
import { type ImageHeader, readImageHeader } from './image-header.ts';
import { tiffFrames, tiffPixels } from './image-tiff.ts';
import { OCR_DPI } from './ocr-render.ts';

/** Pixels of one decoded picture, four bytes each: above a sheet of A3 at 400 dpi, and what a worker's memory takes. */
export const MAX_IMAGE_PIXELS = 40_000_000;

/** Stated resolutions under this are those of screens, or made up. */
const SCANNER_DPI = 120;
/** A picture with this many pixels along its longer side is taken for a letter-size sheet; a smaller one for a screen's. */
const SHEET_PIXELS = 1600;
const SHEET_INCHES = 11;
const SCREEN_DPI = 96;
/** Letters gain nothing from more than this. */
const LARGEST_FACTOR = 2;

const TIFF = 'image/tiff';

/** Quarter turns clockwise that set a picture upright, by its orientation tag (TIFF 6.0); mirrored ones are not made by scanners. */
const QUARTERS: Record<number, number> = { 1: 0, 3: 2, 6: 1, 8: 3 };

/** Pixels to the inch: as stated where that is a scanner's, else by the size. */
function resolution({ width, height, dpi }: ImageHeader): number {
  if (dpi !== null && dpi >= SCANNER_DPI) return dpi;
  const longer = Math.max(width, height);
  return longer >= SHEET_PIXELS ? longer / SHEET_INCHES : SCREEN_DPI;
}

/** Size of each page of an image file; a page with more pixels than are decoded has none. Throws where the file is damaged. */
export async function imagePages(bytes: Buffer, mediaType: string): Promise<(ImageHeader | null)[]> {
  const header = mediaType === TIFF ? null : readImageHeader(bytes, mediaType);
  const headers = mediaType === TIFF ? (await tiffFrames(bytes)).map((frame) => frame.header) : [header];
  if (headers.length === 0 || headers.includes(null)) throw new RangeError('no picture');
  return headers.map((one) => (one && one.width * one.height <= MAX_IMAGE_PIXELS ? one : null));
}

/** Width and height in points. */
export function sizeInPoints(header: ImageHeader): { width: number; height: number } {
  const scale = 72 / resolution(header);
  return { width: header.width * scale, height: header.height * scale };
}

/** Reads the pixels of a canvas as shades of grey (ITU-R BT.601). */
function greyOf(context: SKRSContext2D, width: number, height: number, dpi: number): GreyImage {
  const { data } = context.getImageData(0, 0, width, height);
  const grey = new Uint8Array(width * height);
  for (let i = 0, j = 0; i < grey.length; i += 1, j += 4) {
    grey[i] = 0.299 * (data[j] ?? 0) + 0.587 * (data[j + 1] ?? 0) + 0.114 * (data[j + 2] ?? 0);
  }
  return { width, height, data: grey, dpi };
}

type Drawable = Parameters<SKRSContext2D['drawImage']>[0];

async function drawScaled(picture: Drawable, header: ImageHeader): Promise<GreyImage> {
  const { createCanvas } = await import('@napi-rs/canvas');
  const dpi = resolution(header);
  const factor = Math.min(OCR_DPI / dpi, LARGEST_FACTOR);
  const width = Math.max(1, Math.round(header.width * factor));
  const height = Math.max(1, Math.round(header.height * factor));
  const context = createCanvas(width, height).getContext('2d');
  // What is transparent is paper.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  return greyOf(context, width, height, dpi * factor);
}

async function drawTiff(bytes: Buffer, page: number): Promise<GreyImage | null> {
  const frame = (await tiffFrames(bytes))[page - 1];
  if (!frame) return null;
  const { width, height } = frame.header;
  if (width * height > MAX_IMAGE_PIXELS) return null;
  const { createCanvas, ImageData } = await import('@napi-rs/canvas');
  const pixels = new Uint8ClampedArray(await tiffPixels(bytes, frame));
  const canvas = createCanvas(width, height);
  canvas.getContext('2d').putImageData(new ImageData(pixels, width, height), 0, 0);
  return turnQuarters(await drawScaled(canvas, frame.header), QUARTERS[frame.orientation] ?? 0);
}

/**
 * A page (from 1) of an image file in grey, upright, at about the resolution at which pages are read. Null where there is no
 * such page or it has more pixels than are decoded. Throws where it is damaged.
 */
export async function drawImagePage(
  location: string,
  mediaType: string,
  page: number,
): Promise<GreyImage | null> {
  const bytes = await readFile(location);
  if (mediaType === TIFF) return drawTiff(bytes, page);
  const stated = readImageHeader(bytes, mediaType);
  if (page !== 1 || stated === null || stated.width * stated.height > MAX_IMAGE_PIXELS) return null;
  const { loadImage } = await import('@napi-rs/canvas');
  // The library turns a photograph upright by itself, so its sides may be exchanged.
  const picture = await loadImage(bytes);
  return drawScaled(picture, { width: picture.width, height: picture.height, dpi: stated.dpi });
}
