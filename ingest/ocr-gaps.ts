import { cropImage, type GreyImage } from './grey-image.ts';
import type { OcrLine, Recogniser } from './ocr-engine.ts';
import { paperTone, SHADING } from './ocr-skew.ts';
import { keepWords, meanConfidence } from './ocr-words.ts';

interface Band {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** A line of print is as high as the others on the page, between these shares; a rule is lower, a picture higher. */
const LOWEST = 0.4;
const HIGHEST = 2.2;
/** It is at least this many times as long as it is high. */
const LEAST_LENGTH = 2;
/** Pixels to the row that are no speck. */
const LEAST_INK = 3;
/** A stroke longer than this many lines are high, across or down, is a rule or the edge of the sheet. */
const LONGEST_STROKE = 3;
/** White rows inside a line: between the dot of an i and its stem. */
const INNER_GAP = 0.15;
/** Around words and lines, as a share of the line's height: strokes reach beyond the box that was found. */
const PADDING = 0.25;
/** More unread lines than this are a pattern or a picture. */
const MOST = 16;
/** What is found has to be this sure, and to have some letters. */
const SURE = 50;
const LETTERS = 3;

function medianHeight(lines: OcrLine[]): number {
  const heights = lines.map(({ height }) => height).sort((a, b) => a - b);
  return heights[Math.floor(heights.length / 2)] ?? 0;
}

/** Which pixels are dark and in no word. */
function unreadInk({ width, height, data }: GreyImage, lines: OcrLine[], padding: number): Uint8Array {
  const dark = paperTone(data) - 2 * SHADING;
  const ink = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at += 1) ink[at] = (data[at] ?? 255) < dark ? 1 : 0;
  for (const { x0, y0, x1, y1 } of lines.flatMap(({ words }) => words)) {
    const [left, right] = [Math.max(0, x0 - padding), Math.min(width, x1 + padding)];
    const [top, foot] = [Math.max(0, y0 - padding), Math.min(height, y1 + padding)];
    for (let y = top; y < foot; y += 1) ink.fill(0, y * width + left, y * width + right);
  }
  return ink;
}

/** Takes runs of ink longer than `longest` out: `count` lines of `length` pixels, `step` apart along the line. */
function eraseRuns(
  ink: Uint8Array,
  count: number,
  length: number,
  [next, step]: number[],
  longest: number,
): void {
  for (let line = 0; line < count; line += 1) {
    let from = 0;
    for (let at = 0; at <= length; at += 1) {
      const place = line * (next ?? 1) + at * (step ?? 1);
      if (at < length && ink[place] === 1) continue;
      if (at - from > longest)
        for (let back = from; back < at; back += 1) ink[line * (next ?? 1) + back * (step ?? 1)] = 0;
      from = at + 1;
    }
  }
}

/** Bands of rows with ink that no word covers, as high as a line of print. */
function unreadBands(image: GreyImage, lines: OcrLine[], size: number): Band[] {
  const { width, height } = image;
  const ink = unreadInk(image, lines, Math.round(PADDING * size));
  eraseRuns(ink, height, width, [width, 1], LONGEST_STROKE * size);
  eraseRuns(ink, width, height, [1, width], LONGEST_STROKE * size);
  const bands: Band[] = [];
  let open: Band | null = null;
  for (let y = 0; y < height; y += 1) {
    const row = ink.subarray(y * width, (y + 1) * width);
    const first = row.indexOf(1);
    const last = row.lastIndexOf(1);
    let count = 0;
    for (let x = first; x >= 0 && x <= last && count < LEAST_INK; x += 1) count += row[x] ?? 0;
    if (count < LEAST_INK) continue;
    if (open && y - open.y1 <= 1 + INNER_GAP * size) {
      open = { x0: Math.min(open.x0, first), y0: open.y0, x1: Math.max(open.x1, last), y1: y };
      bands[bands.length - 1] = open;
    } else {
      open = { x0: first, y0: y, x1: last, y1: y };
      bands.push(open);
    }
  }
  return bands.filter(({ x0, y0, x1, y1 }) => {
    const high = y1 - y0 + 1;
    return high >= LOWEST * size && high <= HIGHEST * size && x1 - x0 >= LEAST_LENGTH * high;
  });
}

function moved(line: OcrLine, x: number, y: number): OcrLine {
  const { words, baseline, height } = line;
  const move = <T extends Band>(box: T): T => ({
    ...box,
    x0: box.x0 + x,
    x1: box.x1 + x,
    y0: box.y0 + y,
    y1: box.y1 + y,
  });
  return { height, baseline: move(baseline), words: words.map(move) };
}

/**
 * Lines that the recogniser left out when it looked for rules and pictures: "-----Original Message-----" is one to it. Each
 * band of ink that no word covers is read by itself. Nothing for a page without words.
 */
export async function readGaps(
  recogniser: Recogniser,
  image: GreyImage,
  lines: OcrLine[],
): Promise<OcrLine[]> {
  const size = medianHeight(lines);
  const bands = size > 0 ? unreadBands(image, lines, size) : [];
  if (bands.length > MOST) return [];
  const found: OcrLine[] = [];
  const margin = Math.round(size / 2);
  for (const { x0, y0, x1, y1 } of bands) {
    const [left, top] = [Math.max(0, x0 - margin), Math.max(0, y0 - margin)];
    const crop = cropImage(image, left, top, x1 + margin - left, y1 + margin - top);
    const read = keepWords(await recogniser.recognise(crop, 'line'));
    const letters = read
      .flatMap(({ words }) => words.map(({ text }) => text))
      .join('')
      .match(/\p{L}/gu);
    if (meanConfidence(read) < SURE || (letters?.length ?? 0) < LETTERS) continue;
    found.push(...read.map((line) => moved(line, left, top)));
  }
  return found;
}
