import { createCanvas, ImageData } from '@napi-rs/canvas';
import type { GreyImage } from '../../ingest/grey-image.ts';

/** Four bytes a pixel: red, green, blue, opacity. */
export function colours({ data }: GreyImage): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(4 * data.length).fill(255);
  for (const [index, tone] of data.entries()) pixels.fill(tone, 4 * index, 4 * index + 3);
  return pixels;
}

export async function encodeImage(image: GreyImage, kind: 'png' | 'jpeg' | 'webp'): Promise<Buffer> {
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext('2d').putImageData(new ImageData(colours(image), image.width, image.height), 0, 0);
  return kind === 'png' ? canvas.encode('png') : canvas.encode(kind, 90);
}

/** A bitmap of 24 bits a pixel, rows from the foot up. */
export function encodeBmp({ width, height, data }: GreyImage): Buffer {
  const row = Math.ceil((3 * width) / 4) * 4;
  const bytes = Buffer.alloc(54 + row * height);
  bytes.write('BM');
  bytes.writeUInt32LE(bytes.length, 2);
  bytes.writeUInt32LE(54, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(width, 18);
  bytes.writeInt32LE(height, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(24, 28);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = 54 + row * (height - 1 - y) + 3 * x;
      bytes.fill(data[y * width + x] ?? 255, at, at + 3);
    }
  }
  return bytes;
}

/** A TIFF of several pages, uncompressed, one grey byte a pixel, at 200 dpi. */
export function encodeTiff(pages: GreyImage[], orientation = 1): Buffer {
  const parts: Buffer[] = [Buffer.from('II*\0\0\0\0\0', 'latin1')];
  let length = 8;
  const links: [Buffer, number][] = [[parts[0] as Buffer, 4]];
  for (const { width, height, data } of pages) {
    const pixels = Buffer.from(data);
    const tags: [number, number, number][] = [
      [256, 4, width],
      [257, 4, height],
      [258, 3, 8],
      [259, 3, 1],
      [262, 3, 1],
      [273, 4, length],
      [274, 3, orientation],
      [277, 3, 1],
      [278, 4, height],
      [279, 4, pixels.length],
      [282, 5, length + pixels.length],
      [296, 3, 2],
    ];
    const ratio = Buffer.alloc(8);
    ratio.writeUInt32LE(200, 0);
    ratio.writeUInt32LE(1, 4);
    const directory = Buffer.alloc(2 + 12 * tags.length + 4);
    directory.writeUInt16LE(tags.length, 0);
    for (const [index, [tag, type, value]] of tags.entries()) {
      directory.writeUInt16LE(tag, 2 + 12 * index);
      directory.writeUInt16LE(type, 4 + 12 * index);
      directory.writeUInt32LE(1, 6 + 12 * index);
      directory.writeUInt32LE(value, 10 + 12 * index);
    }
    const [before, at] = links.at(-1) as [Buffer, number];
    before.writeUInt32LE(length + pixels.length + 8, at);
    links.push([directory, directory.length - 4]);
    parts.push(pixels, ratio, directory);
    length += pixels.length + 8 + directory.length;
  }
  return Buffer.concat(parts);
}

/** A photograph's orientation, put into a JPEG as a camera does (Exif, tag 274). */
export function withOrientation(jpeg: Buffer, orientation: number): Buffer {
  const exif = Buffer.from('ffe100224578696600004d4d002a00000008000101120003000000010000000000000000', 'hex');
  exif.writeUInt16BE(orientation, exif.length - 8);
  return Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]);
}
