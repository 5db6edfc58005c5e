import type { GreyImage } from '../../ingest/grey-image.ts';
import type { OcrLine, Recogniser } from '../../ingest/ocr-engine.ts';
import { readGaps } from '../../ingest/ocr-gaps.ts';

const WIDTH = 400;

/** A sheet with boxes of ink: left, top, width, height. */
function sheet(...boxes: [number, number, number, number][]): GreyImage {
  const data = new Uint8Array(WIDTH * 400).fill(250);
  for (const [left, top, width, height] of boxes) {
    // Letters: columns of ink with white between them.
    for (let y = top; y < top + height; y += 1)
      for (let x = left; x < left + width; x += 1)
        if (width > 300 || height > 100 || (x - left) % 4 < 2) data[y * WIDTH + x] = 20;
  }
  return { width: WIDTH, height: 400, data, dpi: 200 };
}

function line(text: string, x0: number, y0: number, x1: number, confidence = 90): OcrLine {
  const box = { x0, y0, x1, y1: y0 + 20 };
  return {
    words: [{ text, confidence, ...box }],
    height: 20,
    baseline: { ...box, y0: y0 + 16, y1: y0 + 16 },
  };
}

/** Reads whatever it is given as one word in the upper left corner. */
function reader(text: string, confidence = 90): Recogniser & { asked: [number, number][] } {
  const asked: [number, number][] = [];
  return {
    asked,
    async recognise({ width, height }, what) {
      if (what === 'line') asked.push([width, height]);
      return [line(text, 10, 10, 100, confidence)];
    },
    close: async () => {},
  };
}

const FIRST = line('From:', 40, 40, 140);
const WORD: [number, number, number, number] = [40, 40, 100, 20];

describe('what a recogniser left out', () => {
  test('a line of print that no word covers is read by itself, at its place', async () => {
    const recogniser = reader('Original');
    const found = await readGaps(recogniser, sheet(WORD, [40, 100, 120, 18]), [FIRST]);
    expect(recogniser.asked).toEqual([[137, 37]]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ words: [{ text: 'Original', x0: 40, y0: 100 }], baseline: { y0: 116 } });
  });

  test.each<[string, [number, number, number, number][]]>([
    ['words that were read', [WORD]],
    ['a rule across the sheet', [WORD, [20, 100, 360, 12]]],
    ['the edge of the sheet', [WORD, [395, 0, 4, 400]]],
    ['a speck', [WORD, [200, 200, 2, 12]]],
    ['a block higher than print', [WORD, [40, 120, 200, 90]]],
  ])('%s are no such line', async (_, boxes) => {
    const recogniser = reader('Original');
    expect(await readGaps(recogniser, sheet(...boxes), [FIRST])).toEqual([]);
    expect(recogniser.asked).toEqual([]);
  });

  test.each([
    ['unsure', reader('Original', 30)],
    ['too short to be words', reader('ab')],
  ])('what is read there and is %s is left out', async (_, recogniser) => {
    expect(await readGaps(recogniser, sheet(WORD, [40, 100, 120, 18]), [FIRST])).toEqual([]);
  });

  test('a page without any words has no lines to compare with', async () => {
    const recogniser = reader('Original');
    expect(await readGaps(recogniser, sheet([40, 100, 120, 18]), [])).toEqual([]);
    expect(recogniser.asked).toEqual([]);
  });
});
