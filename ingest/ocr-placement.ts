import { type GreyImage, rotateImage, shrinkImage, turnQuarters } from './grey-image.ts';
import type { OcrWord } from './ocr-engine.ts';

/** How a picture was turned before it was read. */
export interface Placement {
  /** Quarter turns clockwise. */
  quarters: number;
  /** Radians clockwise, on top of the quarters. */
  radians: number;
}

export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** The picture as it is given to the recogniser, `factor` times smaller each way. */
export function placeImage(image: GreyImage, { quarters, radians }: Placement, factor: number): GreyImage {
  return rotateImage(turnQuarters(shrinkImage(image, factor), quarters), radians);
}

type Point = [number, number];

/** Takes points of the turned picture back to the picture as it was; both in pixels. */
function pointBack(image: GreyImage, { quarters, radians }: Placement): (x: number, y: number) => Point {
  const { width, height } = image;
  const upended = quarters % 2 === 1;
  const [wide, high] = upended ? [height, width] : [width, height];
  const [sine, cosine] = [Math.sin(radians), Math.cos(radians)];
  const sheetWide = Math.ceil(wide * cosine + high * Math.abs(sine));
  const sheetHigh = Math.ceil(high * cosine + wide * Math.abs(sine));
  return (x, y) => {
    const [along, down] = radians === 0 ? [x, y] : [x - sheetWide / 2, y - sheetHigh / 2];
    const u = radians === 0 ? along : cosine * along + sine * down + wide / 2;
    const v = radians === 0 ? down : cosine * down - sine * along + high / 2;
    if (quarters === 1) return [v, height - u];
    if (quarters === 2) return [width - u, height - v];
    if (quarters === 3) return [width - v, u];
    return [u, v];
  };
}

const round = (value: number) => Math.round(value * 100) / 100;

/** Boxes of words in the turned picture as boxes on the page, in points, inside the page. */
export function boxOnPage(image: GreyImage, placement: Placement): (word: OcrWord) => Box {
  const back = pointBack(image, placement);
  const scale = 72 / image.dpi;
  const inside = (value: number, most: number) => round(Math.min(Math.max(value, 0), most) * scale);
  return ({ x0, y0, x1, y1 }) => {
    const corners = [back(x0, y0), back(x1, y0), back(x0, y1), back(x1, y1)];
    const across = corners.map(([x]) => x);
    const down = corners.map(([, y]) => y);
    return {
      x0: inside(Math.min(...across), image.width),
      y0: inside(Math.min(...down), image.height),
      x1: inside(Math.max(...across), image.width),
      y1: inside(Math.max(...down), image.height),
    };
  };
}
