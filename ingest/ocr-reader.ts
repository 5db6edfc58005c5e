import type { GreyImage } from './grey-image.ts';
import { engineLabel, type OcrSettings, type Recogniser } from './ocr-engine.ts';
import { openNative } from './ocr-native.ts';
import { type OcrReading, readByOcr } from './ocr-page.ts';
import { openTesseract } from './ocr-tesseract.ts';

interface Kept {
  label: string;
  recogniser: Promise<Recogniser>;
}

/** Starting a recogniser costs as much as a quarter of a page: one of a thread reads its pages in turn. */
let kept: Kept | null = null;

async function openEngine({ engine, languages }: OcrSettings): Promise<Recogniser> {
  return engine === 'native' ? openNative(languages) : openTesseract(languages);
}

async function recogniserFor(settings: OcrSettings): Promise<Recogniser> {
  const label = engineLabel(settings);
  if (kept?.label !== label) {
    await closeRecogniser();
    kept = { label, recogniser: openEngine(settings) };
  }
  return kept.recogniser;
}

/**
 * Reads the picture of a page with this thread's recogniser, which is started with the first page.
 * Throws where the engine breaks; the next page gets a new one.
 */
export async function recognisePage(image: GreyImage, settings: OcrSettings): Promise<OcrReading> {
  try {
    return await readByOcr(await recogniserFor(settings), image);
  } catch (error) {
    await closeRecogniser();
    throw error;
  }
}

/** Ends this thread's recogniser, if it has one. */
export async function closeRecogniser(): Promise<void> {
  const ended = kept;
  kept = null;
  await ended?.recogniser.then((recogniser) => recogniser.close()).catch(() => {});
}
