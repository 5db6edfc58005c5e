import type { OcrLine, OcrWord } from './ocr-engine.ts';
import { settleConfusions } from './ocr-words.ts';
import type { TextRun } from './page.ts';
import { pageText } from './page-text.ts';
import type { RawRun } from './pdf-engine.ts';

/** The face of all words of a recognised page: the recogniser tells none apart. */
const FACE = 'ocr';

export interface Layout {
  text: string;
  runs: TextRun[];
}

/** The place of the line's letters at `x`. */
function baselineAt({ baseline: { x0, y0, x1, y1 } }: OcrLine, x: number): number {
  return x1 > x0 ? y0 + ((y1 - y0) * (x - x0)) / (x1 - x0) : y1;
}

/** Lines read word by word have no drawing order to trust; white space between words is stated, whatever its width. */
function lineRuns(line: OcrLine, places: Map<string, OcrWord>, scale: number): RawRun[] {
  const size = line.height * scale;
  const run = (str: string, x: number, width: number, fontName: string): RawRun => ({
    str,
    transform: [size, 0, 0, size, x * scale, baselineAt(line, x) * scale],
    width: width * scale,
    height: size,
    fontName,
  });
  return line.words.flatMap((word, index) => {
    const name = `${places.size}`;
    places.set(name, word);
    const space = index > 0 ? [run(' ', word.x0 - 1, 1, FACE)] : [];
    const text = settleConfusions(word.text, line.words[index + 1]?.text);
    return [...space, run(text, word.x0, word.x1 - word.x0, name)];
  });
}

/**
 * Text and places of a recognised page, laid out by the same rules as a text layer. Coordinates are those of the upright
 * picture, in points; `scale` is points to a pixel. `place` turns a word's box into the page's own coordinates.
 */
export function layoutWords(
  lines: OcrLine[],
  scale: number,
  place: (word: OcrWord) => Pick<TextRun, 'x0' | 'y0' | 'x1' | 'y1'>,
): Layout {
  const places = new Map<string, OcrWord>();
  const runs = lines.flatMap((line) => lineRuns(line, places, scale));
  const laid = pageText({ width: 0, height: 0, viewport: [1, 0, 0, 1, 0, 0], runs });
  return {
    text: laid.text,
    // Each word went in under a name of its own, so that its box is found again whatever the order of the lines.
    runs: laid.runs.map((run) => {
      const word = places.get(run.font);
      return { ...run, font: FACE, ...(word ? place(word) : {}) };
    }),
  };
}
