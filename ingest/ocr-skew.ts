import { type GreyImage, shrinkImage } from './grey-image.ts';

/** How a page of text lies: its lines run along the rows of the picture, or along its columns, and by how much they slope. */
export interface Slope {
  /** True where the lines run from top to bottom. */
  upended: boolean;
  /** Radians, clockwise, by which the lines slope against the axis that they follow. */
  radians: number;
}

/** Resolution at which the slope is looked for: letters blur, lines stay. */
const LOOK_DPI = 50;
/** Largest slope of a sheet laid askew in the feeder, and the steps in which it is looked for, in degrees. */
const LARGEST = 12;
const COARSE = 0.5;
const FINE = 0.1;
/** A pixel darker than the paper by less than this is shading. */
export const SHADING = 24;
/** Rows have to stand out this much more than columns before a sheet is turned for it. */
const CLEARLY = 1.25;

interface Ink {
  x: Float32Array;
  y: Float32Array;
  weight: Float32Array;
}

/** Brightness of the paper: the most frequent one of the brighter half. */
export function paperTone(data: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const value of data) counts[value] = (counts[value] ?? 0) + 1;
  let best = 255;
  for (let tone = 128; tone < 256; tone += 1) if ((counts[tone] ?? 0) > (counts[best] ?? 0)) best = tone;
  return best;
}

function inkOf({ width, data }: GreyImage): Ink {
  const dark = paperTone(data) - SHADING;
  const places: number[] = [];
  for (let at = 0; at < data.length; at += 1) if ((data[at] ?? 255) < dark) places.push(at);
  return {
    x: Float32Array.from(places, (at) => at % width),
    y: Float32Array.from(places, (at) => Math.floor(at / width)),
    weight: Float32Array.from(places, (at) => dark - (data[at] ?? 255)),
  };
}

/** How sharply the ink falls into lines that slope by `degrees`: the squared differences of neighbouring lines. */
function sharpness({ x, y, weight }: Ink, degrees: number, length: number): number {
  const radians = (degrees * Math.PI) / 180;
  const sine = Math.sin(radians);
  const cosine = Math.cos(radians);
  const offset = Math.ceil(length * Math.abs(sine)) + 1;
  const lines = new Float64Array(2 * (length + offset) + 2);
  for (let i = 0; i < weight.length; i += 1) {
    const line = Math.round((y[i] ?? 0) * cosine - (x[i] ?? 0) * sine) + offset;
    lines[line] = (lines[line] ?? 0) + (weight[i] ?? 0);
  }
  let sum = 0;
  for (let i = 1; i < lines.length; i += 1) sum += ((lines[i] ?? 0) - (lines[i - 1] ?? 0)) ** 2;
  return sum;
}

function sharpest(ink: Ink, length: number): { degrees: number; value: number } {
  let best = { degrees: 0, value: sharpness(ink, 0, length) };
  const look = (from: number, to: number, step: number) => {
    for (let degrees = from; degrees <= to + step / 2; degrees += step) {
      const value = sharpness(ink, degrees, length);
      if (value > best.value) best = { degrees, value };
    }
  };
  look(-LARGEST, LARGEST, COARSE);
  look(best.degrees - COARSE, best.degrees + COARSE, FINE);
  return best;
}

/** Finds how the lines of a page lie. A page without ink lies straight. */
export function findSlope(image: GreyImage): Slope {
  const small = shrinkImage(image, Math.max(1, Math.round(image.dpi / LOOK_DPI)));
  const ink = inkOf(small);
  if (ink.weight.length === 0) return { upended: false, radians: 0 };
  const length = Math.max(small.width, small.height);
  const rows = sharpest(ink, length);
  const columns = sharpest({ ...ink, x: ink.y, y: ink.x }, length);
  const upended = columns.value > CLEARLY * rows.value;
  // With the axes exchanged a clockwise slope has the other sign.
  const degrees = upended ? -columns.degrees : rows.degrees;
  return { upended, radians: (degrees * Math.PI) / 180 };
}

/** Share of the picture that is darker than its paper, 0 to 1. */
export function inkShare(image: GreyImage): number {
  const small = shrinkImage(image, Math.max(1, Math.round(image.dpi / LOOK_DPI)));
  return inkOf(small).weight.length / (small.width * small.height);
}
