/** A picture of a page: one byte a pixel, row by row, 0 black to 255 white. */
export interface GreyImage {
  /** Pixels. */
  width: number;
  height: number;
  data: Uint8Array;
  /** Pixels to the inch. */
  dpi: number;
}

/** The picture turned clockwise by quarters. */
export function turnQuarters(image: GreyImage, quarters: number): GreyImage {
  const turns = ((quarters % 4) + 4) % 4;
  if (turns === 0) return image;
  const { width, height, data, dpi } = image;
  const turned = new Uint8Array(data.length);
  if (turns === 2) {
    for (let i = 0, j = data.length - 1; j >= 0; i += 1, j -= 1) turned[i] = data[j] ?? 255;
    return { width, height, data: turned, dpi };
  }
  for (let y = 0; y < height; y += 1) {
    const row = y * width;
    // A quarter clockwise puts the left column on top; a quarter back puts it at the foot.
    const column = turns === 1 ? height - 1 - y : y;
    for (let x = 0; x < width; x += 1) {
      const line = turns === 1 ? x : width - 1 - x;
      turned[line * height + column] = data[row + x] ?? 255;
    }
  }
  return { width: height, height: width, data: turned, dpi };
}

/** The picture turned clockwise about its centre by a small angle, on a sheet large enough for its corners. */
export function rotateImage(image: GreyImage, radians: number): GreyImage {
  if (radians === 0) return image;
  const { width, height, data, dpi } = image;
  const sine = Math.sin(radians);
  const cosine = Math.cos(radians);
  const wide = Math.ceil(width * cosine + height * Math.abs(sine));
  const high = Math.ceil(height * cosine + width * Math.abs(sine));
  const rotated = new Uint8Array(wide * high).fill(255);
  for (let y = 0; y < high; y += 1) {
    const down = y - high / 2;
    for (let x = 0; x < wide; x += 1) {
      const along = x - wide / 2;
      const fromX = cosine * along + sine * down + width / 2;
      const fromY = cosine * down - sine * along + height / 2;
      const left = Math.floor(fromX);
      const top = Math.floor(fromY);
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue;
      const at = top * width + left;
      const share = fromX - left;
      const upper = (data[at] ?? 255) * (1 - share) + (data[at + 1] ?? 255) * share;
      const lower = (data[at + width] ?? 255) * (1 - share) + (data[at + width + 1] ?? 255) * share;
      rotated[y * wide + x] = upper + (lower - upper) * (fromY - top);
    }
  }
  return { width: wide, height: high, data: rotated, dpi };
}

/** A part of the picture; what lies outside is white. */
export function cropImage(
  image: GreyImage,
  left: number,
  top: number,
  width: number,
  height: number,
): GreyImage {
  const data = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height && top + y < image.height; y += 1) {
    const from = (top + y) * image.width + left;
    data.set(image.data.subarray(from, from + Math.min(width, image.width - left)), y * width);
  }
  return { width, height, data, dpi: image.dpi };
}

/** The picture `factor` times smaller each way; each pixel is the mean of those that it stands for. */
export function shrinkImage(image: GreyImage, factor: number): GreyImage {
  if (factor <= 1) return image;
  const width = Math.max(1, Math.floor(image.width / factor));
  const height = Math.max(1, Math.floor(image.height / factor));
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      for (let v = 0; v < factor; v += 1) {
        const row = (y * factor + v) * image.width + x * factor;
        for (let u = 0; u < factor; u += 1) sum += image.data[row + u] ?? 255;
      }
      data[y * width + x] = sum / (factor * factor);
    }
  }
  return { width, height, data, dpi: image.dpi / factor };
}

/** Portable grey map: a header and the raw pixels, which recognisers read without decoding anything. */
export function toPgm({ width, height, data }: GreyImage): Buffer {
  return Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`), data]);
}
