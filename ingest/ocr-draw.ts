import type { GreyImage } from './grey-image.ts';
import { renderGrey } from './ocr-render.ts';

/** What to draw. */
export interface PageSource {
  /** Absolute path of the bytes on this machine. */
  location: string;
  media_type: string;
  /** From 1. */
  page: number;
  /** Tried in turn where the file is locked. */
  passwords: string[];
}

/** The picture of a page as a recogniser takes it; null where there is no such page or it cannot be drawn. */
export async function drawForOcr({ location, page, passwords }: PageSource): Promise<GreyImage | null> {
  return renderGrey(location, page, passwords).catch(() => null);
}
