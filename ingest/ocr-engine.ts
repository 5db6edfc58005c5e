import type { GreyImage } from './grey-image.ts';

/** What reads pictures of pages. `native` is the `tesseract` program of the machine. */
export type OcrEngineName = 'tesseract.js' | 'native';

/** Settings that change what is read; part of the key of every page that a recogniser has read. */
export interface OcrSettings {
  engine: OcrEngineName;
  /** Codes of the languages looked for, the most frequent first: `eng`, `spa`. */
  languages: string[];
  /** The engine's version, as it is written into the page's record: "tesseract.js 7.0.0". */
  version: string;
}

/** A word in the picture. Units: pixels of the picture that was given. */
export interface OcrWord {
  text: string;
  /** 0 to 100. */
  confidence: number;
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

export interface OcrLine {
  words: OcrWord[];
  /** Height of the letters from the lowest to the highest, in pixels. */
  height: number;
  /** Two points of the line that the letters stand on. */
  baseline: { x0: number; y0: number; x1: number; y1: number };
}

/** Reads pictures one after the other; it holds its language data until it is closed. */
export interface Recogniser {
  /**
   * Reads a whole page, or a single line. Empty where nothing looks like a word. Throws where the engine breaks; it can be
   * used no more then.
   */
  recognise(image: GreyImage, what: 'page' | 'line'): Promise<OcrLine[]>;
  close(): Promise<void>;
}

/** Why pages cannot be read as the user asked, in one sentence with the remedy. */
export class OcrSettingsError extends Error {
  override readonly name = 'OcrSettingsError';
}

/** As it stands in a page's `engine` and in the manifest: "tesseract.js 7.0.0 eng+spa". */
export function engineLabel({ version, languages }: OcrSettings): string {
  return `${version} ${languages.join('+')}`;
}
